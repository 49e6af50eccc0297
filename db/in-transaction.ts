import { type Kysely, sql, type Transaction } from 'kysely'
import { isConflict, isUniqueViolation } from './dialect.ts'
import type { Database } from './schema.ts'

const attempts = 3

/**
 * Runs `work` whole or not at all: the one way to write. Everything inside must use the transaction it is given.
 * Within a transaction it joins that one. When the database undoes it for another's sake it runs again,
 * so `work` must change nothing but the database.
 */
export async function inTransaction<T>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  if (db.isTransaction) return work(db as Transaction<Database>)
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt === attempts || !isConflict(error)) throw error
    }
  }
}

/** Runs a write that may meet a row with the same key: `'exists'` then, and the transaction goes on. */
export async function unlessThere<T>(
  trx: Transaction<Database>,
  write: () => Promise<T>,
): Promise<T | 'exists'> {
  await sql`savepoint attempt`.execute(trx)
  try {
    const result = await write()
    await sql`release savepoint attempt`.execute(trx)
    return result
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    await sql`rollback to savepoint attempt`.execute(trx)
    await sql`release savepoint attempt`.execute(trx)
    return 'exists'
  }
}
