import { Hono } from 'hono'
import { z } from 'zod'
import { updateAccount } from '../../../db/queries/account.ts'
import { authenticatorOffer, offeredSecret, stepOfCode } from '../../access/totp.ts'
import { body } from '../http/checked.ts'
import { tokenOf } from '../http/cookie.ts'
import { described } from '../http/described.ts'
import { finishEnrolment, needEnrolling, ownAccount, tellOwner, type SigningDeps } from '../signing.ts'
import { nothing, sixDigits } from './sign-in-fields.ts'

/** Keeps the authenticator that the browser was offered, if the code shows that a phone has it. */
export async function storeAuthenticator(
  trx: SigningDeps['db'],
  { seal, clock }: SigningDeps,
  account: { readonly id: string; readonly totpSecret: string | null },
  token: string,
  code: string,
): Promise<boolean> {
  const secret = offeredSecret(token, account.id, account.totpSecret)
  const totpStep = stepOfCode(secret, code, clock.now())
  if (totpStep === undefined) return false
  await updateAccount(trx, account.id, { totpSecret: seal.seal(secret), totpStep }).execute()
  return true
}

/** Setting up a first authenticator, after a link was taken. */
export const enrolRoutes = (deps: SigningDeps) =>
  new Hono()
    .post(
      '/enrol/authenticator',
      described({
        summary: 'Offer an authenticator',
        tag: 'access',
        answer: 'The secret as text, as an address and as rows of squares.',
      }),
      body(nothing),
      async (c) => {
        const account = await needEnrolling(c, deps)
        const secret = offeredSecret(tokenOf(c), account.id, account.totpSecret)
        return c.json(authenticatorOffer(secret, account.email), 200)
      },
    )
    .post(
      '/enrol/authenticator/confirm',
      described({
        summary: 'Show that the authenticator works',
        tag: 'access',
        answer: 'Ten recovery codes, told this once, and a new cookie.',
      }),
      body(z.strictObject({ code: sixDigits })),
      async (c) => {
        const account = await ownAccount(c, deps)
        const { code } = c.req.valid('json')
        const recoveryCodes = await finishEnrolment(c, deps, 'authenticator', (trx) =>
          storeAuthenticator(trx, deps, account, tokenOf(c), code),
        )
        tellOwner(deps, account, 'authenticator.change')
        return c.json({ recoveryCodes }, 200)
      },
    )
