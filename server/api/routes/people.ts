import { Hono, type Context } from 'hono'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { isUniqueViolation } from '../../../db/dialect.ts'
import { postsOfAccount } from '../../../db/queries/post.ts'
import { authorityByCode } from '../../../db/queries/authority.ts'
import { everySchool } from '../../../db/queries/school.ts'
import type { Database } from '../../../db/schema.ts'
import { setChildrenOfPost } from '../../access/class-lists.ts'
import { normaliseEmail } from '../../access/emails.ts'
import { linkAddress, worksFor } from '../../access/links.ts'
import { invitationMail, newPasswordMail, roleMail, secondFactorMail } from '../../access/mails.ts'
import { endAccount, invite, linkForPerson } from '../../access/people.ts'
import { heldAt, roles, roleWords, type Role } from '../../access/permissions.ts'
import { isLive } from '../../access/posts.ts'
import { keepReview } from '../../access/reviews.ts'
import { idOfKey } from '../../records/id-of-key.ts'
import type { Deps } from '../deps.ts'
import { actorOf } from '../http/access.ts'
import { body, day } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { idempotencyKey } from '../http/idempotency-key.ts'
import { badFields, notFound } from '../http/refusal.ts'
import { childIds, createPeopleDesk, done, id, label, seenOf, words } from '../people-desk.ts'
import { peopleView, reviewedOf } from '../views/people.ts'

const invitation = z.strictObject({
  name: z.string().trim().min(1, 'Write the person’s name').max(120),
  email: z.string().max(1000),
  role: z.enum(roles as [Role, ...Role[]], 'Choose a role'),
  schoolId: id.nullable().optional(),
  authorityCode: z.string().min(1).max(10).nullable().optional(),
  startedOn: day,
  endedOn: day.nullable().optional(),
  label: label.optional(),
  childIds: childIds.optional(),
})
const accountEnding = z.strictObject({ reason: words.min(1, 'Say why, for whoever looks later') })
const wantedLink = z.strictObject({ purpose: z.enum(['invitation', 'password', 'second-factor']) })
const review = z.strictObject({
  accounts: z
    .array(
      z.strictObject({
        accountId: id,
        version: z.int().min(1),
        posts: z.array(z.strictObject({ id, version: z.int().min(1) })).max(100),
      }),
    )
    .max(20_000),
})

/**
 * People: who has an account, how somebody comes in, gets a new link and goes, and the termly look at who has access.
 * Every change asks for a factor shown just now and is on record.
 */
export function peopleRoutes({ db, clock, mail, baseUrl }: Deps) {
  const { grantingOf, write } = createPeopleDesk({ db, clock })

  /** The same form twice at once, or two for one address: whoever comes second finds what the first one made. */
  const writeOnce = <T>(work: (trx: Transaction<Database>) => Promise<T>) =>
    write(work).catch((error: unknown) => {
      if (isUniqueViolation(error)) return write(work)
      throw error
    })

  /** Where a role is held: what was said, or the one place that it can be. */
  async function placeOf(c: Context, given: z.infer<typeof invitation>) {
    const { schoolId, authorityCode } = actorOf(c)
    const at = heldAt[given.role]
    if (at === 'installation') return { schoolId: null, authorityCode: null, place: 'the whole installation' }
    if (at === 'school') {
      const schools = await everySchool(db).execute()
      const only = schools.length === 1 ? schools[0]?.id : undefined
      const wanted = given.schoolId ?? schoolId ?? only
      const school = schools.find((one) => one.id === wanted)
      if (!school)
        throw wanted === undefined
          ? badFields([{ field: 'schoolId', message: 'Choose the school.' }])
          : notFound()
      return { schoolId: school.id, authorityCode: null, place: school.name }
    }
    const code = given.authorityCode ?? authorityCode
    if (code === null) throw badFields([{ field: 'authorityCode', message: 'Choose the authority.' }])
    const authority = await authorityByCode(db, code).executeTakeFirst()
    if (!authority) throw badFields([{ field: 'authorityCode', message: 'Choose the authority.' }])
    return { schoolId: null, authorityCode: code, place: `${authority.name} Virtual School` }
  }

  /** What an invitation names when it is made again. */
  async function firstRoleOf(accountId: string) {
    const posts = await postsOfAccount(db, accountId).execute()
    const post = posts.find((one) => isLive(one, clock.today())) ?? posts[0]
    const schools = await everySchool(db).execute()
    const code = post?.authorityCode ?? ''
    const authority = await authorityByCode(db, code).executeTakeFirst()
    return {
      place: schools.find((one) => one.id === post?.schoolId)?.name ?? authority?.name ?? 'your school',
      role: post ? roleWords[post.role] : 'colleague',
    }
  }

  /** Sends a message, or answers the link to hand over where no mail server is set. */
  async function handOver(
    to: string,
    message: { subject: string; text: string } | null,
    link: string | null,
  ) {
    if (!mail) return { mailed: false, link }
    if (!message) return { mailed: false, link: null }
    return { mailed: await mail.send({ to, ...message }), link: null }
  }

  return new Hono()
    .get(
      '/people',
      described({
        summary: 'Who has an account and a role, what waits for a word, and the termly review',
        tag: 'access',
        answer: 'People by name; what each may be done with by who asks. No child.',
      }),
      async (c) => c.json(await peopleView(db, actorOf(c), { at: clock.now(), today: clock.today() }), 200),
    )
    .post(
      '/people',
      described({
        summary: 'Invite somebody, or give a colleague a role',
        tag: 'access',
        answer: 'Whether it was mailed; without a mail server the link to hand over, this once.',
        once: true,
      }),
      body(invitation),
      async (c) => {
        const given = c.req.valid('json')
        const granting = grantingOf(c)
        const email = normaliseEmail(given.email)
        if (email === undefined)
          throw badFields([{ field: 'email', message: 'Write a whole e-mail address.' }])
        const { schoolId, authorityCode, place } = await placeOf(c, given)
        const postId = idOfKey('post', granting.actor.accountId, idempotencyKey(c) ?? crypto.randomUUID())
        const { role, startedOn, endedOn = null, name } = given
        const asked = {
          id: postId,
          role,
          schoolId,
          authorityCode,
          startedOn,
          endedOn,
          label: given.label || null,
        }
        const invited = await writeOnce(async (trx) => {
          const result = done(await invite(trx, granting, { name, email }, asked))
          if (result.outcome === 'ok' && given.childIds && given.childIds.length > 0) {
            const list = {
              childIds: given.childIds,
              startedOn: startedOn > granting.today ? startedOn : granting.today,
            }
            done(await setChildrenOfPost(trx, granting, result.post, list))
          }
          return result
        })
        const { account, post } = invited
        const link =
          invited.outcome === 'ok' && invited.link !== null ? linkAddress(baseUrl, invited.link) : null
        const mailing = {
          baseUrl,
          name: account.name,
          invitedBy: granting.actor.name,
          place,
          role: roleWords[role],
        }
        const waits = post.state === 'asked'
        const message =
          invited.outcome === 'again'
            ? null
            : link === null
              ? roleMail({ ...mailing, waits })
              : invitationMail({ ...mailing, link, within: worksFor('invitation') })
        const handed = await handOver(account.email, message, link)
        return c.json({ postId: post.id, waits, ...handed }, 201)
      },
    )
    .post(
      '/people/accounts/:id/end',
      described({
        summary: 'End an account with every role and sign-in of it, at once',
        tag: 'access',
        answer: 'The account has ended.',
        versioned: true,
      }),
      body(accountEnding),
      async (c) => {
        const { reason } = c.req.valid('json')
        const seen = seenOf(c)
        const { account } = await write(async (trx) =>
          done(await endAccount(trx, grantingOf(c), seen, reason)),
        )
        return c.json({ state: account.state, version: account.version }, 200)
      },
    )
    .post(
      '/people/accounts/:id/link',
      described({
        summary: 'Make somebody a new link: the invitation, a new password, or a lost second factor',
        tag: 'access',
        answer: 'Whether it was mailed; without a mail server the link to hand over, this once.',
        versioned: true,
      }),
      body(wantedLink),
      async (c) => {
        const { purpose } = c.req.valid('json')
        const seen = seenOf(c)
        const granting = grantingOf(c)
        const made = await write(async (trx) => done(await linkForPerson(trx, granting, seen, purpose)))
        const { name, email } = made.account
        const link = linkAddress(baseUrl, made.link)
        const given = { baseUrl, name, link, madeBy: granting.actor.name, within: worksFor(purpose) }
        const message =
          purpose === 'password'
            ? newPasswordMail(given)
            : purpose === 'second-factor'
              ? secondFactorMail(given)
              : invitationMail({ ...given, invitedBy: given.madeBy, ...(await firstRoleOf(made.account.id)) })
        return c.json(await handOver(email, message, link), 200)
      },
    )
    .post(
      '/people/review',
      described({
        summary: 'The headteacher confirms who has access, as it was shown',
        tag: 'access',
        answer: 'It is kept.',
      }),
      body(review),
      async (c) => {
        const { accounts } = c.req.valid('json')
        const granting = grantingOf(c)
        await write(async (trx) => {
          const view = await peopleView(trx, granting.actor, { at: clock.now(), today: clock.today() })
          return done(await keepReview(trx, granting, accounts, reviewedOf(view)))
        })
        return c.json({}, 201)
      },
    )
}
