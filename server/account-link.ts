import { openDatabase } from '../db/connect.ts'
import { rescueLink } from './access/rescue-link.ts'
import { systemClock } from './clock.ts'
import { runCommand } from './command.ts'
import { ConfigError, loadConfig } from './config.ts'

/** `npm run account-link -- EMAIL [password|second-factor]`: a way back in that somebody at the machine gives. */
await runCommand(async (words) => {
  const { database: target, baseUrl, port, tls } = loadConfig()
  const database = await openDatabase(target, { mustExist: true })
  try {
    const address = baseUrl ?? `${tls ? 'https' : 'http'}://localhost:${port}`
    const made = await rescueLink(database.db, systemClock, address, words)
    if ('fault' in made) throw new ConfigError(made.fault)
    return made.told
  } finally {
    await database.close()
  }
})
