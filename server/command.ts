import { DatabaseRefusedError } from '../db/refused.ts'
import { isUnavailable, unavailableSentence } from '../db/unavailable.ts'
import { ConfigError } from './config.ts'

/** The one plain sentence for what a person can put right; undefined for a fault of ours. */
export function sentenceOf(error: unknown): string | undefined {
  if (error instanceof DatabaseRefusedError || error instanceof ConfigError) return error.message
  if (isUnavailable(error)) return unavailableSentence
  if (error instanceof Error && 'syscall' in error && 'path' in error)
    return `${String(error.path)} cannot be used: look whether its folder is there and may be written to, and whether the disk is full.`
  return undefined
}

/**
 * Runs a command of the terminal: prints its answer and ends with 0. Something that cannot be done ends with 1
 * and one plain sentence; anything else is a fault of ours and is thrown.
 */
export async function runCommand(command: (words: readonly string[]) => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await command(process.argv.slice(2))}\n`)
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === undefined) throw error
    process.stderr.write(`${sentence}\n`)
    process.exitCode = 1
  }
}
