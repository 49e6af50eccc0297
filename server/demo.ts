import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { holdLock } from '../db/sqlite-file.ts'
import { systemClock } from './clock.ts'
import { sentenceOf } from './command.ts'
import { ConfigError, loadConfig } from './config.ts'
import { demoDay, fillDemonstration } from './demo/fill.ts'
import { inhabitDemonstration } from './demo/inhabit.ts'
import { demonstrationOf } from './demo/sign-in.ts'
import { createLog } from './log.ts'
import { startServer } from './serve.ts'

/**
 * The demonstration has a file of its own, made anew at each start: it never touches a real school's. Refused
 * while another demonstration uses it.
 */
function ownFile(dataDir: string): string {
  const file = join(dataDir, 'demonstration.db')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const release = holdLock(file, true)
  for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
  release()
  return file
}

try {
  const config = loadConfig()
  const day = demoDay(systemClock.today())
  const serving = await startServer(
    { ...config, database: { kind: 'sqlite', file: ownFile(config.dataDir) } },
    {
      clock: systemClock,
      log: createLog(),
      prepare: (database) => fillDemonstration(database, day, systemClock),
      demonstration: async (database) =>
        demonstrationOf(await inhabitDemonstration(database, day, systemClock)),
    },
  )
  process.stdout.write(`Demonstration school, with invented children: ${serving.baseUrl}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void serving.stop())
} catch (error) {
  const sentence = sentenceOf(error)
  if (sentence === undefined) throw error
  process.stderr.write(`${sentence}\n`)
  process.exitCode = error instanceof ConfigError ? 2 : 1
}
