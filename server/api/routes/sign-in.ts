import { Hono } from 'hono'
import { z } from 'zod'
import { inTransaction } from '../../../db/in-transaction.ts'
import { accountByEmail } from '../../../db/queries/account.ts'
import { appendAuditEvents } from '../../../db/queries/audit-event.ts'
import { touchGuess } from '../../../db/queries/guess.ts'
import { endSignIn } from '../../../db/queries/sign-in.ts'
import { keepOrUndo } from '../../../db/keep-or-undo.ts'
import type { AccountTable } from '../../../db/tables/account.ts'
import { isAsleep } from '../../access/accounts.ts'
import { linkAddress, makeLink, worksFor } from '../../access/links.ts'
import { newPasswordMail } from '../../access/mails.ts'
import { verifyPassword } from '../../access/passwords.ts'
import { useRecoveryCode } from '../../access/recovery-codes.ts'
import { countGuess } from '../../access/throttle.ts'
import { takeCode } from '../../access/totp.ts'
import { errorFacts } from '../../error-facts.ts'
import { body } from '../http/checked.ts'
import { byOf } from '../http/access.ts'
import { clearCookie, giveCookie } from '../http/cookie.ts'
import { described } from '../http/described.ts'
import {
  accountEvent,
  guess,
  ownAccount,
  raise,
  startHere,
  wrongPassword,
  type SigningDeps,
} from '../signing.ts'
import { anyCode, emailField, knownPassword, nothing, sixDigits } from './sign-in-fields.ts'

/** Nobody: as long as an account's own id and name, so that an event of it costs as much. */
const somebodyUnknown = { id: '00000000-0000-0000-0000-000000000000', name: 'somebody unknown' }

/** Sends a link for a new password to whoever has the account, if anybody has; nobody waits for it. */
async function sendNewPassword(
  { db, clock, mail, baseUrl, log }: SigningDeps,
  email: string,
  event: (of: AccountTable) => Parameters<typeof appendAuditEvents>[1][number],
): Promise<void> {
  const at = clock.now()
  const counted = await countGuess(db, 'forgot', email, at)
  const account = await accountByEmail(db, email).executeTakeFirst()
  if (!mail || 'waitSeconds' in counted || account?.state !== 'active' || isAsleep(account, at)) return
  const link = await inTransaction(db, async (trx) => {
    const made = await makeLink(trx, { purpose: 'password', accountId: account.id, madeBy: null, at })
    await appendAuditEvents(trx, [event(account)])
    return made
  })
  const { name } = account
  const message = newPasswordMail({
    baseUrl,
    name,
    within: worksFor('password'),
    link: linkAddress(baseUrl, link),
  })
  if (!(await mail.send({ to: email, ...message }))) log.error({ event: 'mail.failed', what: 'new password' })
}

/** Signing in with a password and a second factor, forgetting a password, signing out. */
export const signInRoutes = (deps: SigningDeps) =>
  new Hono()
    .post(
      '/sign-in',
      described({
        summary: 'Show the first factor',
        tag: 'access',
        answer: 'A cookie with which the second factor can be shown.',
      }),
      body(z.strictObject({ email: emailField, password: knownPassword })),
      async (c) => {
        const { db, clock, log } = deps
        const { email, password } = c.req.valid('json')
        const tried = await guess(deps, 'password', email)
        const account = await accountByEmail(db, email).executeTakeFirst()
        const open = account?.state === 'active'
        const right = await verifyPassword(open ? account.passwordHash : null, password)
        const at = clock.now()
        if (!open || !right) {
          log.info({ event: 'sign-in.failed' })
          const failed = accountEvent(c, at, 'sign-in.failed', {
            of: account ?? somebodyUnknown,
            schoolId: account?.schoolId ?? null,
            reason: 'password',
          })
          // The same work for an address that nobody has, so that the time does not tell.
          await inTransaction(db, async (trx) => {
            await touchGuess(trx, tried.id).execute()
            await keepOrUndo(trx, account !== undefined, async () => {
              await appendAuditEvents(trx, [failed])
            })
          })
          throw wrongPassword()
        }
        const { token } = await inTransaction(db, async (trx) => {
          const started = await startHere(c, trx, account, 'password', at)
          const { schoolId } = account
          const of = { of: account, schoolId, signIn: started.id }
          await appendAuditEvents(trx, [accountEvent(c, at, 'sign-in.password', of)])
          return started
        })
        await tried.wasRight()
        giveCookie(c, token)
        return c.json({ next: 'second-factor' as const }, 200)
      },
    )
    .post(
      '/sign-in/code',
      described({ summary: 'Show an authenticator’s code', tag: 'access', answer: 'A new cookie.' }),
      body(z.strictObject({ code: sixDigits })),
      async (c) => {
        const account = await ownAccount(c, deps)
        const tried = await guess(deps, 'code', account.id)
        const { code } = c.req.valid('json')
        const now = deps.clock.now()
        await raise(c, deps, 'code', (trx) => takeCode(trx, deps.seal, account, code, now))
        await tried.wasRight()
        return c.json({}, 200)
      },
    )
    .post(
      '/sign-in/recovery',
      described({ summary: 'Use a recovery code', tag: 'access', answer: 'A new cookie.' }),
      body(z.strictObject({ code: anyCode })),
      async (c) => {
        const account = await ownAccount(c, deps)
        const tried = await guess(deps, 'recovery', account.id)
        const { code } = c.req.valid('json')
        const now = deps.clock.now()
        await raise(c, deps, 'recovery', (trx) => useRecoveryCode(trx, account.id, code, now))
        await tried.wasRight()
        return c.json({}, 200)
      },
    )
    .post(
      '/sign-in/forgot',
      described({
        summary: 'Ask for a new password by mail',
        tag: 'access',
        answer: 'The same, whether or not there is such an account.',
      }),
      body(z.strictObject({ email: emailField })),
      (c) => {
        const { changedBy, by } = byOf(c)
        const at = deps.clock.now()
        const { email } = c.req.valid('json')
        void sendNewPassword(deps, email, ({ id }) => ({
          ...by,
          at,
          changedBy,
          action: 'link.made',
          kind: 'password',
          recordId: id,
          accountId: null,
        })).catch((error: unknown) => deps.log.error({ event: 'forgot.failed', ...errorFacts(error) }))
        return c.json({}, 200)
      },
    )
    .post(
      '/sign-out',
      described({
        summary: 'End this sign-in for good',
        tag: 'access',
        answer: 'The cookie is gone and worth nothing.',
      }),
      body(nothing),
      async (c) => {
        const { signedIn } = c.get('access')
        const at = deps.clock.now()
        if (signedIn)
          await inTransaction(deps.db, async (trx) => {
            await endSignIn(trx, signedIn.id, at).execute()
            await appendAuditEvents(trx, [accountEvent(c, at, 'sign-out')])
          })
        clearCookie(c)
        c.header('Clear-Site-Data', '"cache"')
        return c.json({}, 200)
      },
    )
