import { systemClock } from './clock.ts'
import { sentenceOf } from './command.ts'
import { ConfigError, loadConfig } from './config.ts'
import { createLog } from './log.ts'
import { startServer } from './serve.ts'

try {
  const log = createLog()
  const serving = await startServer(loadConfig(), { clock: systemClock, log })
  process.stdout.write(`Virtual School dashboard: ${serving.url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void serving.stop())
} catch (error) {
  const sentence = sentenceOf(error)
  if (sentence === undefined) throw error
  process.stderr.write(`${sentence}\n`)
  process.exitCode = error instanceof ConfigError ? 2 : 1
}
