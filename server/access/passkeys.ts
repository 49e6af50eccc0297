import { isIP } from 'node:net'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { decodeAttestationObject, isoBase64URL, isoUint8Array } from '@simplewebauthn/server/helpers'
import type { Kysely } from 'kysely'
import { passkeysOf } from '../../db/queries/account.ts'
import {
  countPasskeyUse,
  deletePasskeyChallengesBefore,
  insertPasskeyChallenge,
  takePasskeyChallenge,
  usablePasskey,
} from '../../db/queries/passkey.ts'
import type { Database } from '../../db/schema.ts'
import { instantAfter } from './instants.ts'

const CHALLENGE_MINUTES = 5
/** The largest number that both databases keep as an integer; no device is used so often. */
const LARGEST = 2_147_483_647

/** For whom a passkey is made and who asks for it: the host, and the whole origin that pages come from. */
export interface PasskeyParty {
  readonly id: string
  readonly origin: string
}

/** The party of an installation's address; undefined for one with an IP number, for which browsers make none. */
export function passkeyParty(baseUrl: string): PasskeyParty | undefined {
  const { hostname, origin } = new URL(baseUrl)
  return isIP(hostname.replace(/^\[(.*)\]$/, '$1')) === 0 ? { id: hostname, origin } : undefined
}

type Purpose = Database['passkeyChallenge']['purpose']

/** Keeps a challenge for five minutes; answers the id by which it is brought back, once. */
async function keepChallenge(
  db: Kysely<Database>,
  challenge: string,
  purpose: Purpose,
  accountId: string | null,
  now: string,
): Promise<string> {
  const id = crypto.randomUUID()
  const expiresAt = instantAfter(now, CHALLENGE_MINUTES)
  await deletePasskeyChallengesBefore(db, now).execute()
  await insertPasskeyChallenge(db, { id, challenge, purpose, accountId, expiresAt }).execute()
  return id
}

/** The challenge of an id, whatever comes of it never again; undefined when it is old or was for something else. */
async function takeChallenge(db: Kysely<Database>, id: string, purpose: Purpose, now: string) {
  const challenge = await takePasskeyChallenge(db, id).executeTakeFirst()
  return challenge?.purpose === purpose && challenge.expiresAt > now ? challenge : undefined
}

const transportsOf = (passkey: Pick<Database['passkey'], 'transports'>) =>
  passkey.transports.split(',').filter(Boolean)

/** What a browser needs to make a passkey for an account. */
export async function offerPasskey(
  db: Kysely<Database>,
  party: PasskeyParty,
  account: Pick<Database['account'], 'id' | 'email' | 'name'>,
  now: string,
) {
  const held = await passkeysOf(db, account.id).execute()
  const options = await generateRegistrationOptions({
    rpName: 'Virtual School dashboard',
    rpID: party.id,
    userID: isoUint8Array.fromUTF8String(account.id),
    userName: account.email,
    userDisplayName: account.name,
    timeout: CHALLENGE_MINUTES * 60_000,
    attestationType: 'none',
    excludeCredentials: held.map((passkey) => ({ id: passkey.id, transports: transportsOf(passkey) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { id: await keepChallenge(db, options.challenge, 'register', account.id, now), options }
}

/** What a browser brings back, with the id of the challenge. */
export interface Brought<Response> {
  readonly id: string
  readonly response: Response
}

/** What is stored of a new passkey, but for its owner, name and day. */
export type NewPasskey = Pick<Database['passkey'], 'id' | 'publicKey' | 'counter' | 'transports'>

/**
 * Whether an authenticator's maker vouches for it with certificates. Nobody asked for that, and to check them
 * would mean to fetch addresses that stand in them.
 */
function isVouchedFor(response: RegistrationResponseJSON): boolean {
  const attestation = decodeAttestationObject(isoBase64URL.toBuffer(response.response.attestationObject))
  const isSelfMade =
    attestation.get('fmt') === 'packed' && attestation.get('attStmt').get('x5c') === undefined
  return attestation.get('fmt') !== 'none' && !isSelfMade
}

/** The passkey that a browser made for the account; undefined when anything about it is wrong. */
export async function readNewPasskey(
  db: Kysely<Database>,
  party: PasskeyParty,
  { id, response }: Brought<RegistrationResponseJSON>,
  accountId: string,
  now: string,
): Promise<NewPasskey | undefined> {
  const challenge = await takeChallenge(db, id, 'register', now)
  if (challenge?.accountId !== accountId) return undefined
  try {
    if (isVouchedFor(response)) return undefined
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge.challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    })
    if (!verified || registrationInfo.credential.counter > LARGEST) return undefined
    const { credential } = registrationInfo
    return {
      id: credential.id,
      publicKey: isoBase64URL.fromBuffer(credential.publicKey),
      counter: credential.counter,
      transports: (credential.transports ?? []).join(','),
    }
  } catch {
    return undefined
  }
}

/**
 * What a browser needs to show a passkey. With no account any passkey of the person's will do, and what is
 * answered says nothing of who has one; with an account only that account's.
 */
export async function askForPasskey(
  db: Kysely<Database>,
  party: PasskeyParty,
  purpose: 'sign-in' | 'confirm',
  accountId: string | null,
  now: string,
) {
  const held = accountId === null ? [] : await passkeysOf(db, accountId).execute()
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    timeout: CHALLENGE_MINUTES * 60_000,
    userVerification: 'required',
    ...(held.length > 0 && {
      allowCredentials: held.map((passkey) => ({ id: passkey.id, transports: transportsOf(passkey) })),
    }),
  })
  return { id: await keepChallenge(db, options.challenge, purpose, accountId, now), options }
}

/** The counter of a good answer to a challenge; undefined when anything about it is wrong. */
async function counterOf(
  party: PasskeyParty,
  response: AuthenticationResponseJSON,
  challenge: Database['passkeyChallenge'],
  passkey: Database['passkey'],
): Promise<number | undefined> {
  const { userHandle } = response.response
  // Without a list of passkeys to choose from, the device has to say whose it is.
  if (userHandle === undefined && challenge.accountId === null) return undefined
  try {
    if (userHandle !== undefined && isoBase64URL.toUTF8String(userHandle) !== passkey.accountId)
      return undefined
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge.challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: {
        id: passkey.id,
        publicKey: isoBase64URL.toBuffer(passkey.publicKey),
        counter: passkey.counter,
      },
      requireUserVerification: true,
    })
    return verified && authenticationInfo.newCounter <= LARGEST ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}

/** A passkey that was shown as it should be; the use is still to be written down. */
export interface ShownPasskey {
  readonly accountId: string
  readonly passkeyId: string
  readonly counter: number
}

/**
 * Whose passkey was shown: the person was there, and the device made sure who it is. Undefined for anything that
 * is wrong: challenge old, used or another's, passkey unknown, account not active, signature, origin, counter that
 * went back. Whatever comes of it, the challenge is gone.
 */
export async function readShownPasskey(
  db: Kysely<Database>,
  party: PasskeyParty,
  { id, response }: Brought<AuthenticationResponseJSON>,
  purpose: 'sign-in' | 'confirm',
  now: string,
): Promise<ShownPasskey | undefined> {
  const challenge = await takeChallenge(db, id, purpose, now)
  if (!challenge) return undefined
  const passkey = await usablePasskey(db, response.id).executeTakeFirst()
  if (!passkey || (challenge.accountId ?? passkey.accountId) !== passkey.accountId) return undefined
  const counter = await counterOf(party, response, challenge, passkey)
  return counter === undefined ? undefined : { accountId: passkey.accountId, passkeyId: passkey.id, counter }
}

/** Writes a use down; false when the passkey is gone, or was used this far meanwhile. */
export async function countUse(
  trx: Kysely<Database>,
  { passkeyId, counter }: ShownPasskey,
  now: string,
): Promise<boolean> {
  const { numUpdatedRows } = await countPasskeyUse(trx, passkeyId, counter, now).executeTakeFirst()
  return numUpdatedRows === 1n
}
