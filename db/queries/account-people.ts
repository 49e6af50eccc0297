import type { Kysely, Updateable } from 'kysely'
import type { Database } from '../schema.ts'

/** Accounts as those see them who answer for them: never a secret, only whether a second factor is set. */
export const accountsOfPeople = (db: Kysely<Database>) =>
  db
    .selectFrom('account')
    .select([
      'id',
      'email',
      'name',
      'state',
      'createdAt',
      'createdBy',
      'lastSignInAt',
      'endedAt',
      'passwordChangedAt',
    ])
    .select(['endedReason', 'version'])
    .select((account) =>
      account
        .case()
        .when('totpSecret', 'is not', null)
        .then(1)
        .when(
          account.exists(
            account
              .selectFrom('passkey')
              .select('passkey.id')
              .whereRef('passkey.accountId', '=', 'account.id'),
          ),
        )
        .then(1)
        .else(0)
        .end()
        .as('secondFactor'),
    )
    .orderBy('name')
    .orderBy('id')

/** Changes an account unless somebody did since; no row is updated then. */
export const updateAccountOfPerson = (
  db: Kysely<Database>,
  id: string,
  expectedVersion: number,
  changes: Omit<Updateable<Database['account']>, 'id' | 'email' | 'version'>,
) =>
  db
    .updateTable('account')
    .set({ ...changes, version: expectedVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', expectedVersion)

/** Links of accounts that are made since an instant or still open then, latest first. */
export const linksOfAccounts = (db: Kysely<Database>, since: string) =>
  db
    .selectFrom('accessLink')
    .select(['accountId', 'purpose', 'madeBy', 'madeAt', 'expiresAt', 'usedAt'])
    .where('accountId', 'is not', null)
    .where((link) => link.or([link('madeAt', '>=', since), link('expiresAt', '>', since)]))
    .orderBy('madeAt', 'desc')
    .orderBy('id')
