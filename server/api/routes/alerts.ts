import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { alertById, alertEventsOf } from '../../../db/queries/alert.ts'
import type { AlertTable } from '../../../db/tables/alert.ts'
import { alertKey } from '../../alerts/reconcile-alerts.ts'
import { answerAlert, type AlertStep } from '../../alerts/answer-alert.ts'
import { addYears, isIsoDate, isoDate } from '../../calendar/iso-date.ts'
import type { Deps } from '../deps.ts'
import type { Desk } from '../desk.ts'
import { actorOf, changeOf, shows } from '../http/access.ts'
import { body } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { changedMeanwhile, etag, expectedVersion } from '../http/if-match.ts'
import { badFields, notFound, Refusal } from '../http/refusal.ts'

const sentence = z.string().trim().min(1, 'Say it in a sentence').max(1000)

const answer = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('done'), note: sentence.nullable().optional() }),
  z.strictObject({ answer: z.enum(['not-done', 'not-a-duty']), note: sentence }),
])

const postpone = z.strictObject({
  askAgainOn: z.string().refine(isIsoDate, 'Give a real day as year-month-day, such as 2026-03-13'),
  note: sentence.nullable().optional(),
})

/** What people do with an alert. Every step is kept with who and when. */
export function alertRoutes({ db, clock, rules }: Deps, desk: Desk) {
  /** Refuses "done" and "not done" where only a record shows that something was done; "not a duty" needs none. */
  const refuseWords = (alert: Pick<AlertTable, 'ruleId'>, step: AlertStep) => {
    const rule = rules.find(({ id }) => id === alert.ruleId)
    if (rule?.closedBy !== 'record' || step.step !== 'answered' || step.answer === 'not-a-duty') return
    throw badFields([
      {
        field: 'answer',
        message: `It closes by itself once something is on record, and not by saying that it was done or was not. ${rule.action.text}`,
      },
    ])
  }

  /**
   * The alert in the address, if whoever asks may know of it. Alerts are judged on all that the school keeps: who
   * sees a part of that, such as a Virtual School, has those whose finding holds in that part too.
   */
  const find = async (c: Context) => {
    const at = await desk.atDay(actorOf(c))
    const alert = await alertById(db, at.scope, c.req.param('id') ?? '').executeTakeFirst()
    if (!alert) throw notFound()
    if (at.scope.children === 'all') return { scope: at.scope, alert }
    const { children } = await desk.picture(at)
    const findings = children.find(({ row }) => row.id === alert.childId)?.findings ?? []
    const asks = findings.filter(
      ({ status }) => status === 'breach' || status === 'due' || status === 'watch',
    )
    if (!asks.some((finding) => alertKey(finding) === alertKey(alert))) throw notFound()
    return { scope: at.scope, alert }
  }

  const take = async (c: Context, version: number | null, step: AlertStep) => {
    const { scope, alert } = await find(c)
    const { id } = alert
    if (alert.state !== 'closed') refuseWords(alert, step)
    const stepped = await answerAlert(db, scope, { id, version }, step, changeOf(c, clock.now()))
    if (stepped.outcome !== 'missing') {
      const { childId } = stepped.outcome === 'ok' ? stepped.alert : stepped.current
      shows(c, { childIds: [childId], kind: 'alert', recordId: id })
    }
    if (stepped.outcome === 'missing') throw notFound()
    if (stepped.outcome === 'stale') throw changedMeanwhile(stepped.current)
    if (stepped.outcome === 'ok') return stepped.alert
    if (step.step === 'seen') return stepped.current
    throw new Refusal(409, {
      code: 'nothing-to-do',
      message:
        stepped.current.state === 'closed'
          ? 'What is recorded has closed this already.'
          : 'There is no answer to take back.',
      current: stepped.current,
    })
  }
  return new Hono()
    .get(
      '/alerts/:id',
      described({ summary: 'One alert and its life', tag: 'alerts', answer: 'Every step, oldest first.' }),
      async (c) => {
        const { scope, alert } = await find(c)
        const events = await alertEventsOf(db, scope, [alert.id]).execute()
        shows(c, { childIds: [alert.childId], kind: 'alert', recordId: alert.id })
        return c.json(
          { events: events.map(({ at, changedBy, step, note }) => ({ at, changedBy, step, note })) },
          200,
        )
      },
    )
    .post(
      '/alerts/:id/seen',
      described({ summary: 'Somebody has looked at it', tag: 'alerts', answer: 'The alert.' }),
      body(z.strictObject({})),
      async (c) => {
        const alert = await take(c, null, { step: 'seen' })
        c.header('ETag', etag(alert.version))
        return c.json(alert, 200)
      },
    )
    .post(
      '/alerts/:id/answer',
      described({
        summary: 'Done, not done and what will be different, or not a duty and why',
        tag: 'alerts',
        answer: 'The alert, closed. Where only a record closes it, the first two are refused.',
        versioned: true,
      }),
      body(answer),
      async (c) => {
        const given = c.req.valid('json')
        const step: AlertStep =
          given.answer === 'done'
            ? { step: 'answered', answer: 'done', note: given.note ?? null }
            : { step: 'answered', ...given }
        const alert = await take(c, expectedVersion(c), step)
        c.header('ETag', etag(alert.version))
        return c.json(alert, 200)
      },
    )
    .post(
      '/alerts/:id/postpone',
      described({ summary: 'Ask again on a day', tag: 'alerts', answer: 'The alert.', versioned: true }),
      body(postpone),
      async (c) => {
        const { askAgainOn, note = null } = c.req.valid('json')
        const day = isoDate(askAgainOn)
        const today = clock.today()
        if (day <= today || day > addYears(today, 1))
          throw badFields([{ field: 'askAgainOn', message: 'Choose a day after today and within a year.' }])
        const step = { step: 'postponed' as const, askAgainOn: day, note }
        const alert = await take(c, expectedVersion(c), step)
        c.header('ETag', etag(alert.version))
        return c.json(alert, 200)
      },
    )
    .post(
      '/alerts/:id/reopen',
      described({
        summary: 'Open it again; `undo` takes back the last answer alone',
        tag: 'alerts',
        answer: 'The alert.',
        versioned: true,
      }),
      body(z.strictObject({ undo: z.boolean().default(false) })),
      async (c) => {
        const { undo } = c.req.valid('json')
        const alert = await take(c, expectedVersion(c), { step: 'reopened', undo })
        c.header('ETag', etag(alert.version))
        return c.json(alert, 200)
      },
    )
}
