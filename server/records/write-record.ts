import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import { authorityByCode } from '../../db/queries/authority.ts'
import {
  tableOfKind,
  type Change,
  type NewRecord,
  type RecordChanges,
  type RecordTable,
} from '../../db/queries/record-shape.ts'
import {
  correctRecord,
  createRecord,
  getRecord,
  listRecords,
  putBackRecord,
  removeRecord,
} from '../../db/queries/record.ts'
import { recordHistoryOf } from '../../db/queries/record-history.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { checkRecord, fieldsWith } from './check-record.ts'
import { toColumns, toFields } from './field-columns.ts'
import {
  correctionByRights,
  decisionByRights,
  newDecisionByRights,
  isOfProcess,
  newByRights,
  removalByRights,
  type FieldRights,
} from './field-rights.ts'
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

export interface Place {
  readonly schoolId: string
  /** Null for what is kept of the school. */
  readonly childId: string | null
}

/** A record as a write would leave it; `row` and `stored` are as it is kept, and null of a new one. */
export interface Judged {
  readonly childId: string | null
  readonly row: Readonly<Record<string, unknown>> | null
  readonly stored: FieldValues | null
  readonly after: FieldValues
}

/** What else speaks against a write, by the rows as its transaction sees them. Empty when nothing does. */
export type JudgeRecord = (trx: Transaction<Database>, judged: Judged) => Promise<FieldProblem[]>

const judgesNothing: JudgeRecord = () => Promise.resolve([])

/** The record, taken out as wrong, that a new one is again; undefined where it is none of them. */
export type FindTakenOut = (
  trx: Transaction<Database>,
  childId: string,
  after: FieldValues,
) => Promise<object | undefined>

const neverOut: FindTakenOut = () => Promise.resolve(undefined)

/** The id that a create with this key always gets, so that a second click finds the first one's record. */
export function idOfKey(kind: string, schoolId: string, key: string): string {
  const hex = createHash('sha256').update(`${schoolId}\n${kind}\n${key}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}

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
const storedFields = (kind: RecordKind, row: RecordRow): FieldValues =>
  toFields(kind, row as unknown as Readonly<Record<string, unknown>>)

/** What the fields name must be there: an authority that exists, a suspension of the same child. */
async function namedElsewhere(
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

const duplicateOf = (kind: RecordKind): FieldProblem =>
  kind.duplicate ?? {
    field: kind.naturalDate,
    message: `${kind.title}: one with this day is recorded already. Open that one and correct it.`,
  }

/** A create that came before with the same key: the same record again, or another one. */
async function earlier(
  trx: Transaction<Database>,
  scope: Scope,
  kind: RecordKind,
  id: string,
  columns: Readonly<Record<string, unknown>>,
  rights: FieldRights,
): Promise<Written | undefined> {
  const first = (await recordHistoryOf(trx, scope, [id]).execute()).at(-1)
  if (!first) return undefined
  const made = JSON.parse(first.after) as Record<string, unknown>
  const same = Object.entries(columns).every(([name, value]) => made[name] === value)
  const record = same ? await readRecord(trx, scope, kind, id, rights) : undefined
  return record ? { outcome: 'again', record } : { outcome: 'key-used' }
}

/**
 * Keeps a new record, of the fields that its maker may set. `id` is the caller's: random, or that of an
 * idempotency key. Where it is one again that was taken out as wrong, that one is put back as it is given now: all
 * that belongs to it is there again.
 */
export async function writeNew(
  db: Kysely<Database>,
  scope: Scope,
  kind: RecordKind,
  place: Place & { readonly id: string },
  given: unknown,
  change: Change,
  rights: FieldRights,
  { judge = judgesNothing, takenOut = neverOut }: { judge?: JudgeRecord; takenOut?: FindTakenOut } = {},
): Promise<Written> {
  const sent = newByRights(rights, kind, given)
  if ('problems' in sent) return { outcome: 'bad', problems: sent.problems }
  const checked = checkRecord(kind, sent.given)
  if ('problems' in checked) return { outcome: 'bad', problems: checked.problems }
  const decisions = newDecisionByRights(rights, kind, checked.values)
  if (decisions.length > 0) return { outcome: 'bad', problems: decisions }
  const columns = toColumns(kind, checked.values)
  const { id, schoolId, childId } = place
  return inTransaction(db, async (trx): Promise<Written> => {
    const before = await earlier(trx, scope, kind, id, columns, rights)
    if (before) return before
    const after = checked.values
    const out = childId === null ? undefined : await takenOut(trx, childId, after)
    const was = out as RecordRow | undefined
    const held = was ? { row: { ...was }, stored: storedFields(kind, was) } : { row: null, stored: null }
    const problems = [
      ...(await namedElsewhere(trx, scope, kind, childId, after)),
      ...(await judge(trx, { childId, ...held, after })),
    ]
    if (problems.length > 0)
      // The same request may have come twice at once, and what stands against this one be the other's record.
      return (await earlier(trx, scope, kind, id, columns, rights)) ?? { outcome: 'bad', problems }
    if (was) return putBack(trx, scope, kind, was.id, columns, change, rights)
    const ofChild = kind.subject === 'child' && kind.kind !== 'child' ? { childId } : {}
    const row = { id, schoolId, ...ofChild, ...columns } as unknown as NewRecord<RecordTable>
    const made = await createRecord(trx, scope, tableOfKind(kind.kind), row, change)
    if (made === 'exists')
      // The same request may have come twice at once and the other one been first.
      return (
        (await earlier(trx, scope, kind, id, columns, rights)) ??
        (await putBackBefore(trx, scope, kind, childId, columns, change, rights)) ?? {
          outcome: 'duplicate',
          problem: duplicateOf(kind),
        }
      )
    const record = made === 'ok' ? await readRecord(trx, scope, kind, id, rights) : undefined
    return record ? { outcome: 'ok', record } : { outcome: 'missing' }
  })
}

/** The columns that a form says: what a page of its own sets is not among them. */
const ofForm = (kind: RecordKind, columns: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(columns).filter(([name]) => !isOfProcess(kind, name)))

/** The same record, put back with these very values by the same person just before: a second click. */
async function putBackBefore(
  trx: Transaction<Database>,
  scope: Scope,
  kind: RecordKind,
  childId: string | null,
  columns: Readonly<Record<string, unknown>>,
  change: Change,
  rights: FieldRights,
): Promise<Written | undefined> {
  if (childId === null) return undefined
  const wanted = Object.entries(ofForm(kind, columns))
  const rows = await listRecords(trx, scope, tableOfKind(kind.kind), { childId })
  const held = rows.find((row) => wanted.every(([name, value]) => row[name as 'id'] === value))
  const [last] = held ? await recordHistoryOf(trx, scope, [held.id]).execute() : []
  if (!held || !last || last.changedBy !== change.changedBy) return undefined
  const { removedAt } = JSON.parse(last.after) as Record<string, unknown>
  const record = removedAt === null ? await readRecord(trx, scope, kind, held.id, rights) : undefined
  return record && { outcome: 'again', record }
}

/** What a page of its own sets stays as it was. */
async function putBack(
  trx: Transaction<Database>,
  scope: Scope,
  kind: RecordKind,
  id: string,
  columns: Readonly<Record<string, unknown>>,
  change: Change,
  rights: FieldRights,
): Promise<Written> {
  const given = ofForm(kind, columns) as RecordChanges<RecordTable>
  const made = await putBackRecord(trx, scope, tableOfKind(kind.kind), id, given, change)
  if (made === 'exists') return { outcome: 'duplicate', problem: duplicateOf(kind) }
  const record = made === 'ok' ? await readRecord(trx, scope, kind, id, rights) : undefined
  return record ? { outcome: 'ok', record } : { outcome: 'missing' }
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
