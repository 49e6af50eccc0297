import type { Kysely, Transaction } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import { authorityByCode } from '../../db/queries/authority.ts'
import {
  tableOfKind,
  type Change,
  type RecordChanges,
  type RecordTable,
} from '../../db/queries/record-shape.ts'
import { correctRecord, getRecord, removeRecord } from '../../db/queries/record.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { checkRecord, fieldsWith } from './check-record.ts'
import { toColumns, toFields } from './field-columns.ts'
import { correctionByRights, decisionByRights, removalByRights, type FieldRights } from './field-rights.ts'
import type { FieldProblem, FieldValues, RecordKind } from './kind.ts'
import { recordViewFor, type RecordRow, type RecordView } from './record-view.ts'

/** What came of a write: the record as it is now, or why nothing was written. */
export type Written =
  | { outcome: 'ok' | 'again'; record: RecordView }
  | { outcome: 'bad'; problems: readonly FieldProblem[] }
  | { outcome: 'stale'; current: RecordView }
  | { outcome: 'duplicate'; problem: FieldProblem }
  /** The key of the request was used for another record. */
  | { outcome: 'key-used' }
  | { outcome: 'missing' }

/** A record as a write would leave it; `row` and `stored` are as it is kept, and null of a new one. */
export interface Judged {
  readonly childId: string | null
  readonly row: Readonly<Record<string, unknown>> | null
  readonly stored: FieldValues | null
  readonly after: FieldValues
}

/** What else speaks against a write, by the rows as its transaction sees them. Empty when nothing does. */
export type JudgeRecord = (trx: Transaction<Database>, judged: Judged) => Promise<FieldProblem[]>

export const judgesNothing: JudgeRecord = () => Promise.resolve([])

const rowOf = async (db: Kysely<Database>, scope: Scope, kind: RecordKind, id: string) =>
  (await getRecord(db, scope, tableOfKind(kind.kind), id)) as RecordRow | undefined

/** One record as its reader may read it, unless it was removed, is out of scope or may not be known of. */
export async function readRecord(
  db: Kysely<Database>,
  scope: Scope,
  kind: RecordKind,
  id: string,
  rights: FieldRights,
): Promise<RecordView | undefined> {
  const row = await rowOf(db, scope, kind, id)
  return row && recordViewFor(rights, kind, row)
}

/** The fields of a stored row, all of them. */
export const storedFields = (kind: RecordKind, row: RecordRow): FieldValues =>
  toFields(kind, row as unknown as Readonly<Record<string, unknown>>)

/** What the fields name must be there: an authority that exists, a suspension of the same child. */
export async function namedElsewhere(
  trx: Transaction<Database>,
  scope: Scope,
  kind: RecordKind,
  childId: string | null,
  values: FieldValues,
): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = []
  for (const field of fieldsWith(kind, 'suspension')) {
    const id = values[field]
    if (typeof id !== 'string') continue
    const suspension = await getRecord(trx, scope, 'suspension', id)
    if (!suspension || suspension.childId !== childId)
      problems.push({ field, message: 'Choose one of this child’s suspensions.' })
  }
  for (const field of fieldsWith(kind, 'authority')) {
    const code = values[field]
    if (typeof code !== 'string') continue
    if (!(await authorityByCode(trx, code).executeTakeFirst()))
      problems.push({ field, message: 'Choose one of the authorities listed.' })
  }
  return problems
}

/** What is said where the database holds the like already. */
export const duplicateOf = (kind: RecordKind): FieldProblem =>
  kind.duplicate ?? {
    field: kind.naturalDate,
    message: `${kind.title}: one with this day is recorded already. Open that one and correct it.`,
  }

/**
 * Corrects a record that is still at the version the person saw; the old values are kept, and so is what the
 * person may not read.
 */
export async function writeCorrection(
  db: Kysely<Database>,
  scope: Scope,
  kind: RecordKind,
  seen: { readonly id: string; readonly version: number },
  given: unknown,
  change: Change,
  rights: FieldRights,
  judge: JudgeRecord = judgesNothing,
): Promise<Written> {
  return inTransaction(db, async (trx): Promise<Written> => {
    const row = await rowOf(trx, scope, kind, seen.id)
    const current = row && recordViewFor(rights, kind, row)
    if (!row || !current) return { outcome: 'missing' }
    if (current.version !== seen.version) return { outcome: 'stale', current }
    const stored = storedFields(kind, row)
    const sent = correctionByRights(rights, kind, stored, given)
    if ('problems' in sent) return { outcome: 'bad', problems: sent.problems }
    const checked = checkRecord(kind, sent.given)
    if ('problems' in checked) return { outcome: 'bad', problems: checked.problems }
    const { childId } = current
    const after = checked.values
    const problems = [
      ...decisionByRights(rights, kind, { ...row }, stored, after),
      ...(await namedElsewhere(trx, scope, kind, childId, after)),
      ...(await judge(trx, { childId, row: { ...row }, stored, after })),
    ]
    if (problems.length > 0) return { outcome: 'bad', problems }
    const changes = toColumns(kind, checked.values) as RecordChanges<RecordTable>
    const table = tableOfKind(kind.kind)
    const made = await correctRecord(trx, scope, table, seen.id, seen.version, changes, change)
    if (made === 'exists') return { outcome: 'duplicate', problem: duplicateOf(kind) }
    const record = await readRecord(trx, scope, kind, seen.id, rights)
    if (!record) return { outcome: 'missing' }
    return made === 'stale' ? { outcome: 'stale', current: record } : { outcome: 'ok', record }
  })
}

/** Takes a wrong record out of every count, with the reason; it stays in the table and in its history. */
export async function writeRemoval(
  db: Kysely<Database>,
  scope: Scope,
  kind: RecordKind,
  seen: { readonly id: string; readonly version: number },
  change: Change & { reason: string },
  rights: FieldRights,
): Promise<Written> {
  return inTransaction(db, async (trx): Promise<Written> => {
    const row = await rowOf(trx, scope, kind, seen.id)
    const record = row && recordViewFor(rights, kind, row)
    if (!row || !record) return { outcome: 'missing' }
    const stored = storedFields(kind, row)
    const problems = [
      ...removalByRights(rights, kind, stored),
      ...decisionByRights(rights, kind, { ...row }, stored, null),
    ]
    if (problems.length > 0) return { outcome: 'bad', problems }
    const made = await removeRecord(trx, scope, tableOfKind(kind.kind), seen.id, seen.version, change)
    return made === 'ok' ? { outcome: 'ok', record } : { outcome: 'stale', current: record }
  })
}
