import type { Insertable, Kysely } from 'kysely'
import { valuesPerStatement } from './dialect.ts'
import type { Database } from './schema.ts'

/** How many ids one query lists at most. */
export const blockSize = 500

/** A list in pieces that one statement can hold. */
export function* inBlocks<T>(items: readonly T[], size = blockSize): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}

/** Pieces whose rows together bind no more values than either database allows. */
export const rowBlocks = <T extends object>(rows: readonly T[]) =>
  inBlocks(
    rows,
    Math.min(1000, Math.floor(valuesPerStatement / Math.max(1, Object.keys(rows[0] ?? {}).length))),
  )

/** Inserts any number of rows, all with the same columns, block by block. */
export async function insertInBlocks<T extends keyof Database & string>(
  db: Kysely<Database>,
  table: T,
  rows: readonly Insertable<Database[T]>[],
): Promise<void> {
  for (const block of rowBlocks(rows)) await db.insertInto(table).values(block).execute()
}
