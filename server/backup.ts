import { join, resolve } from 'node:path'
import { backupDatabase, backupName } from '../db/backup.ts'
import { openDatabase } from '../db/connect.ts'
import { anchorNow } from './audit/anchor.ts'
import { systemClock } from './clock.ts'
import { runCommand } from './command.ts'
import { loadConfig } from './config.ts'

/** `npm run backup [-- FILE]`: a verified backup, also while the server works. The record of who looked is sealed first. */
await runCommand(async ([name]) => {
  const { database: target, dataDir } = loadConfig()
  const madeAt = systemClock.now()
  const database = await openDatabase(target, { mustExist: true })
  try {
    await anchorNow(database.db, { dataDir, at: madeAt })
    const file = resolve(name ?? join(dataDir, 'backups', backupName(target.kind, madeAt)))
    const { bytes, schools } = await backupDatabase(database, file, madeAt)
    const whose = schools.map((school) => school.name).join(', ') || 'no school yet'
    return `Backup written and verified: ${file} (${bytes} bytes, ${whose}). Keep ${file}.json beside it.`
  } finally {
    await database.close()
  }
})
