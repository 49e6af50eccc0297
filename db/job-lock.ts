import { sql } from 'kysely'
import type { OpenDatabase } from './connect.ts'

/**
 * Runs a timed job unless another process of the same database is at it: `'busy'` then. On PostgreSQL an
 * advisory lock of the schema, held on a connection of its own and gone with it; a SQLite file has one server.
 */
export async function withJobLock<T>(
  { db, kind }: OpenDatabase,
  job: string,
  work: () => Promise<T>,
): Promise<T | 'busy'> {
  if (kind === 'sqlite') return work()
  return db.connection().execute(async (connection) => {
    const key = sql`hashtext(current_schema() || ${job}::text)`
    const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(${key}) as got`.execute(
      connection,
    )
    if (rows[0]?.got !== true) return 'busy'
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(connection)
    }
  })
}
