import { createHash } from 'node:crypto'
import { createReadStream, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Kysely, sql } from 'kysely'
import { type DatabaseKind, type Dialect, type FrozenTables } from './dialect.ts'
import { appliedMigrations } from './migrate.ts'
import { DatabaseRefusedError } from './refused.ts'
import { flush } from './sqlite-file.ts'

/** What is in a database: enough to see that a copy is whole, and whose it is. */
export interface Contents {
  migrations: readonly string[]
  schools: readonly { urn: string; name: string }[]
  /** Rows by table. */
  counts: Readonly<Record<string, number>>
}

/** Lies beside a backup as `<file>.json`; without it nobody can tell whether the backup is whole. */
export interface BackupNote extends Contents {
  format: 1
  kind: DatabaseKind
  madeAt: string
  bytes: number
  sha256: string
}

/** Counts the rows of every table. */
export async function contentsOf(db: Kysely<FrozenTables>, dialect: Dialect): Promise<Contents> {
  const tables = await dialect.tableNames(db)
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
      db,
    )
    counts[table] = Number(rows[0]?.count)
  }
  const schools = tables.includes('school')
    ? await db.selectFrom('school').select(['urn', 'name']).orderBy('urn').execute()
    : []
  return {
    migrations: await appliedMigrations(db, dialect),
    schools: schools.map(({ urn, name }) => ({ urn: String(urn), name: String(name) })),
    counts,
  }
}

/** Throws when a copy does not hold what its note says. */
export function refuseDifferent(found: Contents, { migrations, schools, counts }: Contents, file: string) {
  if (JSON.stringify(found) !== JSON.stringify({ migrations, schools, counts })) throw damagedBackup(file)
}

export const damagedBackup = (file: string) =>
  new DatabaseRefusedError(
    `The backup ${file} is damaged or not complete. Use another one; nothing was changed.`,
  )

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Writes the note of `file` under the name `named`, and forces it onto the disk. */
export async function writeNote(
  file: string,
  named: string,
  known: Contents & { kind: DatabaseKind; madeAt: string },
): Promise<BackupNote> {
  const { kind, madeAt, migrations, schools, counts } = known
  const bytes = statSync(file).size
  const note: BackupNote = {
    format: 1,
    kind,
    madeAt,
    bytes,
    sha256: await sha256(file),
    migrations,
    schools,
    counts,
  }
  writeFileSync(`${named}.json`, `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 })
  flush(`${named}.json`)
  return note
}

/** Reads the note of a backup and compares the file with it. Throws `DatabaseRefusedError`. */
export async function readNote(file: string): Promise<BackupNote> {
  let text: string
  try {
    statSync(file)
    text = readFileSync(`${file}.json`, 'utf8')
  } catch {
    throw new DatabaseRefusedError(
      `There must be two files, ${basename(file)} and ${basename(file)}.json, to restore ${file}; one is missing or cannot be read.`,
    )
  }
  let note: BackupNote
  try {
    note = JSON.parse(text)
  } catch {
    throw damagedBackup(file)
  }
  if (note.format !== 1)
    throw new DatabaseRefusedError(`The backup ${file} was made by a newer version of this program.`)
  if (note.bytes !== statSync(file).size || note.sha256 !== (await sha256(file))) throw damagedBackup(file)
  return note
}
