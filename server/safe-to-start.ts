import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { inMemory } from '../db/sqlite-file.ts'
import type { IsoDate } from './calendar/iso-date.ts'
import { ConfigError, type Config } from './config.ts'
import { openToOthers } from './open-to-others.ts'

/** Numbers by which Linux tells NFS, SMB and CIFS (statfs(2)): a database file there loses what two machines write. */
const sharedDisks = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42])

/** Whether a kind of file system, as statfs numbers it, is another machine's disk. */
export const isShared = (type: number): boolean => sharedDisks.has(type)

function refuseOpenPlaces({ dataDir, database }: Config): void {
  if (existsSync(dataDir) && openToOthers(dataDir))
    throw new ConfigError(
      `DATA_DIR ${dataDir} can be read by anybody on this machine: run chmod o-rwx on it.`,
    )
  if (database.kind !== 'sqlite' || database.file === inMemory || !existsSync(database.file)) return
  if (openToOthers(database.file))
    throw new ConfigError(
      `The database file ${database.file} can be read by anybody on this machine: run chmod o-rwx on it.`,
    )
  if (process.platform === 'linux' && isShared(statfsSync(dirname(database.file)).type))
    throw new ConfigError(
      `The database file ${database.file} lies on another machine’s disk, where it may break: keep it on a disk of this machine.`,
    )
}

/**
 * Looks at what the settings name before anything is opened. Throws `ConfigError` with one plain sentence for
 * what would let others read, or would make deadlines wrong: a clock before `notBefore`, when the program was built.
 */
export function safeToStart(config: Config, today: IsoDate, notBefore?: IsoDate): void {
  if (notBefore !== undefined && today < notBefore)
    throw new ConfigError(
      `The clock of this machine says ${today}, before this program was built: set it right, or every deadline would be wrong.`,
    )
  refuseOpenPlaces(config)
}
