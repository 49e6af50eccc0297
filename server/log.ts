import { pino, type Logger } from 'pino'

export type Log = Logger

/** One line of JSON per event on standard output: ids only, never a name, a number of a child or a value of a record. */
export const createLog = (level: 'info' | 'silent' = 'info'): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
