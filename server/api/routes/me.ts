import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { inTransaction } from '../../../db/in-transaction.ts'
import { endAccessLinks } from '../../../db/queries/access-link.ts'
import { anyAccount, passkeysOf, updateAccount } from '../../../db/queries/account.ts'
import { appendAuditEvents } from '../../../db/queries/audit-event.ts'
import { unusedRecoveryCodesOf } from '../../../db/queries/recovery-code.ts'
import { everySchool } from '../../../db/queries/school.ts'
import { endSignIn, openSignInsOf, updateSignIn } from '../../../db/queries/sign-in.ts'
import { factorsOf } from '../../access/accounts.ts'
import { pagesOf } from '../../access/pages.ts'
import { passwordOwner, placesOf } from '../../access/password-owner.ts'
import { verifyPassword } from '../../access/passwords.ts'
import { heldAt, roleWords } from '../../access/permissions.ts'
import { newRecoveryCodes } from '../../access/recovery-codes.ts'
import { idleMinutes, signInName, type SignedIn } from '../../access/sign-ins.ts'
import { authenticatorOffer, offeredSecret, takeCode } from '../../access/totp.ts'
import type { Deps } from '../deps.ts'
import { signedInOf } from '../http/access.ts'
import { body } from '../http/checked.ts'
import { clearCookie, tokenOf } from '../http/cookie.ts'
import { described } from '../http/described.ts'
import { badFields, notFound } from '../http/refusal.ts'
import {
  accountEvent,
  changeFactor,
  confirmNow,
  guess,
  needConfirmed,
  ownAccount,
  tellOwner,
  type SigningDeps,
} from '../signing.ts'
import { storeAuthenticator } from './enrol.ts'
import { chosenHash } from './links.ts'
import { chosenPassword, knownPassword, nothing, sixDigits } from './sign-in-fields.ts'

const confirmed = z.strictObject({ code: sixDigits })
const acting = z.strictObject({
  postId: z.string().min(1).max(80),
  /** The school at hand, for posts that are held at no school. */
  schoolId: z.string().min(1).max(80).optional(),
})

/** The schools that can be at hand in a post: its own, or any of the installation. */
const schoolsOf = (schools: readonly { id: string; name: string }[], post: SignedIn['post']) =>
  post === undefined ? [] : schools.filter(({ id }) => heldAt[post.role] !== 'school' || id === post.schoolId)

/** Who is signed in here, and what is their own: password, factors, sign-ins, the role acted in. */
export function meRoutes(deps: SigningDeps & Pick<Deps, 'demonstration'>) {
  const { db, clock } = deps

  async function nobody() {
    const people = deps.demonstration?.people ?? null
    return {
      state: 'out' as const,
      firstRun: (await anyAccount(db).executeTakeFirst()) === undefined,
      mail: deps.mail !== undefined,
      demonstration: people?.map((person) => ({ ...person, words: roleWords[person.role] })) ?? null,
    }
  }

  async function somebody({ posts, post, ...signedIn }: SignedIn) {
    const places = await placesOf(db, posts)
    const schools = schoolsOf(await everySchool(db).execute(), post)
    const atHand = post?.schoolId ?? signedIn.schoolId ?? schools[0]?.id
    return {
      state: 'in' as const,
      name: signedIn.name,
      email: signedIn.email,
      role: post?.role ?? null,
      roleWords: post ? roleWords[post.role] : 'No role',
      posts: posts.map((each, index) => ({
        id: each.id,
        role: each.role,
        words: roleWords[each.role],
        place: places[index]?.name ?? '',
        current: each.id === post?.id,
      })),
      schools: schools.map(({ id, name }) => ({ id, name, current: id === atHand })),
      pages: post ? pagesOf(post.role) : [],
      idleMinutes,
      confirmedAt: signedIn.confirmedAt,
    }
  }

  /** Does something to this browser's sign-in and keeps it. */
  const onOwn = (c: Context, action: string, changes: Parameters<typeof updateSignIn>[2], reason?: string) =>
    inTransaction(db, async (trx) => {
      await updateSignIn(trx, signedInOf(c).id, changes).execute()
      await appendAuditEvents(trx, [
        accountEvent(c, clock.now(), action, reason === undefined ? {} : { reason }),
      ])
    })

  return new Hono()
    .get(
      '/me',
      described({
        summary: 'Who is signed in in this browser, and how far',
        tag: 'access',
        answer: 'Nobody, somebody with the second factor to come, or somebody with the pages of their role.',
      }),
      async (c) => {
        const { signedIn } = c.get('access')
        if (!signedIn) return c.json(await nobody(), 200)
        if (signedIn.level === 'full') return c.json(await somebody(signedIn), 200)
        const { methods, mayEnrol } = await factorsOf(db, await ownAccount(c, deps), clock.now())
        const { name } = signedIn
        return c.json({ state: 'second-factor' as const, name, methods, enrol: mayEnrol }, 200)
      },
    )
    .post(
      '/me/lock',
      described({
        summary: 'Lock this browser',
        tag: 'access',
        answer: 'It asks for the second factor again.',
      }),
      body(nothing),
      async (c) => {
        await onOwn(c, 'sign-in.locked', { level: 'password' })
        return c.json({}, 200)
      },
    )
    .post(
      '/me/acting',
      described({ summary: 'Choose the role and the school to act in', tag: 'access', answer: 'Nothing.' }),
      body(acting),
      async (c) => {
        const { posts } = signedInOf(c)
        const { postId, schoolId = null } = c.req.valid('json')
        const post = posts.find(({ id }) => id === postId)
        if (!post) throw notFound()
        const schools = schoolsOf(await everySchool(db).execute(), post)
        if (schoolId !== null && !schools.some(({ id }) => id === schoolId)) throw notFound()
        await onOwn(c, 'acting', { postId, schoolId }, post.role)
        return c.json({}, 200)
      },
    )
    .post(
      '/me/confirm',
      described({
        summary: 'Show the second factor again, before something sensitive',
        tag: 'access',
        answer: 'Nothing; sensitive acts are open for five minutes.',
      }),
      body(confirmed),
      async (c) => {
        const account = await ownAccount(c, deps)
        const tried = await guess(deps, 'code', account.id)
        const { code } = c.req.valid('json')
        await confirmNow(c, deps, 'code', (trx) => takeCode(trx, deps.seal, account, code, clock.now()))
        await tried.wasRight()
        return c.json({}, 200)
      },
    )
    .get(
      '/me/account',
      described({ summary: 'One’s own account', tag: 'access', answer: 'Factors and open sign-ins.' }),
      async (c) => {
        const { id: current } = signedInOf(c)
        const account = await ownAccount(c, deps)
        const passkeys = await passkeysOf(db, account.id).execute()
        const signIns = await openSignInsOf(db, account.id).execute()
        const codes = await unusedRecoveryCodesOf(db, account.id).execute()
        return c.json(
          {
            name: account.name,
            email: account.email,
            passwordChangedAt: account.passwordChangedAt,
            authenticator: account.totpSecret !== null,
            passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
              id,
              name,
              createdAt,
              lastUsedAt,
            })),
            recoveryCodesLeft: codes.length,
            signIns: signIns.map(({ id, agent, startedAt, lastSeenAt }) => ({
              id: signInName(id),
              agent,
              startedAt,
              lastSeenAt,
              current: id === current,
            })),
          },
          200,
        )
      },
    )
    .post(
      '/me/password',
      described({
        summary: 'Change one’s password',
        tag: 'access',
        answer: 'Nothing; all other sign-ins have ended.',
      }),
      body(z.strictObject({ current: knownPassword, next: chosenPassword })),
      async (c) => {
        const account = await ownAccount(c, deps)
        const { current, next } = c.req.valid('json')
        const tried = await guess(deps, 'password', account.email)
        if (!(await verifyPassword(account.passwordHash, current))) {
          const failed = accountEvent(c, clock.now(), 'sign-in.failed', { reason: 'password' })
          await inTransaction(db, (trx) => appendAuditEvents(trx, [failed]))
          throw badFields([{ field: 'current', message: 'This is not your password now.' }])
        }
        await tried.wasRight()
        const passwordHash = await chosenHash(await passwordOwner(db, account), next, 'next')
        const at = clock.now()
        await changeFactor(c, deps, 'account.password', 'password.change', async (trx) => {
          await updateAccount(trx, account.id, { passwordHash, passwordChangedAt: at }).execute()
          await endAccessLinks(trx, account.id, ['password'], at).execute()
          return true
        })
        return c.json({}, 200)
      },
    )
    .post(
      '/me/sign-ins/:id/end',
      described({ summary: 'End one of one’s own sign-ins', tag: 'access', answer: 'Nothing.' }),
      body(nothing),
      async (c) => {
        const { accountId, id: current } = signedInOf(c)
        const open = await openSignInsOf(db, accountId).execute()
        const found = open.find(({ id }) => signInName(id) === c.req.param('id'))
        if (!found) throw notFound()
        const at = clock.now()
        await inTransaction(db, async (trx) => {
          await endSignIn(trx, found.id, at).execute()
          await appendAuditEvents(trx, [
            accountEvent(c, at, 'sign-in.ended', { recordId: signInName(found.id) }),
          ])
        })
        if (found.id === current) clearCookie(c)
        return c.json({}, 200)
      },
    )
    .post(
      '/me/recovery-codes',
      described({
        summary: 'Make new recovery codes in place of all earlier ones',
        tag: 'access',
        answer: 'Ten codes, told this once.',
      }),
      body(nothing),
      async (c) => {
        needConfirmed(c, deps)
        const { accountId } = signedInOf(c)
        const recoveryCodes = await inTransaction(db, async (trx) => {
          const codes = await newRecoveryCodes(trx, accountId)
          await appendAuditEvents(trx, [accountEvent(c, clock.now(), 'account.recovery-codes')])
          return codes
        })
        tellOwner(deps, signedInOf(c), 'recovery-codes.make')
        return c.json({ recoveryCodes }, 200)
      },
    )
    .post(
      '/me/authenticator',
      described({
        summary: 'Offer another authenticator',
        tag: 'access',
        answer: 'The secret as text, as an address and as rows of squares.',
      }),
      body(nothing),
      async (c) => {
        needConfirmed(c, deps)
        const account = await ownAccount(c, deps)
        const secret = offeredSecret(tokenOf(c), account.id, account.totpSecret)
        return c.json(authenticatorOffer(secret, account.email), 200)
      },
    )
    .post(
      '/me/authenticator/confirm',
      described({
        summary: 'Show that the other authenticator works',
        tag: 'access',
        answer: 'Nothing; the earlier one works no more and all other sign-ins have ended.',
      }),
      body(confirmed),
      async (c) => {
        needConfirmed(c, deps)
        const account = await ownAccount(c, deps)
        const { code } = c.req.valid('json')
        await changeFactor(c, deps, 'account.authenticator', 'authenticator.change', (trx) =>
          storeAuthenticator(trx, deps, account, tokenOf(c), code),
        )
        return c.json({}, 200)
      },
    )
}
