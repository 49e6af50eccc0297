import { createHash, randomBytes } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import {
  deleteRecoveryCodesOf,
  insertRecoveryCodes,
  takeRecoveryCode,
} from '../../db/queries/recovery-code.ts'
import type { Database } from '../../db/schema.ts'

const CODES = 10
const LENGTH = 16
/** 32 signs, none of which reads like another: sixteen of them are 80 bits. */
const signs = '0123456789abcdefghjkmnpqrstvwxyz'

const newCode = () => {
  const code = [...randomBytes(LENGTH)].map((byte) => signs[byte % signs.length]).join('')
  return code.match(/.{4}/g)!.join('-')
}

/** As it was meant: without blanks and hyphens, whatever the size of letters, `o` for 0 and `l` for 1 forgiven. */
const plain = (code: string) =>
  code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1')

/** Eighty random bits need no slow hash. */
const hashOf = (accountId: string, code: string) =>
  createHash('sha256')
    .update(`${accountId}\n${plain(code)}`)
    .digest('hex')

/** Ten new codes in place of all earlier ones; they are told once and stored hashed. */
export async function newRecoveryCodes(trx: Transaction<Database>, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode)
  await deleteRecoveryCodesOf(trx, accountId).execute()
  await insertRecoveryCodes(
    trx,
    codes.map((code) => ({
      id: crypto.randomUUID(),
      accountId,
      codeHash: hashOf(accountId, code),
      usedAt: null,
    })),
  ).execute()
  return codes
}

/** Whether it is a code of the account that nobody used before: of a hundred who bring it at once, one is let in. */
export async function useRecoveryCode(
  db: Kysely<Database>,
  accountId: string,
  code: string,
  at: string,
): Promise<boolean> {
  const { numUpdatedRows } = await takeRecoveryCode(
    db,
    accountId,
    hashOf(accountId, code),
    at,
  ).executeTakeFirst()
  return numUpdatedRows === 1n
}
