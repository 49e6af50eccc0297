import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { stampOfConsidered, unreadOf } from '../../../db/queries/considered.ts'
import { withRowScope } from '../../../db/row-scope.ts'
import type { ConsiderationTable } from '../../../db/tables/consideration.ts'
import { extentOf, type DataClass } from '../../access/permissions.ts'
import { keepAdvice, readFlag, type Advised } from '../../pathway/advise.ts'
import { considerationById } from '../../pathway/considering.ts'
import type { InboxItem } from '../../pathway/shapes.ts'
import { idOfKey } from '../../records/id-of-key.ts'
import type { Deps } from '../deps.ts'
import type { AtDay, Desk } from '../desk.ts'
import { mailAnswer } from '../flag-mail.ts'
import { actorOf, changeOf, shows } from '../http/access.ts'
import { body } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { idempotencyKey, keyUsed } from '../http/idempotency-key.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { minuteOf } from '../minute-of.ts'
import { placeAt, reachOf, withinReach, type Reach } from '../reach.ts'
import { decidedSince, inboxItemOf, inboxOf } from '../views/inbox.ts'

const shown: readonly DataClass[] = [1, 3, 8, 17]

/** What a school learns was seen: of its own children, and of no other’s. */
const sightAt = (schoolId: string, items: readonly InboxItem[]) => ({
  schoolId,
  childIds: [...new Set(items.filter(({ school }) => school.id === schoolId).map(({ child }) => child.id))],
  dataClasses: shown,
})

interface Found {
  readonly reach: Reach
  readonly row: ConsiderationTable
  /** At the child’s own school, in the scope that the post has there. */
  readonly at: AtDay
}

/** The Virtual School's side: what schools consider, read and answered, across all schools of the installation. */
export function inboxRoutes(deps: Deps, desk: Desk) {
  const { db, clock } = deps

  const reached = (c: Context) => reachOf(db, actorOf(c), clock.today())

  /** What is considered of a child whom the post opens; any other is not found. */
  async function find(c: Context): Promise<Found> {
    const reach = await reached(c)
    const row = await withinReach(reach, () => considerationById(db, reach.scope, c.req.param('id') ?? ''))
    if (!row) throw notFound()
    const at = await desk.atDay(placeAt(actorOf(c), row.schoolId, clock.today()))
    return { reach, row, at }
  }

  /** The item as it stands after a step, or why the step was not taken. */
  async function answered(c: Context, { reach, row }: Found, made: Advised): Promise<InboxItem> {
    if (made.outcome === 'missing') throw notFound()
    if (made.outcome === 'key-used') throw keyUsed()
    const item = await inboxItemOf(db, reach, 'row' in made ? made.row : row, clock.today())
    if (!item) throw notFound()
    const isKept = made.outcome === 'ok'
    const sight = { childIds: [row.childId], dataClasses: shown, kind: 'consideration', recordId: row.id }
    shows(c, { ...sight, schoolId: row.schoolId, isKept })
    if (made.outcome === 'ok' || made.outcome === 'again') return item
    throw new Refusal(409, {
      code: 'decided',
      message: `${item.school.name} has withdrawn this.`,
      current: item,
    })
  }

  /** Runs a step at the child’s own school, where the database gives no other school’s rows. */
  const stepping = <T>({ row, at }: Found, work: () => Promise<T>): Promise<T> =>
    withRowScope([row.schoolId], () => desk.stepping(at, row.childId, work))

  return new Hono()
    .get(
      '/inbox',
      described({
        summary: 'Children whom schools think of suspending, for their Virtual School',
        tag: 'pathway',
        answer: 'What is open, then what was decided in the last fortnight; how long it took to read them.',
      }),
      async (c) => {
        const inbox = await inboxOf(db, await reached(c), clock.today())
        const schoolIds = new Set(inbox.items.map(({ school }) => school.id))
        shows(c, ...[...schoolIds].map((schoolId) => sightAt(schoolId, inbox.items)))
        return c.json(inbox, 200)
      },
    )
    .post(
      '/inbox/:id/read',
      described({
        summary: 'The Virtual School has read it, which the school sees at once',
        tag: 'pathway',
        answer: 'The item.',
      }),
      body(z.strictObject({})),
      async (c) => {
        const found = await find(c)
        const now = clock.now()
        const made = await stepping(found, () =>
          readFlag(db, found.at.scope, found.row.id, minuteOf(found.at, now), changeOf(c, now, shown)),
        )
        return c.json({ item: await answered(c, found, made) }, 200)
      },
    )
    .post(
      '/inbox/:id/advice',
      described({
        summary: 'Advise on what a school considers; it stands with the child',
        tag: 'pathway',
        answer: 'The item.',
        once: true,
      }),
      body(
        z.strictObject({
          words: z.string().trim().min(1, 'Write what you advise').max(1000, 'At most 1000 characters'),
        }),
      ),
      async (c) => {
        const found = await find(c)
        const now = clock.now()
        const key = idempotencyKey(c)
        const own = (kind: string) =>
          key === undefined
            ? crypto.randomUUID()
            : idOfKey(kind, found.row.schoolId, `${actorOf(c).accountId} ${key}`)
        const of = { considerationId: found.row.id, id: own('advice'), contactId: own('advice contact') }
        const advice = { at: minuteOf(found.at, now), words: c.req.valid('json').words }
        const made = await stepping(found, () =>
          keepAdvice(db, found.at.scope, of, advice, changeOf(c, now, shown)),
        )
        const item = await answered(c, found, made)
        if (made.outcome === 'ok' && made.isFirst) mailAnswer(deps, found.row)
        return c.json({ item }, 200)
      },
    )
    .get(
      '/news',
      described({
        summary: 'Whether anything about what is considered or advised has changed',
        tag: 'pathway',
        answer: 'A stamp that differs after each change; for a Virtual School how many nobody has read.',
      }),
      async (c) => {
        const reach = await reached(c)
        const counts = extentOf(actorOf(c).role, 17, 'write') !== undefined
        const news = await withinReach(reach, async () => ({
          stamp: await stampOfConsidered(db, reach.scope, decidedSince(clock.today())),
          unread: counts ? await unreadOf(db, reach.scope) : null,
        }))
        return c.json(news, 200)
      },
    )
}
