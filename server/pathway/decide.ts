import type { Kysely, Transaction } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Change, NewRecord } from '../../db/queries/record-shape.ts'
import { contactsOfChildren } from '../../db/queries/contact.ts'
import { correctRecord, createRecord } from '../../db/queries/record.ts'
import { holdAsTyped, suspensionsOfChildren } from '../../db/queries/suspension.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { ConsiderationTable } from '../../db/tables/consideration.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { addDays, dayOf, isoDate, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'
import { idOfKey } from '../records/id-of-key.ts'
import type { FieldProblem } from '../records/kind.ts'
import { notSentHome } from '../records/sent-home.ts'
import { dateWords } from '../engine/words.ts'
import { isAbout } from './asked-about.ts'
import { againstExam } from './exam-missed.ts'
import { considerationById, takeUp, type Seen, type Stepped } from './considering.ts'
import { tooLateToday } from './first-half.ts'
import { isAskingFor, isUndecided, sameStart } from './joined.ts'
import type { Consequences, ContactStep } from './shapes.ts'

/** What a headteacher decides; of a suspension, what is decided is the stored proposal. */
export interface Decision {
  readonly decision: 'not-suspended' | 'suspended'
  readonly instead: string | null
  readonly withoutContact: string | null
}

/** What is worked out from the rows as the transaction sees them. */
export interface Judged {
  readonly contacts: readonly ContactStep[]
  readonly refusal: Consequences['refusal']
  /** The child’s last day on roll; null while it stays. */
  readonly leftOn: string | null
  /** The first day of a suspension in which some of it lies already; null where none of it does. */
  readonly overlaps: IsoDate | null
}

export interface Deciding {
  /** The local minute of the decision. */
  readonly at: LocalMinute
  readonly today: IsoDate
  readonly calendar: SchoolCalendar
  /** Undefined for a child who was removed, or is out of scope by now. */
  judge(trx: Transaction<Database>, row: ConsiderationTable): Promise<Judged | undefined>
}

type Proposed = Pick<
  ConsiderationTable,
  'kind' | 'startedOn' | 'startSession' | 'halfDays' | 'reasons' | 'missesExam' | 'examOn' | 'happenedAt'
>

/** Nothing is decided for a later day than this many days on: a slip of the year would count in no total. */
const LATEST_START_DAYS = 366

/** What a proposal lacks to be decided, or says that cannot be, each at its field. */
export function lacking(
  proposed: Proposed,
  { at, today, calendar }: Pick<Deciding, 'at' | 'today' | 'calendar'>,
  leftOn: string | null,
): FieldProblem[] {
  const { kind, startedOn, startSession, halfDays, reasons, happenedAt } = proposed
  const problems: FieldProblem[] = []
  const lacks = (field: string, message: string) => void problems.push({ field, message })
  if (kind === null) lacks('kind', 'Say what is decided: a suspension, lunchtimes or a permanent exclusion.')
  if (startedOn === null) lacks('startedOn', 'Say on which day it begins.')
  else if (startedOn < today)
    lacks('startedOn', 'It cannot begin before the day on which it is decided: choose today or a later day.')
  else if (leftOn !== null && startedOn > leftOn)
    lacks(
      'startedOn',
      leftOn < today
        ? 'This child has left the school.'
        : 'This is after the child’s last day at the school.',
    )
  else if (startedOn > addDays(today, LATEST_START_DAYS))
    lacks('startedOn', 'This is more than a year ahead: check the year.')
  else if (calendar.knowsDay(isoDate(startedOn)) && !calendar.isSchoolDay(isoDate(startedOn)))
    lacks('startedOn', 'This is no school day: choose one.')
  const late = startedOn === dayOf(at) ? tooLateToday({ kind, startSession }, at, calendar) : null
  if (late !== null && problems.length === 0) problems.push(late)
  if (kind !== null && kind !== 'lunchtime' && startSession === null)
    lacks('startSession', 'Say whether it begins in the morning or the afternoon.')
  if (kind !== null && kind !== 'permanent' && halfDays === null)
    lacks('halfDays', 'Say how many school days, halves included.')
  if (reasons === '') lacks('reasons', 'Give at least one reason.')
  if (happenedAt !== null && happenedAt > at)
    lacks('happenedAt', 'This is still to come: give the time it happened.')
  return [...problems, ...againstExam(proposed, calendar, today)]
}

const suspensionOf = (row: ConsiderationTable, at: LocalMinute): NewRecord<'suspension'> => ({
  id: idOfKey('suspension', row.schoolId, `consideration ${row.id}`),
  schoolId: row.schoolId,
  childId: row.childId,
  kind: row.kind ?? 'suspension',
  startedOn: row.startedOn ?? '',
  startSession: row.kind === 'lunchtime' ? null : row.startSession,
  halfDays: row.kind === 'permanent' ? null : row.halfDays,
  reasons: row.reasons,
  decidedAt: at,
  atOtherSchool: 0,
  considerationId: row.id,
  ...(row.kind === 'lunchtime'
    ? { missesExam: null, examOn: null }
    : { missesExam: row.missesExam, examOn: row.missesExam === 1 ? row.examOn : null }),
  representations: null,
  representationsOn: null,
  cancelledAt: null,
  cancelledReason: null,
})

const isDecided = (column: string) => !['id', 'schoolId', 'childId'].includes(column)

/**
 * Makes the suspension, or joins the one that a file brought in with the same first day; answers its id. Throws
 * `DuplicateError` when there is one that was decided apart from this, or at another school.
 */
async function makeSuspension(
  trx: Transaction<Database>,
  scope: Scope,
  row: ConsiderationTable,
  at: LocalMinute,
  change: Change,
): Promise<string> {
  const suspension = suspensionOf(row, at)
  const made = await createRecord(trx, scope, 'suspension', suspension, change)
  if (made === 'ok') return suspension.id
  const { kind: _kind, startedOn: _on, startSession: _half, ...others } = suspension
  const { id: _id, schoolId: _school, childId: _child, ...rest } = others
  const all = await suspensionsOfChildren(trx, scope, [row.childId]).execute()
  const held = all.find((each) => sameStart(suspension)(each) && each.cancelledAt === null)
  if (!held) throw new DuplicateError('not to be kept')
  if (!isUndecided(held)) throw new DuplicateError('decided apart from this')
  const joined = await correctRecord(trx, scope, 'suspension', held.id, held.version, rest, change)
  if (joined !== 'ok') throw new DuplicateError('not to be joined')
  // What the file said alike was decided here too: a later file does not change it unasked.
  await holdAsTyped(trx, scope, held.id, Object.keys(suspension).filter(isDecided)).execute()
  return held.id
}

/**
 * Everything by which somebody was asked about it goes with the decision: what was recorded as it was considered, and
 * what a file told before of the suspension that it joins.
 */
async function linkContacts(
  trx: Transaction<Database>,
  scope: Scope,
  row: ConsiderationTable,
  suspensionId: string,
  calendar: SchoolCalendar,
  change: Change,
): Promise<void> {
  const contacts = await contactsOfChildren(trx, scope, [row.childId]).execute()
  const link = { suspensionId, considerationId: row.id }
  const isOfIt = isAskingFor(row.id, suspensionId)
  for (const contact of contacts.filter((each) => isOfIt(each) && isAbout(each, row, calendar)))
    await correctRecord(trx, scope, 'contact', contact.id, contact.version, link, change)
}

/** The same decision by the same person, on what they saw: a second click, or an answer that was lost. */
const isSame = (row: ConsiderationTable, { decision, instead, withoutContact }: Decision, change: Change) =>
  row.state === decision &&
  row.decidedBy === change.changedBy &&
  row.instead === instead &&
  (row.withoutContact === withoutContact || row.withoutContact === null)

/**
 * Decides what is stored, whole or not at all: its state, the suspension, and the contacts that came before it. Of two
 * who decide at once the second is told of the first. The undoing of `inTransaction` comes by throwing alone, so a
 * refusal is found before anything is written, but for the suspension that is there already.
 */
export async function decide(
  db: Kysely<Database>,
  scope: Scope,
  seen: Seen,
  decision: Decision,
  deciding: Deciding,
  change: Change,
): Promise<Stepped> {
  try {
    return await inTransaction(db, (trx) => decideWithin(trx, scope, seen, decision, deciding, change))
  } catch (error) {
    if (error instanceof DuplicateError) return { outcome: 'duplicate' }
    throw error
  }
}

/** Undoes the transaction. */
class DuplicateError extends Error {}

async function decideWithin(
  trx: Transaction<Database>,
  scope: Scope,
  seen: Seen,
  decision: Decision,
  deciding: Deciding,
  change: Change,
): Promise<Stepped> {
  const taken = await takeUp(trx, scope, seen)
  if (!taken) return { outcome: 'missing' }
  const { row, isCurrent } = taken
  if (row.state !== 'open') return { outcome: isSame(row, decision, change) ? 'again' : 'closed', row }
  if (!isCurrent) return { outcome: 'stale', row }
  const suspends = decision.decision === 'suspended'
  const unlawful = suspends ? [] : notSentHome('instead', decision.instead)
  if (unlawful.length > 0) return { outcome: 'bad', problems: unlawful }
  const judged = await deciding.judge(trx, row)
  if (!judged) return { outcome: 'missing' }
  const { contacts, refusal, leftOn, overlaps } = judged
  if (suspends) {
    const problems = lacking(row, deciding, leftOn)
    if (problems.length > 0) return { outcome: 'bad', problems }
    if (overlaps !== null)
      return {
        outcome: 'bad',
        problems: [
          {
            field: 'startedOn',
            message: `Some of it lies in the suspension of ${dateWords(overlaps, deciding.today)} already, and would count twice: choose days after that one.`,
          },
        ],
      }
    if (refusal !== null) return { outcome: 'over-45', message: refusal }
  }
  const steps = suspends ? contacts.filter(({ isNeeded, isDone }) => isNeeded && !isDone) : []
  if (steps.length > 0 && decision.withoutContact === null) return { outcome: 'contact-first', steps }
  const decided = {
    state: decision.decision,
    decidedAt: deciding.at,
    decidedBy: change.changedBy,
    instead: decision.instead,
    withoutContact: steps.length > 0 ? decision.withoutContact : null,
  }
  await correctRecord(trx, scope, 'consideration', row.id, row.version, decided, change)
  if (suspends) {
    const suspensionId = await makeSuspension(trx, scope, row, deciding.at, change)
    await linkContacts(trx, scope, row, suspensionId, deciding.calendar, change)
  }
  const now = await considerationById(trx, scope, row.id)
  return now ? { outcome: 'ok', row: now } : { outcome: 'missing' }
}
