import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { consideredOfChild, consideredSince } from '../../../db/queries/considered.ts'
import { getRecord } from '../../../db/queries/record.ts'
import { suspensionsOfChildren } from '../../../db/queries/suspension.ts'
import { withRowScope } from '../../../db/row-scope.ts'
import type { DataClass } from '../../access/permissions.ts'
import { assess } from '../../alerts/assess.ts'
import { childIdsOf } from '../../alerts/picture.ts'
import { firstDayOf } from '../../calendar/academic-year.ts'
import { isRecordMinute, localMinute } from '../../calendar/iso-date.ts'
import { cancelSuspension } from '../../pathway/cancel.ts'
import { patternRows, patternsOf } from '../../pathway/pattern.ts'
import type { SuspensionPattern } from '../../pathway/shapes-after.ts'
import type { Deps } from '../deps.ts'
import type { AtDay, Desk } from '../desk.ts'
import type { Answers } from '../http/answer.ts'
import { actorOf, changeOf, may, shows } from '../http/access.ts'
import { body, onQuery, query } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { changedMeanwhile, etag, expectedVersion } from '../http/if-match.ts'
import { badFields, notFound, Refusal } from '../http/refusal.ts'
import { minuteOf } from '../minute-of.ts'
import { placeAt, reachOf, schoolOfChild, withinReach } from '../reach.ts'
import { factsOfChild, suspensionOf } from '../views/before-rows.ts'
import {
  cancelAt,
  lettersFor,
  loadSuspension,
  suspensionView,
  type SuspensionRows,
} from '../views/suspension.ts'
import { everyReason, suspensionsView } from '../views/suspensions.ts'

const shown: readonly DataClass[] = [1, 3, 8]
/** Whom they go to: parents, and the social worker. */
const shownInLetters: readonly DataClass[] = [1, 2, 3, 4, 8]
const minute = z.string().refine(isRecordMinute, 'Give a day and a time, such as 2026-03-13T08:40')
const reason = z.string().trim().min(1, 'Say why it is cancelled').max(400, 'At most 400 characters')

/** Suspensions after the decision: the picture of the year, one with its tasks and letters, what a child’s have in common. */
export function suspensionRoutes({ db, clock, rules }: Deps, desk: Desk, answer: Answers) {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))

  /** Reads one suspension that the post reaches, at its own school, and does something with it there. */
  async function atOne<T>(
    c: Context,
    on: string | undefined,
    work: (at: AtDay, rows: SuspensionRows) => Promise<T>,
  ): Promise<T> {
    const actor = actorOf(c)
    const reach = await reachOf(db, actor, clock.today())
    const row = await withinReach(reach, () =>
      getRecord(db, reach.scope, 'suspension', c.req.param('id') ?? ''),
    )
    if (!row) throw notFound()
    return withRowScope([row.schoolId], async () => {
      const at = await desk.atDay(placeAt(actor, row.schoolId, clock.today()), on)
      const picture = await desk.oneChild(at, row.childId)
      const rows = picture && (await loadSuspension(db, at, picture, row))
      if (!rows) throw notFound()
      return work(at, rows)
    })
  }

  const sight = ({ row }: SuspensionRows, dataClasses: readonly DataClass[]) => ({
    childIds: [row.childId],
    schoolId: row.schoolId,
    dataClasses,
    kind: 'suspension',
    recordId: row.id,
  })

  return new Hono()
    .get(
      '/suspensions',
      described({
        summary: 'The suspensions of the academic year, and what came instead',
        tag: 'pathway',
        answer: 'Every row that the figures of the page are counted from.',
      }),
      query(onQuery),
      async (c) => {
        const at = await desk.atDay(actorOf(c), c.req.valid('query').on)
        return answer(c, at, async () => {
          const picture = await desk.picture(at)
          const since = `${firstDayOf(picture.year)}T00:00`
          const considered = await consideredSince(db, at.scope, since).execute()
          const view = suspensionsView(picture, considered, byId, at.asked)
          return { view, childIds: childIdsOf(picture) }
        })
      },
    )
    .get(
      '/suspensions/:id',
      described({
        summary: 'One suspension: what is to be done, and whether it may be cancelled',
        tag: 'pathway',
        answer: 'Its tasks with their clocks, who was told, and the register.',
      }),
      query(onQuery),
      async (c) =>
        atOne(c, c.req.valid('query').on, (at, rows) => {
          const actor = actorOf(c)
          shows(c, sight(rows, shown))
          const rights = { write: may(actor, 8, 'write'), decide: may(actor, 8, 'approve') }
          c.header('ETag', etag(rows.row.version))
          return Promise.resolve(c.json(suspensionView(rows, byId, minuteOf(at, clock.now()), rights), 200))
        }),
    )
    .get(
      '/suspensions/:id/letters',
      described({
        summary: 'The letters of one suspension, made of what is recorded',
        tag: 'pathway',
        answer: 'Each letter with what it lacks.',
      }),
      async (c) =>
        atOne(c, undefined, async (at, rows) => {
          shows(c, sight(rows, shownInLetters))
          return c.json({ letters: await lettersFor(db, at, rows) }, 200)
        }),
    )
    .post(
      '/suspensions/:id/cancel',
      described({
        summary: 'The headteacher cancels it; days served still count',
        tag: 'pathway',
        answer: 'What was cancelled, and when.',
        versioned: true,
      }),
      body(z.strictObject({ reason, cancelledAt: minute.nullable().default(null) })),
      async (c) => {
        const seen = { id: c.req.param('id'), version: expectedVersion(c) }
        const at = await desk.atDay(actorOf(c))
        const found = await getRecord(db, at.scope, 'suspension', seen.id)
        if (!found) throw notFound()
        const now = clock.now()
        const current = minuteOf(at, now)
        const given = c.req.valid('json')
        const cancelledAt = given.cancelledAt === null ? current : localMinute(given.cancelledAt)
        const made = await desk.stepping(at, found.childId, () =>
          cancelSuspension(
            db,
            at.scope,
            seen,
            { at: cancelledAt, reason: given.reason },
            async (trx, row) => {
              const { scope, school, on, calendar } = at
              const one = { childIds: [row.childId], calendar }
              const picture = await assess({ db: trx, rules: [] }, scope, school, on, one)
              const rows = await loadSuspension(trx, at, picture, row)
              return rows ? cancelAt(rows, cancelledAt, current) : { may: false, why: null, problems: [] }
            },
            changeOf(c, now, shown),
          ),
        )
        if (made.outcome === 'missing') throw notFound()
        const recorded = {
          childIds: [found.childId],
          dataClasses: shown,
          kind: 'suspension',
          recordId: found.id,
        }
        shows(c, { ...recorded, isKept: made.outcome === 'ok' })
        if (made.outcome === 'bad') throw badFields(made.problems)
        if (made.outcome === 'may-not') throw new Refusal(409, { code: 'may-not-cancel', message: made.why })
        if (made.outcome === 'stale') throw changedMeanwhile(made.row)
        const { id, version, cancelledReason } = made.row
        c.header('ETag', etag(version))
        return c.json({ id, version, cancelledAt: made.row.cancelledAt, cancelledReason }, 200)
      },
    )
    .get(
      '/children/:id/suspension-pattern',
      described({
        summary: 'What the suspensions of a child have in common',
        tag: 'pathway',
        answer: 'Days, times, reasons and what came before, with the rows of each.',
      }),
      async (c) => {
        const actor = actorOf(c)
        const childId = c.req.param('id')
        const schoolId = await schoolOfChild(db, actor, childId, clock.today())
        if (schoolId === undefined) throw notFound()
        return withRowScope([schoolId], async () => {
          const at = await desk.atDay(placeAt(actor, schoolId, clock.today()))
          const child = await factsOfChild(db, at, childId)
          if (!child) throw notFound()
          const stored = await suspensionsOfChildren(db, at.scope, [childId]).execute()
          const considered = await consideredOfChild(db, at.scope, childId).execute()
          const bySuspension = new Map(
            considered.flatMap((each) => {
              const id = suspensionOf(each, stored)
              return id === null ? [] : [[id, each] as const]
            }),
          )
          const rows = patternRows(child.facts.suspension?.rows ?? [], bySuspension)
          shows(c, { childIds: [childId], schoolId, dataClasses: [1, 8] })
          const pattern: SuspensionPattern = {
            evaluatesOn: at.on,
            rows,
            patterns: patternsOf(rows),
            reasons: everyReason,
          }
          return c.json(pattern, 200)
        })
      },
    )
}
