import { Hono } from 'hono'
import { getRecord } from '../../../db/queries/record.ts'
import { withRowScope } from '../../../db/row-scope.ts'
import type { Deps } from '../deps.ts'
import type { Desk } from '../desk.ts'
import { actorOf, shows } from '../http/access.ts'
import { described } from '../http/described.ts'
import { notFound } from '../http/refusal.ts'
import { placeAt, reachOf, withinReach } from '../reach.ts'
import { offSiteLetterFor } from '../views/off-site-letter.ts'

/** The written notice of an off-site direction. All else of it goes with the records. */
export function offSiteDirectionRoutes({ db, clock }: Pick<Deps, 'db' | 'clock'>, desk: Desk) {
  return new Hono().get(
    '/off-site-directions/:id/letter',
    described({
      summary: 'The written notice of an off-site direction, made of what is recorded',
      tag: 'pathway',
      answer: 'The letter with what it lacks.',
    }),
    async (c) => {
      const actor = actorOf(c)
      const reach = await reachOf(db, actor, clock.today())
      const row = await withinReach(reach, () =>
        getRecord(db, reach.scope, 'offSiteDirection', c.req.param('id')),
      )
      if (!row) throw notFound()
      return withRowScope([row.schoolId], async () => {
        const at = await desk.atDay(placeAt(actor, row.schoolId, clock.today()))
        const picture = await desk.oneChild(at, row.childId)
        const letter = picture && (await offSiteLetterFor(db, at, picture, row))
        if (!letter) throw notFound()
        shows(c, {
          childIds: [row.childId],
          schoolId: row.schoolId,
          dataClasses: [1, 2, 3, 6, 8],
          kind: 'off-site-direction',
          recordId: row.id,
        })
        return c.json({ letter }, 200)
      })
    },
  )
}
