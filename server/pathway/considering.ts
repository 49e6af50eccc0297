import type { Kysely, Transaction } from 'kysely'
import { recordHistoryOf } from '../../db/queries/record-history.ts'
import { getRecord } from '../../db/queries/record.ts'
import { bumpRevision } from '../../db/queries/school.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { AdviceTable } from '../../db/tables/advice.ts'
import type { ConsiderationTable } from '../../db/tables/consideration.ts'
import { isoDate, localMinute } from '../calendar/iso-date.ts'
import type { FieldProblem } from '../records/kind.ts'
import type { ConsiderationView, ContactStep } from './shapes.ts'

/** What is considered, at the version that a person saw. */
export interface Seen {
  readonly id: string
  readonly version: number
}

/** What came of a step: what is stored now, or why nothing was written. */
export type Stepped =
  | { outcome: 'ok' | 'again'; row: ConsiderationTable }
  /** Somebody changed what the person saw. */
  | { outcome: 'stale'; row: ConsiderationTable }
  /** It was decided or withdrawn before. */
  | { outcome: 'closed'; row: ConsiderationTable }
  | { outcome: 'bad'; problems: readonly FieldProblem[] }
  /** More than 45 school days in the year; in a sentence. */
  | { outcome: 'over-45'; message: string }
  /** Those who should be asked first, and were not. */
  | { outcome: 'contact-first'; steps: readonly ContactStep[] }
  /** Another suspension has the same first half day. */
  | { outcome: 'duplicate' }
  | { outcome: 'missing' }

const listOf = (text: string): string[] => text.split(';').filter((part) => part !== '')
const dayOrNull = (text: string | null) => (text === null ? null : isoDate(text))
const minuteOrNull = (text: string | null) => (text === null ? null : localMinute(text))
const flagOrNull = (flag: 0 | 1 | null) => (flag === null ? null : flag === 1)

/** A stored row as pages read it, with the advice on it and the suspension it led to. */
export function considerationView(
  row: ConsiderationTable,
  advice: readonly AdviceTable[],
  suspensionId: string | null,
): ConsiderationView {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    startedOn: dayOrNull(row.startedOn),
    startSession: row.startSession,
    halfDays: row.halfDays,
    missesExam: flagOrNull(row.missesExam),
    examOn: dayOrNull(row.examOn),
    openedAt: row.openedAt,
    openedBy: row.openedBy,
    happenedAt: minuteOrNull(row.happenedAt),
    whatHappened: row.whatHappened,
    whatBefore: row.whatBefore,
    reasons: listOf(row.reasons),
    ringBack: row.ringBack,
    state: row.state,
    decidedAt: minuteOrNull(row.decidedAt),
    decidedBy: row.decidedBy,
    instead: row.instead,
    withoutContact: row.withoutContact,
    suspensionId,
    read: row.readAt === null || row.readBy === null ? null : { at: row.readAt, by: row.readBy },
    advice: advice
      .filter(({ considerationId }) => considerationId === row.id)
      .map(({ givenAt, givenBy, words }) => ({ at: localMinute(givenAt), by: givenBy, words })),
  }
}

/** Columns that a person of the school never fills in: the Virtual School’s reading changes nothing they saw. */
const readingColumns = new Set(['readAt', 'readBy'])

/** Whether all that changed since a version is that the Virtual School read it. */
async function onlyRead(trx: Transaction<Database>, scope: Scope, { id, version }: Seen): Promise<boolean> {
  const later = await recordHistoryOf(trx, scope, [id]).where('version', '>', version).execute()
  return later.every(({ after }) =>
    Object.keys(JSON.parse(after) as object).every((column) => readingColumns.has(column)),
  )
}

/** One row, unless it was removed or lies out of scope. */
export const considerationById = (db: Kysely<Database>, scope: Scope, id: string) =>
  getRecord(db, scope, 'consideration', id)

/**
 * Takes what is considered up to change it: from here to the end of the transaction no other writer of the school
 * comes between. `current` false: somebody changed what the person saw, other than by reading it.
 */
export async function takeUp(
  trx: Transaction<Database>,
  scope: Scope,
  seen: Seen,
): Promise<{ row: ConsiderationTable; isCurrent: boolean } | undefined> {
  const found = await considerationById(trx, scope, seen.id)
  if (!found) return undefined
  await bumpRevision(trx, scope, found.schoolId).execute()
  const row = await considerationById(trx, scope, seen.id)
  if (!row) return undefined
  const isCurrent =
    row.version === seen.version || (row.version > seen.version && (await onlyRead(trx, scope, seen)))
  return { row, isCurrent }
}
