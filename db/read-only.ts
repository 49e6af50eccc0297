import { existsSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { CamelCasePlugin, Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely'
import pg from 'pg'
import type { DatabaseTarget } from './connect.ts'
import { DatabaseRefusedError } from './refused.ts'
import type { Database } from './schema.ts'

const plugins = () => [new CamelCasePlugin({ maintainNestedObjectKeys: true })]
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : 'no reason given')

function sqliteFile(file: string): Kysely<Database> {
  if (!existsSync(file)) throw new DatabaseRefusedError(`There is no database file ${file}.`)
  try {
    const database = new Sqlite(file, { readonly: true, fileMustExist: true })
    return new Kysely<Database>({ dialect: new SqliteDialect({ database }), plugins: plugins() })
  } catch (error) {
    throw new DatabaseRefusedError(`The database file ${file} cannot be read: ${reasonOf(error)}.`)
  }
}

/**
 * Reads a database as it stands at one moment and can change nothing in it, also while a server works on it; a
 * file may be a copy. Throws `DatabaseRefusedError` with one plain sentence when it cannot be read.
 */
export async function readingOnly<T>(
  target: DatabaseTarget,
  work: (db: Kysely<Database>) => Promise<T>,
): Promise<T> {
  const isFile = target.kind === 'sqlite'
  const db = isFile
    ? sqliteFile(target.file)
    : new Kysely<Database>({
        dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: target.url, max: 1 }) }),
        plugins: plugins(),
      })
  try {
    const transaction = isFile
      ? db.transaction()
      : db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read')
    return await transaction.execute(async (trx) => {
      if (!isFile) await sql`select set_config('vs.schools', '*', true)`.execute(trx)
      return work(trx)
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (/^(SQLITE_|ECONN|ENOTFOUND|28|3D|42P01)/.test(code) || /no such table/.test(reasonOf(error)))
      throw new DatabaseRefusedError(`The database cannot be read: ${reasonOf(error)}.`)
    throw error
  } finally {
    await db.destroy()
  }
}
