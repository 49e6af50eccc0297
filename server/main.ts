import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ensureSetUpLink, linkAddress } from './access/links.ts'
import { dayInEngland, systemClock } from './clock.ts'
import { sentenceOf } from './command.ts'
import { ConfigError, loadConfig } from './config.ts'
import { createLog } from './log.ts'
import { startServer } from './serve.ts'

const A_DAY = 24 * 60 * 60 * 1000

/** The day before this file was built, so that two machines' clocks may differ a little. */
const builtDay = () => dayInEngland(statSync(fileURLToPath(import.meta.url)).mtimeMs - A_DAY)

try {
  const log = createLog()
  const serving = await startServer(loadConfig(), { clock: systemClock, log, notBefore: builtDay() })
  const link = await ensureSetUpLink(serving.database.db, systemClock)
  const first =
    link === undefined ? '' : `Set up at: ${linkAddress(serving.baseUrl, link)}  (works once, for 72 hours)\n`
  process.stdout.write(`Virtual School dashboard: ${serving.baseUrl}\n${first}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void serving.stop())
  process.on('SIGHUP', () => serving.renewCertificate())
} catch (error) {
  const sentence = sentenceOf(error)
  if (sentence === undefined) throw error
  process.stderr.write(`${sentence}\n`)
  process.exitCode = error instanceof ConfigError ? 2 : 1
}
