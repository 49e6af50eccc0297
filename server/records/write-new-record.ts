import type { Kysely, Transaction } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import { recordHistoryOf } from '../../db/queries/record-history.ts'
import {
  tableOfKind,
  type Change,
  type NewRecord,
  type RecordChanges,
  type RecordTable,
} from '../../db/queries/record-shape.ts'
import { createRecord, listRecords, putBackRecord } from '../../db/queries/record.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { checkRecord } from './check-record.ts'
import { toColumns } from './field-columns.ts'
import { isOfProcess, newByRights, newDecisionByRights, type FieldRights } from './field-rights.ts'
import type { FieldValues, RecordKind } from './kind.ts'
import type { RecordRow } from './record-view.ts'
import {
  duplicateOf,
  judgesNothing,
  namedElsewhere,
  readRecord,
  storedFields,
  type JudgeRecord,
  type Written,
} from './write-record.ts'

interface Place {
  readonly schoolId: string
  /** Null for what is kept of the school. */
  readonly childId: string | null
}

/** The record, taken out as wrong, that a new one is again; undefined where it is none of them. */
export type FindTakenOut = (
  trx: Transaction<Database>,
  childId: string,
  after: FieldValues,
) => Promise<object | undefined>

const neverOut: FindTakenOut = () => Promise.resolve(undefined)

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
