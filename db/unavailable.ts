const sqlite = /^SQLITE_(FULL|BUSY|LOCKED|IOERR|READONLY|CANTOPEN|PERM)/
/** Full or failing disk, out of memory or connections, shutting down, gone: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const postgres = /^(53|57P|58|08|25006)/
const network = new Set<unknown>(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])

/** Whether a statement failed for the state of the database or its disk, not for what it said: it may work later. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false
  return sqlite.test(error.code) || postgres.test(error.code) || network.has(error.code)
}

export const unavailableSentence =
  'The database cannot be used just now, and nothing was changed. Its disk may be full. Try again soon.'
