import { createHmac } from 'node:crypto'
import type { Kysely } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { encode } from 'uqr'
import { takeTotpStep } from '../../db/queries/account.ts'
import type { Database } from '../../db/schema.ts'
import { millisOf } from './instants.ts'
import type { Seal } from './seal.ts'

const ISSUER = 'Virtual School'
const PERIOD = 30
const SECRET_BYTES = 20

const totpOf = (secret: string, label = '') =>
  new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
    secret: Secret.fromBase32(secret),
  })

/**
 * The secret that a browser is offered for a new authenticator, base32 (160 bits): always the same one within one
 * sign-in, so that a page that is opened again shows the same code, and nothing is stored before the person has
 * shown that the phone has it. `token` is the sign-in's, 256 random bits known to that browser alone; `before` is
 * what is stored of the authenticator until now.
 */
export function offeredSecret(token: string, accountId: string, before: string | null): string {
  const bytes = createHmac('sha256', token)
    .update(`authenticator\n${accountId}\n${before ?? ''}`)
    .digest()
    .subarray(0, SECRET_BYTES)
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32
}

/** What an authenticator reads: as text, as an address, and as a code of squares, one row a text of 0 and 1. */
export function authenticatorOffer(secret: string, email: string) {
  const uri = totpOf(secret, email).toString()
  const qr = encode(uri, { ecc: 'M', border: 2 }).data.map((row) =>
    row.map((dark) => (dark ? '1' : '0')).join(''),
  )
  return { secret, uri, qr }
}

/** The 30-second step whose code this is: now, the one before or the one after (a phone up to a minute off). */
export function stepOfCode(secret: string, code: string, now: string): number | undefined {
  const timestamp = millisOf(now)
  const delta = totpOf(secret).validate({ token: code, window: 1, timestamp })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD) + delta
}

/**
 * Whether the code is right and nobody used it, or a later one, before: a hundred who send it at once are one who is
 * let in. `totpSecret` is what is stored, sealed.
 */
export async function takeCode(
  db: Kysely<Database>,
  seal: Seal,
  account: { readonly id: string; readonly totpSecret: string | null },
  code: string,
  now: string,
): Promise<boolean> {
  if (account.totpSecret === null) return false
  const step = stepOfCode(seal.open(account.totpSecret), code, now)
  if (step === undefined) return false
  const { numUpdatedRows } = await takeTotpStep(db, account.id, account.totpSecret, step).executeTakeFirst()
  return numUpdatedRows === 1n
}
