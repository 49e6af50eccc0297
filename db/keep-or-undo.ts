import { sql, type Transaction } from 'kysely'
import type { Database } from './schema.ts'

/**
 * Does work within a transaction that goes on, and keeps it or undoes it: for an answer that must cost the same
 * whether there was anything to keep or not. Either way as many statements run.
 */
export async function keepOrUndo(
  trx: Transaction<Database>,
  keep: boolean,
  work: () => Promise<void>,
): Promise<void> {
  await sql`savepoint rehearsal`.execute(trx)
  await work()
  await (keep ? sql`savepoint kept` : sql`rollback to savepoint rehearsal`).execute(trx)
  await sql`release savepoint rehearsal`.execute(trx)
}
