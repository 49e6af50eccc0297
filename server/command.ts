import { DatabaseRefusedError } from '../db/refused.ts'
import { ConfigError } from './config.ts'

/**
 * Runs a command of the terminal: prints its answer and ends with 0. Something that cannot be done ends with 1
 * and one plain sentence; anything else is a fault of ours and is thrown.
 */
export async function runCommand(command: (words: readonly string[]) => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await command(process.argv.slice(2))}\n`)
  } catch (error) {
    if (!(error instanceof DatabaseRefusedError || error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
