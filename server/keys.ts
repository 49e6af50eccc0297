import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { flush } from '../db/sqlite-file.ts'
import { ConfigError } from './config.ts'
import { openToOthers } from './open-to-others.ts'

/** Appears under its name whole or not at all, and is never replaced: what it has sealed could not be opened again. */
function makeOnce(file: string, secret: Uint8Array): void {
  const unnamed = `${file}.${crypto.randomUUID()}.new`
  const handle = openSync(unnamed, 'wx', 0o600)
  try {
    writeSync(handle, secret)
    fsyncSync(handle)
  } catch (error) {
    rmSync(unnamed, { force: true })
    // A write names no file by itself; whoever reads the sentence needs it.
    throw error instanceof Error ? Object.assign(error, { path: file }) : error
  } finally {
    closeSync(handle)
  }
  try {
    linkSync(unnamed, file)
    flush(dirname(file))
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(unnamed, { force: true })
  }
}

/**
 * A secret of this installation, `DATA_DIR/keys/<name>`: made at the first need, the same ever after, whoever of
 * two processes was first. Throws `ConfigError` with one plain sentence for one that others may read.
 */
export function loadSecret(dataDir: string, name: string, make: () => Uint8Array): Buffer {
  const folder = join(dataDir, 'keys')
  const file = join(folder, name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (openToOthers(folder, 'group'))
    throw new ConfigError(`The folder ${folder} can be read by others: run chmod 700 on it.`)
  if (!existsSync(file)) makeOnce(file, make())
  if (openToOthers(file, 'group'))
    throw new ConfigError(
      `The key ${file} can be read by others: run chmod 600 on it, and count what it sealed as seen.`,
    )
  return readFileSync(file)
}

/** A secret of so many random bytes, as `<name>.key`. Throws `ConfigError` for one of another length too. */
export function loadKey(dataDir: string, name: string, bytes: number): Buffer {
  const key = loadSecret(dataDir, `${name}.key`, () => randomBytes(bytes))
  if (key.length !== bytes)
    throw new ConfigError(
      `The key ${join(dataDir, 'keys', `${name}.key`)} is damaged: put it back from its copy.`,
    )
  return key
}
