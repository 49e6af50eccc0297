import type { Insertable, Kysely, Updateable } from 'kysely'
import type { Database } from '../schema.ts'

/** The sign-in of a token's hash with its account, unless either has ended. */
export const openSignIn = (db: Kysely<Database>, id: string) =>
  db
    .selectFrom('signIn')
    .innerJoin('account', 'account.id', 'signIn.accountId')
    .selectAll('signIn')
    .select(['account.name', 'account.email', 'account.totpSecret'])
    .where('signIn.id', '=', id)
    .where('signIn.endedAt', 'is', null)
    .where('account.state', '=', 'active')

/** Those of an account that have not ended, latest first. */
export const openSignInsOf = (db: Kysely<Database>, accountId: string) =>
  db
    .selectFrom('signIn')
    .selectAll()
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .orderBy('startedAt', 'desc')
    .orderBy('id')

export const insertSignIn = (db: Kysely<Database>, signIn: Insertable<Database['signIn']>) =>
  db.insertInto('signIn').values(signIn)

export const updateSignIn = (
  db: Kysely<Database>,
  id: string,
  changes: Omit<Updateable<Database['signIn']>, 'id' | 'accountId'>,
) => db.updateTable('signIn').set(changes).where('id', '=', id).where('endedAt', 'is', null)

/** Ends all sign-ins of an account, but for one that may be kept. */
export const endSignInsOf = (db: Kysely<Database>, accountId: string, endedAt: string, keep = '') =>
  db
    .updateTable('signIn')
    .set({ endedAt })
    .where('accountId', '=', accountId)
    .where('id', '<>', keep)
    .where('endedAt', 'is', null)

/** Ends one, unless it has ended: of several at once only the first gets it. */
export const endSignIn = (db: Kysely<Database>, id: string, endedAt: string) =>
  db.updateTable('signIn').set({ endedAt }).where('id', '=', id).where('endedAt', 'is', null).returningAll()
