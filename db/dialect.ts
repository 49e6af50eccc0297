import type Sqlite from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type Kysely,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  sql,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'
import { rowScopeSetting } from './row-scope.ts'
import { rememberingStatements } from './statements.ts'

export type DatabaseKind = 'sqlite' | 'postgres'

/** The tables as they stood when a migration was written: it must not follow today's interfaces. */
export type FrozenTables = Record<string, Record<string, unknown>>

/**
 * Where the two databases differ. Migrations use this, so nothing in it may ever change its meaning:
 * add beside it instead.
 */
export interface Dialect {
  readonly kind: DatabaseKind
  /** A text column, sorted by the bytes of its UTF-8, so that both databases sort alike. */
  readonly text: string
  /** What ends `create table (…)`, so that a column refuses values of another type. */
  readonly tableEnd: string
  /** A condition: the column's text has this shape, of plain characters and classes such as `[0-9]`. */
  matches(column: string, shape: string): string
  /** The names of our own tables, sorted. */
  tableNames(db: Kysely<FrozenTables>): Promise<string[]>
  /**
   * Runs `work` whole or not at all, alone among processes, changes of tables included.
   * References are checked at the end, so that a table may be rebuilt.
   */
  whole(db: Kysely<FrozenTables>, work: (db: Kysely<FrozenTables>) => Promise<void>): Promise<void>
  /**
   * Statements after which the database itself gives and takes only those rows of a table whose `school_id` is
   * among the schools of the connection, its owner included; none where it cannot.
   */
  rowsOfSchools(table: string): readonly string[]
}

/** Milliseconds that a statement waits for another process's write to end. */
export const busyTimeout = 10_000
const migrationTimeout = 600_000

const sqlite: Dialect = {
  kind: 'sqlite',
  text: 'text',
  tableEnd: ' strict',
  matches: (column, shape) => `${column} glob '${shape}'`,
  async tableNames(db) {
    const { rows } = await sql<{ name: string }>`
      select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name
    `.execute(db)
    return rows.map(({ name }) => name)
  },
  whole: (db, work) =>
    db.connection().execute(async (connection) => {
      const run = (statement: string) => sql.raw(statement).execute(connection)
      await run(`pragma busy_timeout = ${migrationTimeout}`)
      // Inside a transaction SQLite ignores this setting without a word.
      await run('pragma foreign_keys = off')
      try {
        await run('begin immediate')
        try {
          await work(connection)
          const { rows } = await run('pragma foreign_key_check')
          if (rows.length > 0) throw new Error(`${rows.length} rows refer to a row that is not there`)
          await run('commit')
        } catch (error) {
          await run('rollback').catch(() => undefined)
          throw error
        }
      } finally {
        await run('pragma foreign_keys = on')
        await run(`pragma busy_timeout = ${busyTimeout}`)
      }
    }),
  rowsOfSchools: () => [],
}

const postgres: Dialect = {
  kind: 'postgres',
  text: 'text collate "C"',
  tableEnd: '',
  matches: (column, shape) => `${column} ~ '^${shape}$'`,
  async tableNames(db) {
    const { rows } = await sql<{ name: string }>`
      select table_name::text collate "C" as name from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1
    `.execute(db)
    return rows.map(({ name }) => name)
  },
  whole: (db, work) =>
    db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtext('migrations of ' || current_schema()))`.execute(trx)
      await work(trx)
    }),
  rowsOfSchools: (table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    // Each setting is read once a statement; without one, or with an empty one, there is no row.
    `create policy of_schools on ${table} using (
      (select current_setting('vs.schools', true)) = '*'
      or school_id = any ((select string_to_array(current_setting('vs.schools', true), ','))::text[])
    )`,
  ],
}

export const dialectOf = (kind: DatabaseKind): Dialect => (kind === 'sqlite' ? sqlite : postgres)

/** How many values one statement may bind in either database: SQLite's limit, the lower one. */
export const valuesPerStatement = 32_766

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

const uniqueViolations = new Set<unknown>([
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
  '23505',
])

/** Whether a statement failed because another row has the same key. */
export const isUniqueViolation = (error: unknown) => uniqueViolations.has(codeOf(error))

const missingReferences = new Set<unknown>(['SQLITE_CONSTRAINT_FOREIGNKEY', '23503'])

/** Whether a statement failed because it names a row that is not there. */
export const isMissingReference = (error: unknown) => missingReferences.has(codeOf(error))

/** Whether somebody else is writing to the file just now. */
export const isBusy = (error: unknown) => String(codeOf(error)).startsWith('SQLITE_BUSY')

const conflicts = new Set<unknown>(['40001', '40P01'])

/** Whether the database undid a transaction for another's sake, so that it may be run again. */
export const isConflict = (error: unknown) => conflicts.has(codeOf(error))

/**
 * Every transaction takes the write lock as it begins: one that reads first and writes later
 * would fail at once when somebody else wrote in between, however long it may wait.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #raw: Sqlite.Database

  constructor(raw: Sqlite.Database) {
    super({ database: rememberingStatements(raw) })
    this.#raw = raw
  }

  /** Never waits for another's write: waiting inside SQLite would stop everything else in this process. */
  override async beginTransaction(connection: DatabaseConnection) {
    this.#raw.pragma('busy_timeout = 0')
    try {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'))
    } finally {
      this.#raw.pragma(`busy_timeout = ${busyTimeout}`)
    }
  }

  /** A full disk ends the transaction by itself; a second rollback would hide the first error. */
  override async rollbackTransaction(connection: DatabaseConnection) {
    if (this.#raw.inTransaction) await super.rollbackTransaction(connection)
  }
}

/** SQLite whose transactions hold the write lock from their begin. */
export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #raw: Sqlite.Database

  constructor(raw: Sqlite.Database) {
    super({ database: raw })
    this.#raw = raw
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#raw)
  }
}

/** Every connection it hands out sees the rows of the schools in force just then: nothing of the last user stays. */
class ScopedPostgresDriver extends PostgresDriver {
  override async acquireConnection() {
    const connection = await super.acquireConnection()
    try {
      const setting = [rowScopeSetting()]
      await connection.executeQuery(CompiledQuery.raw("select set_config('vs.schools', $1, false)", setting))
      return connection
    } catch (error) {
      await this.releaseConnection(connection as Parameters<PostgresDriver['releaseConnection']>[0])
      throw error
    }
  }
}

/** PostgreSQL whose connections see the rows of the schools in force. */
export class ScopedPostgresDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig

  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): Driver {
    return new ScopedPostgresDriver(this.#config)
  }
}
