import { Hono, type Context } from 'hono'
import { z } from 'zod'
import type { Change } from '../../../db/queries/record-shape.ts'
import { isoDate } from '../../calendar/iso-date.ts'
import type { ReportStep } from '../../report/report-json.ts'
import { approve } from '../../reporting/approve.ts'
import { minute, publish, remove, send, sendBack, setUp } from '../../reporting/life.ts'
import { reportRow } from '../../reporting/report-row.ts'
import type { SeenReport, Stepped } from '../../reporting/stepping.ts'
import type { Deps } from '../deps.ts'
import type { AtDay, Desk } from '../desk.ts'
import { actorOf, changeOf } from '../http/access.ts'
import { body, day } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { changedMeanwhile, expectedVersion } from '../http/if-match.ts'
import { badFields, notFound, Refusal } from '../http/refusal.ts'
import { whole } from '../views/report-whole.ts'

const sentence = z.string().trim().min(1, 'Say it in a sentence').max(1000, 'At most 1000 characters')
const thresholds = z.union([z.literal(4), z.literal(5), z.literal(9)], 'Choose 4, 5 or 9')
const nothing = z.strictObject({})
const late = (field: string) =>
  badFields([{ field, message: 'This day is still to come: choose today or an earlier one.' }])
const past = (field: string) =>
  badFields([{ field, message: 'This day is past: give that of the next meeting, or leave it empty.' }])

const step = (summary: string) =>
  described({ summary, tag: 'reports', answer: 'The report as it stands now.', versioned: true })

/** The report after a step, or why the step was not taken. */
function stepped(made: Stepped): ReportStep {
  switch (made.outcome) {
    case 'ok':
    case 'again':
      return { report: reportRow(made.row) }
    case 'stale':
      throw changedMeanwhile(reportRow(made.row))
    case 'closed':
      throw new Refusal(409, { code: 'closed', message: made.message, current: reportRow(made.row) })
    case 'refused':
      throw badFields([{ field: made.field, message: made.message }])
    case 'missing':
      throw notFound()
  }
}

/** Steps in the life of a report: handed over, sent back, approved, published, noted, or taken out. */
export function reportStepRoutes(deps: Deps, desk: Desk) {
  const { db, clock, rules } = deps

  async function take(
    c: Context,
    work: (at: AtDay, seen: SeenReport, change: Change) => Promise<Stepped>,
  ): Promise<ReportStep> {
    const seen = { id: c.req.param('id') ?? '', version: expectedVersion(c) }
    const at = await desk.atDay(actorOf(c))
    return stepped(await whole(deps, () => work(at, seen, changeOf(c, clock.now()))))
  }

  return new Hono()
    .put(
      '/reports/:id',
      step('Choose the day of a draft and which counts are hidden'),
      body(z.strictObject({ on: day, threshold: thresholds })),
      async (c) => {
        const { on: given, threshold } = c.req.valid('json')
        const on = isoDate(given)
        const made = await take(c, async ({ scope, today }, seen, change) => {
          if (on > today) throw late('on')
          return setUp(db, scope, seen, change, { on, threshold })
        })
        return c.json(made, 200)
      },
    )
    .post('/reports/:id/send', step('Hand a draft to the headteacher'), body(nothing), async (c) =>
      c.json(await take(c, ({ scope }, seen, change) => send(db, scope, seen, change)), 200),
    )
    .post(
      '/reports/:id/return',
      step('Send a report back to be changed'),
      body(z.strictObject({ reason: sentence })),
      async (c) => {
        const { reason } = c.req.valid('json')
        return c.json(
          await take(c, ({ scope }, seen, change) => sendBack(db, scope, seen, change, reason)),
          200,
        )
      },
    )
    .post('/reports/:id/approve', step('Approve a report, which freezes it'), body(nothing), async (c) =>
      c.json(await take(c, (at, seen, change) => approve(db, at, seen, rules, change)), 200),
    )
    .post(
      '/reports/:id/publish',
      step('Put an approved report before the governors'),
      body(z.strictObject({ meetingOn: day.nullable() })),
      async (c) => {
        const { meetingOn: given } = c.req.valid('json')
        const meetingOn = given === null ? null : isoDate(given)
        return c.json(
          await take(c, async ({ scope, today }, seen, change) => {
            if (meetingOn !== null && meetingOn < today) throw past('meetingOn')
            return publish(db, scope, seen, change, meetingOn)
          }),
          200,
        )
      },
    )
    .post(
      '/reports/:id/minute',
      step('Keep the minute in which the board noted a report'),
      body(z.strictObject({ on: day, minute: sentence })),
      async (c) => {
        const given = c.req.valid('json')
        const on = isoDate(given.on)
        const made = await take(c, async ({ scope, today }, seen, change) => {
          if (on > today) throw late('on')
          return minute(db, scope, seen, change, { on, minute: given.minute })
        })
        return c.json(made, 200)
      },
    )
    .post(
      '/reports/:id/remove',
      step('Take a draft out'),
      body(z.strictObject({ reason: sentence })),
      async (c) => {
        const { reason } = c.req.valid('json')
        return c.json(
          await take(c, ({ scope }, seen, change) => remove(db, scope, seen, change, reason)),
          200,
        )
      },
    )
}
