import Sqlite from 'better-sqlite3'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { busyTimeout } from './dialect.ts'
import { DatabaseRefusedError } from './refused.ts'

/** Marks a file as ours: `VSDB`. */
const applicationId = 0x56534442

export const inMemory = ':memory:'

/** Forces a file, or a folder's list of files, onto the disk; Windows does so by itself and refuses to be asked. */
export function flush(path: string) {
  if (process.platform === 'win32') return
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const damaged = (file: string) =>
  new DatabaseRefusedError(
    `The database file ${file} is damaged and was left as it is. Restore the last good backup with: npm run restore -- FILE`,
  )

const codeOf = (error: unknown) => (error instanceof Sqlite.SqliteError ? error.code : '')

const explained = (error: unknown, file: string) => {
  const code = codeOf(error)
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return damaged(file)
  if (/^SQLITE_(CANTOPEN|READONLY|PERM)/.test(code) || (error instanceof Error && 'syscall' in error))
    return new DatabaseRefusedError(
      `The database file ${file} cannot be opened for writing. Check who owns it and its folder.`,
    )
  return error
}

/**
 * A lock that shows other processes that the database is in use; it ends with the process, however that ends.
 * Kept on a file of its own, so that it also works when the database is damaged.
 * `alone` refuses when anybody else holds it. Returns the release.
 */
export function holdLock(file: string, alone = false): () => void {
  const lock = new Sqlite(`${file}.lock`, { timeout: alone ? 0 : busyTimeout })
  try {
    chmodSync(`${file}.lock`, 0o600)
    lock.exec(alone ? 'begin exclusive' : 'begin')
    lock.prepare('select count(*) from sqlite_schema').get()
  } catch (error) {
    lock.close()
    if (codeOf(error).startsWith('SQLITE_BUSY'))
      throw new DatabaseRefusedError(
        alone
          ? `The database file ${file} is in use. Stop the program first.`
          : `The database file ${file} is being restored. Try again when that has ended.`,
      )
    throw error
  }
  return () => lock.close()
}

/** A link, unlike a new name, never replaces what another process made meanwhile; not every disk knows links. */
function giveName(unnamed: string, file: string) {
  try {
    linkSync(unnamed, file)
  } catch (error) {
    if (existsSync(file)) throw error
    renameSync(unnamed, file)
  }
}

/** An empty database appears under its name whole or not at all, so an empty file is always damage. */
function create(file: string) {
  const unnamed = `${file}.${crypto.randomUUID()}.new`
  const raw = new Sqlite(unnamed)
  try {
    chmodSync(unnamed, 0o600)
    raw.pragma(`application_id = ${applicationId}`)
    raw.pragma('journal_mode = wal')
    raw.close()
    flush(unnamed)
    giveName(unnamed, file)
    flush(dirname(file))
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    raw.close()
    rmSync(unnamed, { force: true })
  }
}

/** SQLite reads a file cut off inside a page as if the rest were zeros. */
function isCutOff(file: string) {
  const header = Buffer.alloc(100)
  const handle = openSync(file, 'r')
  try {
    if (readSync(handle, header) < header.length) return true
  } finally {
    closeSync(handle)
  }
  const pageSize = header.readUInt16BE(16)
  return statSync(file).size % (pageSize === 1 ? 65536 : Math.max(pageSize, 1)) !== 0
}

/** Looks at a file without changing it. Throws `DatabaseRefusedError` when it is damaged or not ours. */
function inspect(file: string) {
  if (isCutOff(file)) throw damaged(file)
  const raw = new Sqlite(file, { readonly: true, timeout: busyTimeout })
  try {
    raw.pragma('cell_size_check = 1')
    if (raw.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged(file)
    if (raw.pragma('application_id', { simple: true }) !== applicationId)
      throw new DatabaseRefusedError(`The file ${file} is not a database of this program.`)
  } finally {
    raw.close()
  }
}

/** Sets, on a connection just opened, everything that `verifySettings` reads back. */
export function applySettings(raw: Sqlite.Database) {
  raw.pragma(`busy_timeout = ${busyTimeout}`)
  raw.pragma('journal_mode = wal')
  raw.pragma('synchronous = full')
  raw.pragma('foreign_keys = 1')
  raw.pragma('secure_delete = 1')
  raw.pragma('trusted_schema = 0')
  raw.pragma('cell_size_check = 1')
  raw.pragma('temp_store = memory')
}

/**
 * Opens a database file, making it and its folder when there are none (unless `mustExist`),
 * readable by their owner alone. Throws `DatabaseRefusedError` for one that is damaged, not ours or not writable,
 * and leaves it as it is.
 */
export function openSqliteFile(
  file: string,
  mustExist = false,
): { raw: Sqlite.Database; release: () => void } {
  if (file === inMemory) {
    const raw = new Sqlite(inMemory)
    applySettings(raw)
    return { raw, release: () => undefined }
  }
  if (mustExist && !existsSync(file)) throw new DatabaseRefusedError(`There is no database file ${file}.`)
  let release = () => {}
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    release = holdLock(file)
    if (existsSync(file)) {
      // First, because SQLite gives the files beside it the same rights as it looks.
      chmodSync(file, 0o600)
      inspect(file)
    } else if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0) throw damaged(file)
    else create(file)
    const raw = new Sqlite(file, { timeout: busyTimeout, fileMustExist: true })
    applySettings(raw)
    return { raw, release }
  } catch (error) {
    release()
    throw explained(error, file)
  }
}
