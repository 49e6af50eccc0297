import { CamelCasePlugin, HandleEmptyInListsPlugin, Kysely, replaceWithNoncontingentExpression } from 'kysely'
import pg from 'pg'
import { speaksThrough } from './at-once.ts'
import { type DatabaseKind, ImmediateSqliteDialect, ScopedPostgresDialect } from './dialect.ts'
import { DatabaseRefusedError } from './refused.ts'
import type { Database } from './schema.ts'
import { verifySettings } from './settings.ts'
import { openSqliteFile } from './sqlite-file.ts'

/** `file` may be `:memory:`, a database that ends with its connection. */
export type DatabaseTarget =
  | { kind: 'sqlite'; file: string }
  /** `adminUrl` is that of the tables' owner, where the program has a role of its own. */
  | { kind: 'postgres'; url: string; adminUrl?: string }

export interface OpenDatabase {
  readonly db: Kysely<Database>
  readonly kind: DatabaseKind
  readonly target: DatabaseTarget
  close(): Promise<void>
}

const plugins = () => [
  new CamelCasePlugin({ maintainNestedObjectKeys: true }),
  new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression }),
]

async function openSqlite(
  target: DatabaseTarget & { kind: 'sqlite' },
  mustExist: boolean,
): Promise<OpenDatabase> {
  const { raw, release } = openSqliteFile(target.file, mustExist)
  const db = new Kysely<Database>({ dialect: new ImmediateSqliteDialect(raw), plugins: plugins() })
  speaksThrough(db, raw)
  const close = async () => {
    await db.destroy()
    raw.close()
    release()
  }
  return { db, kind: 'sqlite', target, close }
}

const numeric = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC])

/** Counts and sums come as numbers, as SQLite gives them. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => (numeric.has(type) ? Number : pg.types.getTypeParser(type, format)),
}

async function openPostgres(
  target: DatabaseTarget & { kind: 'postgres' },
  connections: number,
): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString: target.url, types, max: connections })
  // An idle connection that the server closed is replaced at the next query; unheard, the event would end the process.
  pool.on('error', () => undefined)
  const db = new Kysely<Database>({ dialect: new ScopedPostgresDialect({ pool }), plugins: plugins() })
  try {
    ;(await pool.connect()).release()
  } catch (error) {
    await db.destroy()
    const { host, pathname } = new URL(target.url)
    const reason = error instanceof Error ? error.message || ('code' in error ? String(error.code) : '') : ''
    throw new DatabaseRefusedError(`The PostgreSQL database ${host}${pathname} cannot be reached: ${reason}.`)
  }
  return { db, kind: 'postgres', target, close: () => db.destroy() }
}

/** To PostgreSQL at once. */
const mostConnections = 10

/**
 * Opens either database and makes sure that it keeps what it is given. A file that is not there is made,
 * unless it must exist.
 * Throws `DatabaseRefusedError` with one plain sentence when it is damaged, out of reach or not safe to use.
 */
export async function openDatabase(
  target: DatabaseTarget,
  { mustExist = false, connections = mostConnections } = {},
): Promise<OpenDatabase> {
  const database =
    target.kind === 'sqlite' ? await openSqlite(target, mustExist) : await openPostgres(target, connections)
  try {
    await verifySettings(database.db, database.kind)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}
