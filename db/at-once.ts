import type Sqlite from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { busyTimeout, isBusy } from './dialect.ts'
import type { Database } from './schema.ts'

const connections = new WeakMap<Kysely<Database>, Sqlite.Database>()

/** Says which connection of SQLite a database speaks through. */
export const speaksThrough = (db: Kysely<Database>, raw: Sqlite.Database) => connections.set(db, raw)

/**
 * Runs `work` whole or not at all, and in one turn of the loop, so that nothing else of this process comes between:
 * with the connection alone, for the little that each answer waits for. Undefined, with nothing done, where that
 * cannot be: on PostgreSQL, within a transaction, and while anybody else writes.
 */
export function atOnce<T>(db: Kysely<Database>, work: (raw: Sqlite.Database) => T): T | undefined {
  const raw = connections.get(db)
  if (raw === undefined || raw.inTransaction) return undefined
  try {
    raw.exec(`pragma busy_timeout = 0; begin immediate; pragma busy_timeout = ${busyTimeout}`)
  } catch (error) {
    raw.pragma(`busy_timeout = ${busyTimeout}`)
    if (isBusy(error)) return undefined
    throw error
  }
  try {
    const result = work(raw)
    raw.exec('commit')
    return result
  } finally {
    if (raw.inTransaction) raw.exec('rollback')
  }
}
