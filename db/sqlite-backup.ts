import Sqlite from 'better-sqlite3'
import { Kysely } from 'kysely'
import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { type BackupNote, type Contents, contentsOf, damagedBackup, refuseDifferent } from './backup-note.ts'
import { busyTimeout, dialectOf, type FrozenTables, ImmediateSqliteDialect } from './dialect.ts'
import { DatabaseRefusedError } from './refused.ts'
import { flush, holdLock } from './sqlite-file.ts'

const plainly = (raw: Sqlite.Database) =>
  new Kysely<FrozenTables>({ dialect: new ImmediateSqliteDialect(raw) })

/** Checks every page, index and reference of a database at rest. Throws when any is wrong. */
async function verifiedContents(file: string): Promise<Contents> {
  const raw = new Sqlite(file, { readonly: true })
  try {
    raw.pragma('cell_size_check = 1')
    if (raw.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw damagedBackup(file)
    if ((raw.pragma('foreign_key_check') as unknown[]).length > 0) throw damagedBackup(file)
    return await contentsOf(plainly(raw), dialectOf('sqlite'))
  } catch (error) {
    throw error instanceof Sqlite.SqliteError ? damagedBackup(file) : error
  } finally {
    raw.close()
  }
}

/** Copies a database while others write to it, as it stood at one moment, and verifies the copy. */
export async function copySqlite(file: string, copy: string): Promise<Contents> {
  const source = new Sqlite(file, { readonly: true, timeout: busyTimeout })
  try {
    // All pages in one step: a copy in several begins again whenever another process writes.
    await source.backup(copy, { progress: () => 0x7fffffff })
  } finally {
    source.close()
  }
  chmodSync(copy, 0o600)
  const copied = new Sqlite(copy)
  copied.pragma('journal_mode = delete')
  copied.close()
  const contents = await verifiedContents(copy)
  flush(copy)
  return contents
}

/** The schools of the database that would be replaced; none when it is not there, new, or beyond reading. */
async function schoolsOf(file: string) {
  if (!existsSync(file)) return []
  try {
    const raw = new Sqlite(file, { readonly: true, timeout: busyTimeout })
    try {
      return (await contentsOf(plainly(raw), dialectOf('sqlite'))).schools
    } finally {
      raw.close()
    }
  } catch {
    return []
  }
}

/** Keeps a copy of what is to be replaced, its log included; the file itself stays where it is. */
function setAside(file: string, kept: string) {
  try {
    const raw = new Sqlite(file, { fileMustExist: true, timeout: 0 })
    raw.pragma('journal_mode = delete')
    raw.close()
  } catch {
    // Too damaged to take its log in: the log is kept beside it, and must not be read into the restored file.
  }
  if (existsSync(file)) copyFileSync(file, kept)
  for (const end of ['-wal', '-shm']) {
    if (existsSync(`${file}${end}`)) copyFileSync(`${file}${end}`, `${kept}${end}`)
  }
  if (existsSync(kept)) flush(kept)
  flush(dirname(file))
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
}

/**
 * Puts a verified backup in the place of a database that nobody uses. At every moment one of the two lies there.
 * Returns the name under which the replaced one is kept, or null when there was none.
 */
export async function restoreSqlite(
  file: string,
  backup: string,
  note: BackupNote,
  restoredAt: string,
): Promise<string | null> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const release = holdLock(file, true)
  const restoring = `${file}.restoring`
  try {
    rmSync(restoring, { force: true })
    copyFileSync(backup, restoring)
    chmodSync(restoring, 0o600)
    refuseDifferent(await verifiedContents(restoring), note, backup)
    flush(restoring)
    const here = await schoolsOf(file)
    if (here.length > 0 && !here.some(({ urn }) => note.schools.some((school) => school.urn === urn)))
      throw new DatabaseRefusedError(
        `The backup ${backup} is of another school (${note.schools[0]?.name ?? 'none'}, not ${here[0]?.name}). Nothing was changed.`,
      )
    const kept = `${file}.replaced-${restoredAt.slice(0, 19).replaceAll(':', '-')}`
    if (existsSync(kept)) throw new DatabaseRefusedError(`${kept} is there already. Try again in a second.`)
    setAside(file, kept)
    renameSync(restoring, file)
    flush(dirname(file))
    return existsSync(kept) || existsSync(`${kept}-wal`) ? kept : null
  } finally {
    rmSync(restoring, { force: true })
    release()
  }
}
