import { pino, type Logger } from 'pino'

export type Log = Logger

/** Lines kept for later while they cannot be written; what is beyond that is dropped. */
const MOST_WAITING_BYTES = 1024 * 1024

/** Output that takes nothing, on a full disk or with its reader gone, is no reason to stop the server. */
const goOn = () => undefined

/** One line of JSON per event on standard output: ids only, never a name, a number of a child or a value of a record. */
export function createLog(level: 'info' | 'silent' = 'info'): Log {
  const output = pino.destination({ dest: 1, sync: true, maxLength: MOST_WAITING_BYTES })
  output.on('error', goOn)
  process.stdout.off('error', goOn).on('error', goOn)
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, output)
}
