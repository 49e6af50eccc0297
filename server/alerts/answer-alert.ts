import type { Kysely, Transaction } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import { alertById, alertEventsOf, insertAlertEvents, updateAlert } from '../../db/queries/alert.ts'
import { appendAuditEvents, type AuditBy } from '../../db/queries/audit-event.ts'
import { bumpRevision } from '../../db/queries/school.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { AlertEventTable, AlertTable } from '../../db/tables/alert.ts'
import { isIsoDate, type IsoDate } from '../calendar/iso-date.ts'
import { eventId } from './alert-changes.ts'

/**
 * What a person does with an alert. Any true answer closes it, and only "done" needs no sentence; an alert of a rule
 * that is `closedBy` a record gets neither "done" nor "not done" from its route.
 */
export type AlertStep =
  | { step: 'seen' }
  | { step: 'answered'; answer: 'done'; note: string | null }
  | { step: 'answered'; answer: 'not-done' | 'not-a-duty'; note: string }
  | { step: 'postponed'; askAgainOn: IsoDate; note: string | null }
  /** Open again; `undo` takes back the last answer alone, so that one postponed before is so again. */
  | { step: 'reopened'; undo: boolean }

export interface By {
  readonly at: string
  readonly changedBy: string
  /** The account, role and route behind it, for the audit. */
  readonly by?: AuditBy
}

export type Stepped =
  | { outcome: 'ok'; alert: AlertTable }
  | { outcome: 'stale'; current: AlertTable }
  | { outcome: 'missing' }
  /** Facts closed it meanwhile, or there is no answer to take back. */
  | { outcome: 'nothing-to-do'; current: AlertTable }

type Changes = Partial<Pick<AlertTable, 'state' | 'seenAt' | 'answer' | 'note' | 'askAgainOn'>>

const unanswered = { state: 'open', answer: null, note: null, askAgainOn: null } as const

/** A postponed step keeps its day in front of its note. */
const postponedNote = (askAgainOn: IsoDate, note: string | null) =>
  note ? `${askAgainOn} ${note}` : askAgainOn

/** The alert as it was before the last answer, from the steps of its life, oldest first. */
export function beforeLastAnswer(events: readonly Pick<AlertEventTable, 'step' | 'note'>[]): Changes {
  const answers = events.filter(({ step }) => step !== 'seen' && step !== 'worsened')
  const before = answers.at(-2)
  const askAgainOn = before?.note?.slice(0, 10) ?? ''
  if (before?.step !== 'postponed' || !isIsoDate(askAgainOn)) return unanswered
  return { ...unanswered, state: 'postponed', askAgainOn, note: before.note?.slice(11) || null }
}

function changesOf(step: AlertStep, { at }: By, events: readonly AlertEventTable[]): Changes {
  switch (step.step) {
    case 'seen':
      return { seenAt: at }
    case 'answered':
      return { state: 'answered', answer: step.answer, note: step.note, askAgainOn: null, seenAt: at }
    case 'postponed':
      return { state: 'postponed', answer: null, note: step.note, askAgainOn: step.askAgainOn, seenAt: at }
    case 'reopened':
      return step.undo ? beforeLastAnswer(events) : unanswered
  }
}

const noteOf = (step: AlertStep): string | null =>
  step.step === 'answered'
    ? step.note
    : step.step === 'postponed'
      ? postponedNote(step.askAgainOn, step.note)
      : null

const isIdle = ({ step }: AlertStep, { state, seenAt }: AlertTable) =>
  state === 'closed' || (step === 'seen' && seenAt !== null) || (step === 'reopened' && state === 'open')

async function write(trx: Transaction<Database>, scope: Scope, alert: AlertTable, step: AlertStep, by: By) {
  const events = await alertEventsOf(trx, scope, [alert.id]).execute()
  const changes = changesOf(step, by, events)
  await updateAlert(trx, scope, alert.id, alert.version, changes).execute()
  const answer = step.step === 'answered' ? step.answer : null
  const next = { ...alert, ...changes, version: alert.version + 1 }
  await insertAlertEvents(trx, [
    {
      id: eventId(next),
      schoolId: alert.schoolId,
      alertId: alert.id,
      at: by.at,
      changedBy: by.changedBy,
      step: step.step,
      note: [answer, noteOf(step)].filter(Boolean).join(': ') || null,
    },
  ])
  const { id: recordId, schoolId, childId } = alert
  const of = { schoolId, childIds: [childId], dataClasses: [15], kind: 'alert', recordId }
  const what = { action: `alert.${step.step}`, ...of }
  await appendAuditEvents(trx, [{ ...by.by, at: by.at, changedBy: by.changedBy, ...what }])
  return next
}

/**
 * Takes one step, kept with who and when, unless somebody changed the alert since it was seen at `version`;
 * `seen` asks for none.
 */
export async function answerAlert(
  db: Kysely<Database>,
  scope: Scope,
  { id, version }: { readonly id: string; readonly version: number | null },
  step: AlertStep,
  by: By,
): Promise<Stepped> {
  return inTransaction(db, async (trx): Promise<Stepped> => {
    const found = await alertById(trx, scope, id).executeTakeFirst()
    if (!found) return { outcome: 'missing' }
    await bumpRevision(trx, scope, found.schoolId).execute()
    const alert = (await alertById(trx, scope, id).executeTakeFirst()) ?? found
    if (version !== null && alert.version !== version) return { outcome: 'stale', current: alert }
    if (isIdle(step, alert)) return { outcome: 'nothing-to-do', current: alert }
    return { outcome: 'ok', alert: await write(trx, scope, alert, step, by) }
  })
}
