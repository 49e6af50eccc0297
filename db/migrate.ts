import { type Kysely, sql } from 'kysely'
import type { OpenDatabase } from './connect.ts'
import { type Dialect, dialectOf, type FrozenTables } from './dialect.ts'
import { loadFolder } from './load-folder.ts'
import { DatabaseRefusedError } from './refused.ts'
import { verifySettings } from './settings.ts'

/** One step of the tables from one version to the next; frozen once it has been released. */
interface Migration {
  up(db: Kysely<FrozenTables>, dialect: Dialect): Promise<void>
}

export interface NamedMigration extends Migration {
  /** Four digits and words, such as `0001-start`: the file's name. */
  name: string
}

/** Every migration this program knows, oldest first. */
export async function loadMigrations(): Promise<readonly NamedMigration[]> {
  const files = await loadFolder<Migration>(new URL('./migrations/', import.meta.url))
  return files.map(({ name, value }, i) => {
    if (!/^\d{4}-[a-z0-9-]+$/.test(name) || Number(name.slice(0, 4)) !== i + 1)
      throw new Error(`The migration ${name} should begin with ${String(i + 1).padStart(4, '0')}`)
    return { name, up: value.up }
  })
}

const table = 'schema_migration'

/** Names of the migrations a database has had, oldest first; none when it is new. */
export async function appliedMigrations(db: Kysely<FrozenTables>, dialect: Dialect): Promise<string[]> {
  if (!(await dialect.tableNames(db)).includes(table)) return []
  const rows = await db.selectFrom(table).select('name').orderBy('name').execute()
  return rows.map(({ name }) => String(name))
}

/** Throws when a database has had other migrations than the first of those known here. */
export function refuseUnknown(applied: readonly string[], known: readonly { name: string }[]) {
  const unknown = applied.find((name, i) => known[i]?.name !== name)
  if (unknown)
    throw new DatabaseRefusedError(
      `The database was made by a newer version of this program (it has ${unknown}). Start that version, or restore an older backup.`,
    )
}

interface MigrateOptions {
  migrations?: readonly NamedMigration[]
  /** Called before a database that already holds data is changed: the place for a backup. */
  beforeUpgrade?: (from: string, to: string) => Promise<void>
}

/**
 * Brings the tables to the version of this program; each migration happens whole or not at all, once,
 * also when several processes start together. Returns the names of those applied here.
 * Throws `DatabaseRefusedError` for a database made by a newer version, and changes nothing.
 */
export async function migrate(database: OpenDatabase, options: MigrateOptions = {}): Promise<string[]> {
  const dialect = dialectOf(database.kind)
  const db = database.db as unknown as Kysely<FrozenTables>
  const known = options.migrations ?? (await loadMigrations())
  const before = await appliedMigrations(db, dialect)
  refuseUnknown(before, known)
  const pending = known.slice(before.length)
  const [from, to] = [before.at(-1), pending.at(-1)]
  if (from && to) await options.beforeUpgrade?.(from, to.name)
  const done: string[] = []
  for (const { name, up } of pending) {
    await dialect.whole(db, async (inside) => {
      const applied = await appliedMigrations(inside, dialect)
      refuseUnknown(applied, known)
      if (applied.includes(name)) return
      if (applied.length === 0)
        await sql
          .raw(
            `create table if not exists ${table} (name ${dialect.text} primary key not null)${dialect.tableEnd}`,
          )
          .execute(inside)
      await up(inside, dialect)
      await inside.insertInto(table).values({ name }).execute()
      done.push(name)
    })
  }
  await verifySettings(database.db, database.kind)
  return done
}
