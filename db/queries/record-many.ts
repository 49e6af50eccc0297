import type { Transaction } from 'kysely'
import { inBlocks, insertInBlocks, rowBlocks } from '../blocks.ts'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { insertRecordHistory } from './record-history.ts'
import {
  type AnyRecord,
  asRecords,
  type Change,
  difference,
  type Fields,
  firstVersion,
  historyRow,
  kindOfTable,
  type NewRecord,
  type RecordChanges,
  records,
  type RecordTable,
  typedBy,
  withoutIds,
} from './record-shape.ts'

/**
 * Keeps many new records with their history, for an import: it bumps the revision first and writes its own
 * audit event. Throws a unique violation when a key is there already.
 */
export async function createMany<T extends RecordTable>(
  trx: Transaction<Database>,
  table: T,
  newRecords: readonly NewRecord<T>[],
  change: Change,
): Promise<void> {
  const rows = newRecords.map((record) => firstVersion(record as unknown as Fields, change))
  await insertInBlocks(trx, table, rows as never)
  const history = rows.map((row, i) =>
    historyRow(table, row, {}, withoutIds(newRecords[i] as unknown as Fields), change),
  )
  await insertRecordHistory(trx, history)
}

/**
 * Corrects many records with their history, for an import, as `createMany`. Returns how many changed.
 * Throws when a record is not there, removed or out of scope.
 */
export async function updateMany<T extends RecordTable>(
  trx: Transaction<Database>,
  scope: Scope,
  table: T,
  updates: readonly { id: string; changes: RecordChanges<T> }[],
  change: Change,
): Promise<number> {
  let count = 0
  for (const block of inBlocks(updates)) {
    const held = await records(trx, scope, table)
      .where(
        'id',
        'in',
        block.map(({ id }) => id),
      )
      .where('removedAt', 'is', null)
      .execute()
    const byId = new Map(held.map((row) => [row.id, row as AnyRecord]))
    const rows = new Map<string, AnyRecord>()
    const history: ReturnType<typeof historyRow>[] = []
    for (const { id, changes } of block) {
      const row = byId.get(id)
      if (!row) throw new Error(`No ${kindOfTable(table)} ${id} to update`)
      const { fields, before, after } = difference(row, changes as Fields)
      if (fields.length === 0) continue
      const next = { ...row, ...after, version: row.version + 1, typed: typedBy(change, row.typed, fields) }
      byId.set(id, next)
      rows.set(id, next)
      history.push(historyRow(table, next, before, after, change))
    }
    await replaceById(trx, table, [...rows.values()])
    await insertRecordHistory(trx, history)
    count += rows.size
  }
  return count
}

async function replaceById(trx: Transaction<Database>, table: RecordTable, rows: readonly AnyRecord[]) {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id')
  for (const block of rowBlocks(rows))
    await asRecords(trx)
      .insertInto(table)
      .values(block)
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet((row) =>
            Object.fromEntries(columns.map((column) => [column, row.ref(`excluded.${column}`)])),
          ),
      )
      .execute()
}
