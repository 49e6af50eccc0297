import { type Kysely, sql } from 'kysely'
import type { DatabaseKind } from './dialect.ts'
import { DatabaseRefusedError } from './refused.ts'

/** The first SQLite without the fault that could damage a file when two connections write at once. */
const oldestSqlite = [3, 53, 2] as const

const isAtLeast = (version: string, floor: readonly number[]) => {
  const parts = version.split('.').map(Number)
  const place = floor.findIndex((part, i) => (parts[i] ?? 0) !== part)
  return place === -1 || (parts[place] ?? 0) > floor[place]!
}

async function verifySqlite<T>(db: Kysely<T>): Promise<void> {
  const value = async (query: string) => {
    const { rows } = await sql.raw<Record<string, unknown>>(query).execute(db)
    return Object.values(rows[0] ?? {})[0]
  }
  const version = String(await value('select sqlite_version()'))
  if (!isAtLeast(version, oldestSqlite))
    throw new DatabaseRefusedError(
      `SQLite ${version} is too old: it can damage the database. At least ${oldestSqlite.join('.')} is needed.`,
    )
  // A write, because `synchronous` may fall back at the first one and not before.
  await value(`pragma user_version = ${Number(await value('pragma user_version'))}`)
  const { rows: files } = await sql<{ file: string }>`pragma database_list`.execute(db)
  const inMemory = !files[0]?.file
  const wanted: readonly (readonly [string, (value: unknown) => boolean])[] = [
    ['journal_mode', (mode) => mode === 'wal' || (inMemory && mode === 'memory')],
    ['synchronous', (level) => level === 2],
    ['foreign_keys', (on) => on === 1],
    ['busy_timeout', (milliseconds) => Number(milliseconds) >= 5000],
    ['secure_delete', (on) => on === 1],
    ['trusted_schema', (on) => on === 0],
    ['cell_size_check', (on) => on === 1],
  ]
  for (const [setting, isSafe] of wanted) {
    const found = await value(`pragma ${setting}`)
    if (!isSafe(found))
      throw new DatabaseRefusedError(
        `The database is not safe to use: its setting ${setting} is ${String(found)} and would not stay as it must be.`,
      )
  }
  const { rows: loose } = await sql<{ name: string }>`
    select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0
    and name not like 'sqlite\\_%' escape '\\'
  `.execute(db)
  if (loose[0])
    throw new DatabaseRefusedError(
      `The database is not safe to use: its table ${loose[0].name} accepts values of any type.`,
    )
}

const postgresNeeds: Readonly<Record<string, (value: string) => boolean>> = {
  fsync: (value) => value === 'on',
  full_page_writes: (value) => value === 'on',
  synchronous_commit: (value) => value !== 'off',
  data_checksums: (value) => value === 'on',
  server_encoding: (value) => value === 'UTF8',
}

async function verifyPostgres<T>(db: Kysely<T>): Promise<void> {
  for (const [setting, isSafe] of Object.entries(postgresNeeds)) {
    const { rows } = await sql<{ value: string }>`select current_setting(${setting}) as value`.execute(db)
    const found = rows[0]?.value ?? 'not set'
    if (!isSafe(found))
      throw new DatabaseRefusedError(
        `The PostgreSQL server is not safe to use: its setting ${setting} is ${found}. Ask whoever runs it to change that.`,
      )
  }
}

/**
 * Reads back, after a write, the settings on which "saved" and "deleted" rest.
 * Throws `DatabaseRefusedError` naming the first that differs.
 */
export const verifySettings = <T>(db: Kysely<T>, kind: DatabaseKind): Promise<void> =>
  kind === 'sqlite' ? verifySqlite(db) : verifyPostgres(db)
