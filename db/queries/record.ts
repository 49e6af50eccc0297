import type { Kysely, Transaction } from 'kysely'
import { attempt } from '../in-transaction.ts'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { appendAuditEvents } from './audit-event.ts'
import { insertRecordHistory } from './record-history.ts'
import {
  type AnyRecord,
  asRecords,
  type Change,
  childColumn,
  childOf,
  difference,
  type Fields,
  firstVersion,
  historyRow,
  kindOfTable,
  type NewRecord,
  type RecordChanges,
  records,
  recordWithin,
  type RecordTable,
  typedBy,
  withoutIds,
} from './record-shape.ts'
import { bumpRevision } from './school.ts'

/** One record, unless it was removed. */
export const getRecord = async <T extends RecordTable>(
  db: Kysely<Database>,
  scope: Scope,
  table: T,
  id: string,
): Promise<Database[T] | undefined> => {
  const row = await records(db, scope, table)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return row as Database[T] | undefined
}

/** The records of a child, or all of a school, that were not removed; or those that were. By id. */
export const listRecords = async <T extends RecordTable>(
  db: Kysely<Database>,
  scope: Scope,
  table: T,
  of: { childId: string } | { schoolId: string },
  which: 'kept' | 'removed' = 'kept',
): Promise<Database[T][]> => {
  const [column, id] = 'childId' in of ? [childColumn(table), of.childId] : ['schoolId', of.schoolId]
  const rows = await records(db, scope, table)
    .where(column, '=', id)
    .where('removedAt', which === 'kept' ? 'is' : 'is not', null)
    .orderBy('id')
    .execute()
  return rows as unknown as Database[T][]
}

/** Keeps the old and new values, and who did what without them. */
async function keepTrace(
  trx: Transaction<Database>,
  table: RecordTable,
  action: 'create' | 'correct' | 'remove',
  row: AnyRecord,
  values: { before: Fields; after: Fields },
  change: Change,
) {
  await insertRecordHistory(trx, [historyRow(table, row, values.before, values.after, change)])
  const childId = childOf(table, row)
  const seen = change.classesOf
    ? [
        { ...row, ...values.before },
        { ...row, ...values.after },
      ].flatMap(change.classesOf)
    : []
  await appendAuditEvents(trx, [
    {
      ...change.by,
      schoolId: row.schoolId,
      at: change.at,
      changedBy: change.changedBy,
      action: `record.${action}`,
      ...(childId === null ? {} : { childIds: [childId] }),
      kind: kindOfTable(table),
      recordId: row.id,
      dataClasses: [...new Set(seen)].toSorted((a, b) => a - b),
      reason: change.reason ?? null,
    },
  ])
}

/**
 * Whether a new record would lie within the scope: of a child in it; of the school as a whole, which nobody
 * keeps who sees no children; a new child only for who sees all, since it stands on nobody's list yet.
 */
async function mayBeMade(trx: Transaction<Database>, scope: Scope, table: RecordTable, row: AnyRecord) {
  if (table === 'child') return scope.children === 'all'
  if (!row.childId) return table !== 'person' || scope.children !== 'none'
  const child = await getRecord(trx, scope, 'child', row.childId)
  return child?.schoolId === row.schoolId
}

/**
 * Keeps a new record with its history and audit event. `'exists'` when another has the same key, `'missing'` when
 * the school, the child or another row it names is not there or out of scope; nothing is written then.
 */
export async function createRecord<T extends RecordTable>(
  trx: Transaction<Database>,
  scope: Scope,
  table: T,
  record: NewRecord<T>,
  change: Change,
): Promise<'ok' | 'exists' | 'missing'> {
  const row = firstVersion(record as unknown as Fields, change)
  if (!(await bumpRevision(trx, scope, row.schoolId).executeTakeFirst())) return 'missing'
  if (!(await mayBeMade(trx, scope, table, row))) return 'missing'
  const outcome = await attempt(trx, () =>
    asRecords(trx).insertInto<RecordTable>(table).values(row).execute(),
  )
  if (outcome === 'exists' || outcome === 'missing') return outcome
  await keepTrace(
    trx,
    table,
    'create',
    row,
    { before: {}, after: withoutIds(record as unknown as Fields) },
    change,
  )
  return 'ok'
}

async function writeVersion(
  trx: Transaction<Database>,
  scope: Scope,
  table: RecordTable,
  row: AnyRecord,
  set: Fields,
): Promise<'ok' | 'stale' | 'exists' | 'missing'> {
  await bumpRevision(trx, scope, row.schoolId).execute()
  const outcome = await attempt(trx, () =>
    asRecords(trx)
      .updateTable(table)
      .set({ ...set, version: row.version + 1 })
      .where('id', '=', row.id)
      .where('version', '=', row.version)
      .where(recordWithin(scope, table))
      .executeTakeFirst(),
  )
  if (outcome === 'exists' || outcome === 'missing') return outcome
  return outcome.numUpdatedRows === 1n ? 'ok' : 'stale'
}

/**
 * Corrects the fields whose values differ; the version grows by one when any does.
 * `'stale'` when the record is no longer at the version the person saw, `'missing'` when it is not there,
 * removed or out of scope, or names a row that is not there, `'exists'` when another has the new key;
 * nothing is written then.
 */
export async function correctRecord<T extends RecordTable>(
  trx: Transaction<Database>,
  scope: Scope,
  table: T,
  id: string,
  expectedVersion: number,
  changes: RecordChanges<T>,
  change: Change,
): Promise<'ok' | 'stale' | 'missing' | 'exists'> {
  const row = (await getRecord(trx, scope, table, id)) as AnyRecord | undefined
  if (!row) return 'missing'
  if (row.version !== expectedVersion) return 'stale'
  const { fields, before, after } = difference(row, changes as Fields)
  if (fields.length === 0) return 'ok'
  const set = { ...after, typed: typedBy(change, row.typed, fields) }
  const outcome = await writeVersion(trx, scope, table, row, set)
  if (outcome !== 'ok') return outcome
  await keepTrace(trx, table, 'correct', { ...row, version: row.version + 1 }, { before, after }, change)
  return 'ok'
}

/** Marks a wrong record as removed, with the reason: it stays, and is counted nowhere. */
export async function removeRecord(
  trx: Transaction<Database>,
  scope: Scope,
  table: RecordTable,
  id: string,
  expectedVersion: number,
  change: Change & { reason: string },
): Promise<'ok' | 'stale' | 'missing'> {
  const row = (await getRecord(trx, scope, table, id)) as AnyRecord | undefined
  if (!row) return 'missing'
  if (row.version !== expectedVersion) return 'stale'
  const after = { removedAt: change.at, removedReason: change.reason }
  if ((await writeVersion(trx, scope, table, row, after)) !== 'ok') return 'stale'
  const before = { removedAt: null, removedReason: null }
  await keepTrace(trx, table, 'remove', { ...row, version: row.version + 1 }, { before, after }, change)
  return 'ok'
}

/**
 * Puts back a record that was taken out as wrong, with the values given: it is the same record, and its history holds
 * both. `'missing'` when it is not out, or out of scope; `'exists'` when another has its key by now.
 */
export async function putBackRecord<T extends RecordTable>(
  trx: Transaction<Database>,
  scope: Scope,
  table: T,
  id: string,
  changes: RecordChanges<T>,
  change: Change,
): Promise<'ok' | 'missing' | 'exists'> {
  const row = (await records(trx, scope, table)
    .where('id', '=', id)
    .where('removedAt', 'is not', null)
    .executeTakeFirst()) as AnyRecord | undefined
  if (!row) return 'missing'
  const { fields, before, after } = difference(row, changes as Fields)
  const { removedAt, removedReason } = row
  const inAgain = { removedAt: null, removedReason: null }
  const set = { ...after, ...inAgain, typed: typedBy(change, row.typed, fields) }
  const outcome = await writeVersion(trx, scope, table, row, set)
  if (outcome !== 'ok') return outcome === 'exists' ? 'exists' : 'missing'
  await keepTrace(
    trx,
    table,
    'correct',
    { ...row, version: row.version + 1 },
    { before: { ...before, removedAt, removedReason }, after: { ...after, ...inAgain } },
    change,
  )
  return 'ok'
}
