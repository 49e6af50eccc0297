import { resolve } from 'node:path'
import { restoreDatabase } from '../db/backup.ts'
import { systemClock } from './clock.ts'
import { runCommand } from './command.ts'
import { ConfigError, loadConfig } from './config.ts'

/** `npm run restore -- FILE`: verifies a backup, then puts it in place. */
await runCommand(async ([name]) => {
  if (!name) throw new ConfigError('Say which backup: npm run restore -- FILE')
  const { database } = loadConfig()
  const { note, kept } = await restoreDatabase(database, resolve(name), systemClock.now())
  const whose = note.schools.map((school) => school.name).join(', ') || 'no school yet'
  const before = kept ? ` What was there before is kept as ${kept}.` : ''
  return `Restored: ${whose}, as it stood at ${note.madeAt}.${before}`
})
