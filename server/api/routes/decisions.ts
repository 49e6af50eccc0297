import { Hono } from 'hono'
import { z } from 'zod'
import { decide, type Deciding } from '../../pathway/decide.ts'
import { withdraw } from '../../pathway/withdraw.ts'
import type { Deps } from '../deps.ts'
import type { Desk } from '../desk.ts'
import { changeOf } from '../http/access.ts'
import { body } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { expectedVersion } from '../http/if-match.ts'
import { minuteOf } from '../minute-of.ts'
import { shownOfStep, stepping } from '../stepping.ts'
import { loadBefore } from '../views/before-rows.ts'
import { askedFirstOf, comesTo, overlapsOf } from '../views/before-suspending.ts'
import { decision, orNull, sentence } from './consideration-bodies.ts'

/** How what a school thinks of for a child ends: the headteacher decides, or it is taken back. */
export function decisionRoutes(deps: Deps, desk: Desk) {
  const { db, clock } = deps
  const { find, stepped } = stepping(deps, desk)

  return new Hono()
    .post(
      '/considerations/:id/decide',
      described({
        summary: 'The headteacher decides on what is stored',
        tag: 'pathway',
        answer: 'What was decided.',
        versioned: true,
      }),
      body(decision),
      async (c) => {
        const seen = { id: c.req.param('id'), version: expectedVersion(c) }
        const { at, row } = await find(c)
        const given = c.req.valid('json')
        const now = clock.now()
        const minute = minuteOf(at, now)
        const deciding: Deciding = {
          at: minute,
          today: at.on,
          calendar: at.calendar,
          judge: async (trx, row) => {
            const rows = await loadBefore(trx, at, row.childId, row)
            if (!rows) return undefined
            const { contacts } = askedFirstOf(rows, minute)
            const { leftOn } = rows.child.row
            const refusal = comesTo(rows)?.refusal ?? null
            return { contacts, refusal, leftOn, overlaps: overlapsOf(rows) }
          },
        }
        const decided = {
          decision: given.decision,
          instead: orNull(given.instead),
          withoutContact: orNull(given.withoutContact),
        }
        const made = await desk.stepping(at, row.childId, () =>
          decide(db, at.scope, seen, decided, deciding, changeOf(c, now, shownOfStep)),
        )
        return c.json({ considering: await stepped(c, at, made) }, 200)
      },
    )
    .post(
      '/considerations/:id/withdraw',
      described({
        summary: 'Take back what was opened by mistake: it is counted nowhere',
        tag: 'pathway',
        answer: 'What was withdrawn.',
        versioned: true,
      }),
      body(z.strictObject({ reason: sentence })),
      async (c) => {
        const seen = { id: c.req.param('id'), version: expectedVersion(c) }
        const { at, row } = await find(c)
        const now = clock.now()
        const { reason } = c.req.valid('json')
        const made = await desk.stepping(at, row.childId, () =>
          withdraw(db, at.scope, seen, minuteOf(at, now), { ...changeOf(c, now, shownOfStep), reason }),
        )
        return c.json({ considering: await stepped(c, at, made) }, 200)
      },
    )
}
