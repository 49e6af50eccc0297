/** A database, or a backup, that must not be used; the message is the one plain sentence to print. */
export class DatabaseRefusedError extends Error {
  override name = 'DatabaseRefusedError'
}
