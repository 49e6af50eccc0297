import type { Kysely, Transaction } from 'kysely'
import { linkTakenSince } from '../../db/queries/access-link.ts'
import { insertAccount, passkeysOf } from '../../db/queries/account.ts'
import { unusedRecoveryCodesOf } from '../../db/queries/recovery-code.ts'
import type { Database } from '../../db/schema.ts'
import type { AccountTable } from '../../db/tables/account.ts'
import { instantAfter, minutesBetween } from './instants.ts'

const DAY = 24 * 60
const ASLEEP_DAYS = 90
/** After a link was taken there is so much time to set up the second factor. */
const ENROL_MINUTES = 72 * 60

/** A new account, which its owner has yet to take up by the invitation. */
export async function inviteAccount(
  trx: Transaction<Database>,
  given: { email: string; name: string; createdBy: string | null; at: string },
): Promise<AccountTable> {
  const { email, name, createdBy, at } = given
  const account: AccountTable = {
    id: crypto.randomUUID(),
    email,
    name,
    state: 'invited',
    createdAt: at,
    createdBy,
    version: 1,
    passwordHash: null,
    passwordChangedAt: null,
    totpSecret: null,
    totpStep: null,
    lastSignInAt: null,
    endedAt: null,
    endedReason: null,
  }
  await insertAccount(trx, account).execute()
  return account
}

/**
 * Whether an account was not used for ninety days: then it opens nothing, until somebody who looks after accounts
 * makes its owner a link for a new password.
 */
export function isAsleep(
  account: Pick<AccountTable, 'createdAt' | 'passwordChangedAt' | 'lastSignInAt'>,
  at: string,
): boolean {
  const { createdAt, passwordChangedAt, lastSignInAt } = account
  const used = [createdAt, passwordChangedAt ?? '', lastSignInAt ?? ''].toSorted().at(-1)!
  return minutesBetween(used, at) >= ASLEEP_DAYS * DAY
}

export type Method = 'code' | 'passkey' | 'recovery'

/** By what an account can show its second factor, and whether it may set one up now. */
export interface Factors {
  readonly methods: Method[]
  /** It has none, and took a link within three days: a password alone does not open the way to a new factor. */
  readonly mayEnrol: boolean
}

/** The factors of an account at an instant; a recovery code stands in for one, and is none itself. */
export async function factorsOf(
  db: Kysely<Database>,
  account: Pick<AccountTable, 'id' | 'totpSecret'>,
  at: string,
): Promise<Factors> {
  const passkeys = await passkeysOf(db, account.id).execute()
  const codes = await unusedRecoveryCodesOf(db, account.id).execute()
  const hasFactor = passkeys.length > 0 || account.totpSecret !== null
  const since = instantAfter(at, -ENROL_MINUTES)
  const taken = hasFactor ? undefined : await linkTakenSince(db, account.id, since).executeTakeFirst()
  return {
    methods: [
      ...(passkeys.length > 0 ? (['passkey'] as const) : []),
      ...(account.totpSecret === null ? [] : (['code'] as const)),
      ...(hasFactor && codes.length > 0 ? (['recovery'] as const) : []),
    ],
    mayEnrol: taken !== undefined,
  }
}
