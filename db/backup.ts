import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { type BackupNote, readNote, writeNote } from './backup-note.ts'
import { type DatabaseTarget, openDatabase, type OpenDatabase } from './connect.ts'
import type { DatabaseKind } from './dialect.ts'
import { loadMigrations, refuseUnknown } from './migrate.ts'
import { ownersOf } from './owner.ts'
import { copyPostgres, restorePostgres } from './postgres-backup.ts'
import { DatabaseRefusedError } from './refused.ts'
import { copySqlite, restoreSqlite } from './sqlite-backup.ts'
import { flush, inMemory } from './sqlite-file.ts'

/** A name for a backup made at an instant, such as `2026-03-13T08-40-00.db`. */
export const backupName = (kind: DatabaseKind, madeAt: string) =>
  `${madeAt.slice(0, 19).replaceAll(':', '-')}${kind === 'sqlite' ? '.db' : '.jsonl.gz'}`

async function copyTo(database: OpenDatabase, file: string) {
  const { target } = database
  if (target.kind === 'postgres') return copyPostgres(database, file)
  if (target.file === inMemory) throw new DatabaseRefusedError('A database in memory has no backup.')
  return copySqlite(target.file, file)
}

/**
 * Makes a backup while others go on writing, verifies it, and only then gives it its name, with its note
 * beside it as `<file>.json`. Never replaces a file. Throws `DatabaseRefusedError`.
 */
export async function backupDatabase(
  database: OpenDatabase,
  file: string,
  madeAt: string,
): Promise<BackupNote> {
  if (existsSync(file))
    throw new DatabaseRefusedError(`${file} is there already. Give the backup another name.`)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const partial = `${file}.${crypto.randomUUID()}.part`
  try {
    const contents = await copyTo(database, partial)
    const note = await writeNote(partial, file, { ...contents, kind: database.kind, madeAt })
    renameSync(partial, file)
    flush(dirname(file))
    return note
  } finally {
    rmSync(partial, { force: true })
  }
}

/** What a restore put in place, and where what it replaced is kept; null when there was nothing. */
export interface Restored {
  note: BackupNote
  kept: string | null
}

/**
 * Restores a backup after verifying it whole: a file in place of the one there, which is kept beside it under
 * a dated name; PostgreSQL into an empty database. Throws `DatabaseRefusedError`, and changes nothing then,
 * for a backup that is damaged, newer than the program, of the other database or of another school,
 * and while anybody uses the file.
 */
export async function restoreDatabase(
  target: DatabaseTarget,
  file: string,
  restoredAt: string,
): Promise<Restored> {
  const note = await readNote(file)
  if (note.kind !== target.kind)
    throw new DatabaseRefusedError(
      `The backup ${file} is of ${note.kind === 'sqlite' ? 'a database file' : 'a PostgreSQL database'}; DATABASE_URL says ${
        target.kind === 'sqlite' ? 'nothing, which means a file' : 'PostgreSQL'
      }. Nothing was changed.`,
    )
  refuseUnknown(note.migrations, await loadMigrations())
  if (target.kind === 'sqlite')
    return { note, kept: await restoreSqlite(target.file, file, note, restoredAt) }
  const database = await openDatabase(ownersOf(target))
  try {
    await restorePostgres(database, file, note)
    return { note, kept: null }
  } finally {
    await database.close()
  }
}
