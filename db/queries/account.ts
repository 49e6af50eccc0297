import type { Insertable, Kysely, Updateable } from 'kysely'
import type { Database } from '../schema.ts'

const accounts = (db: Kysely<Database>) => db.selectFrom('account').selectAll('account')

export const accountById = (db: Kysely<Database>, id: string) => accounts(db).where('id', '=', id)

/**
 * The account of a normalised address, with the school of its first post for the audit. One query, whoever is
 * asked for: what it costs does not tell whether there is one.
 */
export const accountByEmail = (db: Kysely<Database>, email: string) =>
  accounts(db)
    .select((account) =>
      account
        .selectFrom('post')
        .select('post.schoolId')
        .whereRef('post.accountId', '=', 'account.id')
        .where('post.state', '=', 'held')
        .orderBy('post.startedOn')
        .orderBy('post.id')
        .limit(1)
        .as('schoolId'),
    )
    .where('email', '=', email)

/** Any account at all: without one, the installation waits for its first. */
export const anyAccount = (db: Kysely<Database>) => db.selectFrom('account').select('id').limit(1)

export const insertAccount = (db: Kysely<Database>, account: Insertable<Database['account']>) =>
  db.insertInto('account').values(account)

/** Changes an account that has not ended. */
export const updateAccount = (
  db: Kysely<Database>,
  id: string,
  changes: Omit<Updateable<Database['account']>, 'id' | 'version'>,
) =>
  db
    .updateTable('account')
    .set((account) => ({ ...changes, version: account('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '<>', 'ended')

/** When somebody was last signed in with both factors. No version: nobody edits it. */
export const setLastSignIn = (db: Kysely<Database>, id: string, lastSignInAt: string) =>
  db.updateTable('account').set({ lastSignInAt }).where('id', '=', id)

/**
 * Takes a code of a step: one row changed, unless a code of that or a later step was taken before, or the
 * authenticator is no longer this one.
 */
export const takeTotpStep = (db: Kysely<Database>, id: string, totpSecret: string, step: number) =>
  db
    .updateTable('account')
    .set({ totpStep: step })
    .where('id', '=', id)
    .where('totpSecret', '=', totpSecret)
    .where((account) => account.or([account('totpStep', 'is', null), account('totpStep', '<', step)]))

/** The passkeys of an account, earliest first. */
export const passkeysOf = (db: Kysely<Database>, accountId: string) =>
  db.selectFrom('passkey').selectAll().where('accountId', '=', accountId).orderBy('createdAt').orderBy('id')

export const deletePasskeysOf = (db: Kysely<Database>, accountId: string) =>
  db.deleteFrom('passkey').where('accountId', '=', accountId)
