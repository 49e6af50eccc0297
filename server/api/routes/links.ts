import { Hono } from 'hono'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { inTransaction } from '../../../db/in-transaction.ts'
import { deletePasskeysOf, updateAccount } from '../../../db/queries/account.ts'
import { appendAuditEvents } from '../../../db/queries/audit-event.ts'
import { postsOfAccount } from '../../../db/queries/post.ts'
import { deleteRecoveryCodesOf } from '../../../db/queries/recovery-code.ts'
import { everySchool } from '../../../db/queries/school.ts'
import { endSignInsOf } from '../../../db/queries/sign-in.ts'
import type { Database } from '../../../db/schema.ts'
import type { AccountTable } from '../../../db/tables/account.ts'
import { findLink, selectorOf, takeLink, type OpenLink } from '../../access/links.ts'
import { passwordOwner, placesOf } from '../../access/password-owner.ts'
import { hashPassword, passwordProblem, verifyPassword } from '../../access/passwords.ts'
import { roleWords } from '../../access/permissions.ts'
import { body } from '../http/checked.ts'
import { giveCookie } from '../http/cookie.ts'
import { described } from '../http/described.ts'
import { badFields, Refusal } from '../http/refusal.ts'
import { accountEvent, guess, startHere, tellOwner, wrongPassword, type SigningDeps } from '../signing.ts'
import { linkField, knownPassword } from './sign-in-fields.ts'

/** A link that opens nothing, whatever the reason. */
export const deadLink = () =>
  new Refusal(404, {
    code: 'link',
    message:
      'This link does not work: it was used, it is too old, or it was not copied whole. Ask whoever sent it for a new one.',
  })

/** The link, if it opens anything; a wrong secret is one of ten tries. */
export async function openLink(deps: SigningDeps, text: string): Promise<OpenLink> {
  const tried = await guess(deps, 'link', selectorOf(text))
  const open = await findLink(deps.db, text, deps.clock.now())
  if (!open) throw deadLink()
  await tried.wasRight()
  return open
}

/** The hash of a password that will do. Throws 422 with the sentence why not. */
export async function chosenHash(
  owner: Parameters<typeof passwordProblem>[1],
  password: string,
  field = 'password',
): Promise<string> {
  const message = await passwordProblem(password, owner)
  if (message !== undefined) throw badFields([{ field, message }])
  return hashPassword(password)
}

type Changes = Parameters<typeof updateAccount>[2]

/** What taking a link does to the account, and whether the browser is signed in after it. */
interface Taken {
  readonly action: string
  readonly changes: Changes
  readonly also?: (trx: Transaction<Database>) => Promise<void>
  readonly next: 'enrol' | 'sign-in'
}

async function consequence(
  deps: SigningDeps,
  { link }: OpenLink,
  account: AccountTable,
  password: string,
): Promise<Taken | 'wrong'> {
  const { db, clock } = deps
  if (link.purpose === 'second-factor') {
    const tried = await guess(deps, 'password', account.email)
    if (!(await verifyPassword(account.passwordHash, password))) return 'wrong'
    await tried.wasRight()
    return {
      action: 'account.second-factor-reset',
      changes: { totpSecret: null, totpStep: null },
      async also(trx) {
        await deletePasskeysOf(trx, account.id).execute()
        await deleteRecoveryCodesOf(trx, account.id).execute()
      },
      next: 'enrol',
    }
  }
  const passwordHash = await chosenHash(await passwordOwner(db, account), password)
  const changes: Changes = { passwordHash, passwordChangedAt: clock.now() }
  return link.purpose === 'invitation'
    ? { action: 'account.taken-up', changes: { ...changes, state: 'active' }, next: 'enrol' }
    : { action: 'account.password', changes, next: 'sign-in' }
}

/** Links that an account's owner opens: an invitation, a new password, a new second factor. */
export const linkRoutes = (deps: SigningDeps) =>
  new Hono()
    .post(
      '/links/look',
      described({
        summary: 'What a link is for',
        tag: 'access',
        answer: 'Its purpose, for whom it is, and who made it.',
      }),
      body(z.strictObject({ link: linkField })),
      async (c) => {
        const { link, account, madeBy } = await openLink(deps, c.req.valid('json').link)
        const { purpose } = link
        if (!account) {
          const school = await everySchool(deps.db).executeTakeFirst()
          const place = school?.name ?? null
          return c.json({ purpose, name: null, email: null, place, role: null, madeBy }, 200)
        }
        const posts = await postsOfAccount(deps.db, account.id).execute()
        const open = posts.filter(({ state }) => state === 'asked' || state === 'held')
        const [place] = await placesOf(deps.db, open.slice(0, 1))
        const role = open[0] ? roleWords[open[0].role] : null
        const { name, email } = account
        return c.json({ purpose, name, email, place: place?.name ?? null, role, madeBy }, 200)
      },
    )
    .post(
      '/links/take',
      described({
        summary: 'Use a link, once',
        tag: 'access',
        answer: 'Whether a second factor is to be set up now, or to sign in.',
      }),
      body(z.strictObject({ link: linkField, password: knownPassword })),
      async (c) => {
        const { db, clock } = deps
        const { link: text, password } = c.req.valid('json')
        const open = await openLink(deps, text)
        const { account, link } = open
        if (!account || link.purpose === 'set-up') throw deadLink()
        const taken = await consequence(deps, open, account, password)
        const at = clock.now()
        if (taken === 'wrong') {
          const failed = accountEvent(c, at, 'sign-in.failed', { of: account, reason: 'password' })
          await inTransaction(db, (trx) => appendAuditEvents(trx, [failed]))
          throw wrongPassword()
        }
        const started = await inTransaction(db, async (trx) => {
          if (!(await takeLink(trx, open, at))) return undefined
          await updateAccount(trx, account.id, taken.changes).execute()
          await taken.also?.(trx)
          await endSignInsOf(trx, account.id, at).execute()
          const here = taken.next === 'enrol' ? await startHere(c, trx, account, 'password', at) : undefined
          await appendAuditEvents(
            trx,
            ['link.taken', taken.action].map((action) =>
              accountEvent(c, at, action, { of: account, kind: link.purpose, recordId: account.id }),
            ),
          )
          return { token: here?.token }
        })
        if (!started) throw deadLink()
        if (started.token !== undefined) giveCookie(c, started.token)
        if (link.purpose === 'password') tellOwner(deps, account, 'password.change')
        if (link.purpose === 'second-factor') tellOwner(deps, account, 'second-factor.reset')
        return c.json({ next: taken.next }, 200)
      },
    )
