import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { Hono, type Context } from 'hono'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { attempt } from '../../../db/in-transaction.ts'
import { accountById, passkeysOf, updateAccount } from '../../../db/queries/account.ts'
import { deletePasskey, insertPasskey } from '../../../db/queries/passkey.ts'
import type { Database } from '../../../db/schema.ts'
import { factorsOf } from '../../access/accounts.ts'
import {
  askForPasskey,
  countUse,
  offerPasskey,
  passkeyParty,
  readNewPasskey,
  readShownPasskey,
  type NewPasskey,
  type PasskeyParty,
} from '../../access/passkeys.ts'
import { signedInOf } from '../http/access.ts'
import { body } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { madePasskey, showing, shownPasskey } from '../passkey-bodies.ts'
import {
  changeFactor,
  confirmNow,
  finishEnrolment,
  needConfirmed,
  needEnrolling,
  ownAccount,
  raise,
  signInWithPasskey,
  tellOwner,
  wrongFactor,
  type SigningDeps,
} from '../signing.ts'
import { nothing } from './sign-in-fields.ts'

/** More than anybody has devices. */
const MOST_PASSKEYS = 10

const notKept = () =>
  new Refusal(422, {
    code: 'passkey-not-kept',
    message: 'This passkey could not be kept. Try once more, or use another device or an authenticator app.',
  })
const tooManyPasskeys = () =>
  new Refusal(409, {
    code: 'too-many-passkeys',
    message: `You have ${MOST_PASSKEYS} passkeys, which is as many as an account keeps. Remove one first.`,
  })
const lastFactor = () =>
  new Refusal(409, {
    code: 'last-factor',
    message:
      'This is the only second factor of your account. Add another passkey or an authenticator app, then remove it.',
  })

/**
 * Passkeys: to sign in by one, as the second factor or at once; to set up the first; to show that it is still you;
 * to add and to remove them.
 */
export function passkeyRoutes(deps: SigningDeps) {
  const { db, clock } = deps
  const known = passkeyParty(deps.baseUrl)

  function party(): PasskeyParty {
    if (known) return known
    throw new Refusal(409, {
      code: 'no-passkeys',
      message:
        'Passkeys need a server whose address is a name, and this one has a number. Use an authenticator app.',
    })
  }

  /** Those of an account, with nobody changing its second factors until the transaction ends. */
  async function heldBy(trx: Transaction<Database>, accountId: string) {
    await updateAccount(trx, accountId, {}).execute()
    return passkeysOf(trx, accountId).execute()
  }

  async function keep(trx: Transaction<Database>, accountId: string, name: string, passkey: NewPasskey) {
    const row = { ...passkey, accountId, name, createdAt: clock.now(), lastUsedAt: null }
    const kept = await attempt(trx, () => insertPasskey(trx, row).execute())
    if (kept === 'exists' || kept === 'missing') throw notKept()
    return true
  }

  /** The passkey that this browser's person made. */
  async function readMade(c: Context, { id, response }: z.infer<typeof madePasskey>) {
    const { accountId } = signedInOf(c)
    const answer: RegistrationResponseJSON = response
    const passkey = await readNewPasskey(db, party(), { id, response: answer }, accountId, clock.now())
    if (!passkey) throw notKept()
    return passkey
  }

  return new Hono()
    .post(
      '/sign-in/passkey/options',
      described({
        summary: 'Ask for a passkey to sign in',
        tag: 'access',
        answer: 'What a browser needs to ask for one. It tells nothing of who has an account.',
      }),
      body(nothing),
      async (c) => {
        const { signedIn } = c.get('access')
        const half = signedIn?.level === 'password' ? signedIn.accountId : null
        return c.json(await askForPasskey(db, party(), 'sign-in', half, clock.now()), 200)
      },
    )
    .post(
      '/sign-in/passkey',
      described({
        summary: 'Sign in by a passkey, with nothing else or as the second factor',
        tag: 'access',
        answer: 'Nothing; the browser is signed in with both factors.',
      }),
      body(shownPasskey),
      async (c) => {
        const { signedIn } = c.get('access')
        const use = await readShownPasskey(db, party(), showing(c.req.valid('json')), 'sign-in', clock.now())
        const isOwn =
          signedIn?.level === 'password' && (use?.accountId ?? signedIn.accountId) === signedIn.accountId
        const proof = async (trx: Transaction<Database>) =>
          use !== undefined && countUse(trx, use, clock.now())
        if (isOwn) await raise(c, deps, 'passkey', proof)
        else if (use) await signInWithPasskey(c, deps, use.accountId, proof)
        else throw wrongFactor()
        return c.json({}, 200)
      },
    )
    .post(
      '/enrol/passkey/options',
      described({
        summary: 'Begin a passkey as the first second factor',
        tag: 'access',
        answer: 'What a browser needs to make one.',
      }),
      body(nothing),
      async (c) => {
        const account = await needEnrolling(c, deps)
        return c.json(await offerPasskey(db, party(), account, clock.now()), 200)
      },
    )
    .post(
      '/enrol/passkey',
      described({
        summary: 'Keep a passkey as the first second factor',
        tag: 'access',
        answer: 'Ten recovery codes, told this once; the browser is signed in with both factors.',
      }),
      body(madePasskey),
      async (c) => {
        const given = c.req.valid('json')
        await needEnrolling(c, deps)
        const passkey = await readMade(c, given)
        const { accountId, name, email } = signedInOf(c)
        const recoveryCodes = await finishEnrolment(c, deps, 'passkey', async (trx) => {
          await heldBy(trx, accountId)
          const account = await accountById(trx, accountId).executeTakeFirstOrThrow()
          const { mayEnrol } = await factorsOf(trx, account, clock.now())
          return mayEnrol && keep(trx, accountId, given.name, passkey)
        })
        tellOwner(deps, { name, email }, 'passkey.add')
        return c.json({ recoveryCodes }, 200)
      },
    )
    .post(
      '/me/confirm/passkey/options',
      described({
        summary: 'Ask for a passkey to show that it is still you',
        tag: 'access',
        answer: 'What a browser needs to ask for one.',
      }),
      body(nothing),
      async (c) => {
        const { accountId } = signedInOf(c)
        return c.json(await askForPasskey(db, party(), 'confirm', accountId, clock.now()), 200)
      },
    )
    .post(
      '/me/confirm/passkey',
      described({
        summary: 'Show by a passkey that it is still you',
        tag: 'access',
        answer: 'Nothing; what asks for a fresh factor is open for five minutes.',
      }),
      body(shownPasskey),
      async (c) => {
        const { accountId } = signedInOf(c)
        const use = await readShownPasskey(db, party(), showing(c.req.valid('json')), 'confirm', clock.now())
        await confirmNow(
          c,
          deps,
          'passkey',
          async (trx) => use?.accountId === accountId && countUse(trx, use, clock.now()),
        )
        return c.json({}, 200)
      },
    )
    .post(
      '/me/passkeys/options',
      described({
        summary: 'Begin another passkey',
        tag: 'access',
        answer: 'What a browser needs to make one.',
      }),
      body(nothing),
      async (c) => {
        needConfirmed(c, deps)
        const account = await ownAccount(c, deps)
        return c.json(await offerPasskey(db, party(), account, clock.now()), 200)
      },
    )
    .post(
      '/me/passkeys',
      described({
        summary: 'Keep another passkey',
        tag: 'access',
        answer: 'Nothing; all other sign-ins of the account have ended.',
      }),
      body(madePasskey),
      async (c) => {
        needConfirmed(c, deps)
        const given = c.req.valid('json')
        const passkey = await readMade(c, given)
        const { accountId } = signedInOf(c)
        await changeFactor(c, deps, 'account.passkey', 'passkey.add', async (trx) => {
          const held = await heldBy(trx, accountId)
          if (held.length >= MOST_PASSKEYS) throw tooManyPasskeys()
          return keep(trx, accountId, given.name, passkey)
        })
        return c.json({}, 200)
      },
    )
    .post(
      '/me/passkeys/:id/remove',
      described({
        summary: 'Remove one of your passkeys',
        tag: 'access',
        answer: 'Nothing; all other sign-ins of the account have ended.',
      }),
      body(nothing),
      async (c) => {
        needConfirmed(c, deps)
        const id = c.req.param('id')
        const { accountId } = signedInOf(c)
        await changeFactor(c, deps, 'account.passkey-removed', 'passkey.remove', async (trx) => {
          const held = await heldBy(trx, accountId)
          if (!held.some((passkey) => passkey.id === id)) throw notFound()
          const { totpSecret } = await accountById(trx, accountId).executeTakeFirstOrThrow()
          if (held.length === 1 && totpSecret === null) throw lastFactor()
          const { numDeletedRows } = await deletePasskey(trx, accountId, id).executeTakeFirst()
          return numDeletedRows === 1n
        })
        return c.json({}, 200)
      },
    )
}
