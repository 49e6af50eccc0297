import { verifyCommand } from './audit/verify-command.ts'
import { sentenceOf } from './command.ts'
import { loadConfig } from './config.ts'

/**
 * `npm run verify-audit [-- --anchor FILE]`: whether the record of who looked is as it was written. Ends with 0
 * when it is, 1 when it is not, 2 when that cannot be found out.
 */
try {
  const { code, said } = await verifyCommand(process.argv.slice(2), loadConfig().database)
  process.stdout.write(`${said}\n`)
  process.exitCode = code
} catch (error) {
  process.exitCode = 2
  const sentence = sentenceOf(error)
  if (sentence === undefined) throw error
  process.stderr.write(`${sentence}\n`)
}
