import { type Kysely, sql } from 'kysely'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { type BackupNote, type Contents, contentsOf, damagedBackup, refuseDifferent } from './backup-note.ts'
import { rowBlocks } from './blocks.ts'
import type { OpenDatabase } from './connect.ts'
import { dialectOf, type FrozenTables } from './dialect.ts'
import { loadMigrations, migrate } from './migrate.ts'
import { DatabaseRefusedError } from './refused.ts'
import { flush } from './sqlite-file.ts'

type Row = Record<string, string | number | null>
/** A line of the file: a table begins, a row of it, or the end of all. */
type Line = { table: string } | Row[string][] | { end: true }

const plainly = ({ db }: OpenDatabase) => db.withoutPlugins() as unknown as Kysely<FrozenTables>

/** Every table after those it refers to, so that rows can be put back in the order they come. */
async function tablesInOrder(db: Kysely<FrozenTables>): Promise<string[]> {
  const { rows } = await sql<{ from: string; to: string }>`
    select source.relname as "from", target.relname as "to" from pg_constraint
    join pg_class source on source.oid = conrelid join pg_class target on target.oid = confrelid
    where contype = 'f' and conrelid <> confrelid and connamespace = current_schema()::regnamespace
  `.execute(db)
  const ordered = new Set<string>()
  const add = (table: string) => {
    if (ordered.has(table)) return
    for (const { from, to } of rows) if (from === table) add(to)
    ordered.add(table)
  }
  for (const table of await dialectOf('postgres').tableNames(db)) add(table)
  return [...ordered]
}

async function* linesOf(db: Kysely<FrozenTables>): AsyncGenerator<string> {
  // Readers of lines also end one at these two characters, which JSON may hold as they are.
  const line = (value: object) =>
    `${JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`
  for (const table of await tablesInOrder(db)) {
    await sql`declare rows_to_keep no scroll cursor for select * from ${sql.table(table)}`.execute(db)
    yield line({ table })
    let columns: string[] | undefined
    for (;;) {
      const { rows } = await sql<Row>`fetch 2000 from rows_to_keep`.execute(db)
      if (!rows[0]) break
      if (!columns) yield line((columns = Object.keys(rows[0])))
      for (const row of rows) yield line(columns.map((column) => row[column]))
    }
    await sql`close rows_to_keep`.execute(db)
  }
  yield line({ end: true })
}

/** The rows of a backup, table by table, at most 1,000 at a time. Throws when it ends too soon. */
async function* rowsOf(file: string): AsyncGenerator<{ table: string; rows: Row[] }> {
  const source = createReadStream(file)
  const text = source.pipe(createGunzip())
  source.on('error', (error) => text.destroy(error))
  let table = ''
  let columns: string[] | undefined
  let rows: Row[] = []
  for await (const written of createInterface({ input: text, crlfDelay: Infinity })) {
    const line: Line = JSON.parse(written)
    if (Array.isArray(line)) {
      if (columns) rows.push(Object.fromEntries(columns.map((column, i) => [column, line[i] ?? null])))
      else columns = line.map(String)
      if (rows.length === 1000) {
        yield { table, rows }
        rows = []
      }
      continue
    }
    if (rows.length > 0) yield { table, rows }
    if ('end' in line) return
    ;[table, columns, rows] = [line.table, undefined, []]
  }
  throw damagedBackup(file)
}

/** Reads a whole backup without keeping it. Throws when it does not hold what its note says. */
async function verifyRows(file: string, { counts }: Contents) {
  const found: Record<string, number> = Object.fromEntries(Object.keys(counts).map((table) => [table, 0]))
  try {
    for await (const { table, rows } of rowsOf(file)) found[table] = (found[table] ?? 0) + rows.length
  } catch {
    throw damagedBackup(file)
  }
  if (JSON.stringify(found) !== JSON.stringify(counts)) throw damagedBackup(file)
}

/**
 * Writes every row of every table as it stood at one moment: one JSON line a row, compressed.
 * Others go on writing meanwhile. Reads the file back before it returns.
 */
export async function copyPostgres(database: OpenDatabase, file: string): Promise<Contents> {
  const contents = await plainly(database)
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const found = await contentsOf(trx, dialectOf('postgres'))
      await pipeline(Readable.from(linesOf(trx)), createGzip(), createWriteStream(file, { mode: 0o600 }))
      return found
    })
  await verifyRows(file, contents)
  flush(file)
  return contents
}

const notEmpty = () =>
  new DatabaseRefusedError(
    'A backup can only be restored into an empty PostgreSQL database, and this one is not empty. Make a new one, and set DATABASE_URL to it; nothing was changed.',
  )

/** Puts a verified backup into an empty database; what it was made from stays as it is. */
export async function restorePostgres(database: OpenDatabase, file: string, note: BackupNote): Promise<void> {
  await verifyRows(file, note)
  const db = plainly(database)
  const dialect = dialectOf('postgres')
  const { counts, migrations } = await contentsOf(db, dialect)
  // The chain of the audit has its end from the beginning, before its first event.
  const { schema_migration: _, audit_chain: __, ...held } = counts
  const isNew = Object.keys(counts).length === 0
  const isReady =
    migrations.join() === note.migrations.join() && Object.values(held).every((count) => count === 0)
  if (!isNew && !isReady) throw notEmpty()
  if (isNew) {
    const known = await loadMigrations()
    await migrate(database, { migrations: known.slice(0, note.migrations.length) })
  }
  await db.transaction().execute(async (trx) => {
    if (note.counts['audit_chain'] !== undefined) await trx.deleteFrom('audit_chain').execute()
    for await (const { table, rows } of rowsOf(file)) {
      if (table === 'schema_migration') continue
      for (const block of rowBlocks(rows)) await trx.insertInto(table).values(block).execute()
    }
    refuseDifferent(await contentsOf(trx, dialect), note, file)
  })
}
