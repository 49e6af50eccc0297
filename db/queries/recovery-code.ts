import type { Insertable, Kysely } from 'kysely'
import type { Database } from '../schema.ts'

export const insertRecoveryCodes = (
  db: Kysely<Database>,
  codes: readonly Insertable<Database['recoveryCode']>[],
) => db.insertInto('recoveryCode').values(codes)

export const deleteRecoveryCodesOf = (db: Kysely<Database>, accountId: string) =>
  db.deleteFrom('recoveryCode').where('accountId', '=', accountId)

/** Takes a code: one row changed for the first of those who bring it, none ever after. */
export const takeRecoveryCode = (db: Kysely<Database>, accountId: string, codeHash: string, at: string) =>
  db
    .updateTable('recoveryCode')
    .set({ usedAt: at })
    .where('accountId', '=', accountId)
    .where('codeHash', '=', codeHash)
    .where('usedAt', 'is', null)

/** Those that still work. */
export const unusedRecoveryCodesOf = (db: Kysely<Database>, accountId: string) =>
  db.selectFrom('recoveryCode').select('id').where('accountId', '=', accountId).where('usedAt', 'is', null)
