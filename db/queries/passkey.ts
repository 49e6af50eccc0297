import type { Insertable, Kysely } from 'kysely'
import type { Database } from '../schema.ts'

/** A passkey whose account may sign in. */
export const usablePasskey = (db: Kysely<Database>, id: string) =>
  db
    .selectFrom('passkey')
    .innerJoin('account', 'account.id', 'passkey.accountId')
    .selectAll('passkey')
    .where('passkey.id', '=', id)
    .where('account.state', '=', 'active')

export const insertPasskey = (db: Kysely<Database>, passkey: Insertable<Database['passkey']>) =>
  db.insertInto('passkey').values(passkey)

/**
 * Writes a use down: one row changed, unless the counter has come this far before. Authenticators that do not
 * count say 0 always.
 */
export const countPasskeyUse = (db: Kysely<Database>, id: string, counter: number, lastUsedAt: string) =>
  db
    .updateTable('passkey')
    .set({ counter, lastUsedAt })
    .where('id', '=', id)
    .where((passkey) =>
      counter === 0 ? passkey('counter', '=', 0) : passkey('counter', '<', passkey.val(counter)),
    )

/** One row deleted when it was this account's. */
export const deletePasskey = (db: Kysely<Database>, accountId: string, id: string) =>
  db.deleteFrom('passkey').where('accountId', '=', accountId).where('id', '=', id)

export const insertPasskeyChallenge = (
  db: Kysely<Database>,
  challenge: Insertable<Database['passkeyChallenge']>,
) => db.insertInto('passkeyChallenge').values(challenge)

/** Takes a challenge away and answers it: of several that bring it at once, only one gets it. */
export const takePasskeyChallenge = (db: Kysely<Database>, id: string) =>
  db.deleteFrom('passkeyChallenge').where('id', '=', id).returningAll()

/** Those that nobody brought back in time. */
export const deletePasskeyChallengesBefore = (db: Kysely<Database>, instant: string) =>
  db.deleteFrom('passkeyChallenge').where('expiresAt', '<', instant)
