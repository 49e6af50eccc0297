import { sql, type Transaction } from 'kysely'
import type { Database } from './schema.ts'

/**
 * Does work and undoes it within a transaction that goes on: for an answer that must cost the same whether
 * there was anything to keep or not.
 */
export async function rehearse(trx: Transaction<Database>, work: () => Promise<void>): Promise<void> {
  await sql`savepoint rehearsal`.execute(trx)
  await work()
  await sql`rollback to savepoint rehearsal`.execute(trx)
  await sql`release savepoint rehearsal`.execute(trx)
}
