import { Hono } from 'hono'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { inTransaction } from '../../../db/in-transaction.ts'
import { setAccountOfLink } from '../../../db/queries/access-link.ts'
import { anyAccount, insertAccount } from '../../../db/queries/account.ts'
import { appendAuditEvents } from '../../../db/queries/audit-event.ts'
import { insertPost } from '../../../db/queries/post.ts'
import { everySchool } from '../../../db/queries/school.ts'
import type { Database } from '../../../db/schema.ts'
import { takeLink } from '../../access/links.ts'
import { heldAt, roleWords, type Role } from '../../access/permissions.ts'
import { scopeOfSchool } from '../../access/scope.ts'
import { setUpSchool } from '../../import/set-up-school.ts'
import { everyField } from '../../records/field-rights.ts'
import { writeNew } from '../../records/write-new-record.ts'
import type { Deps } from '../deps.ts'
import { body } from '../http/checked.ts'
import { giveCookie } from '../http/cookie.ts'
import { described } from '../http/described.ts'
import { badFields } from '../http/refusal.ts'
import { accountEvent, startHere, type SigningDeps } from '../signing.ts'
import { chosenHash, deadLink, openLink } from './links.ts'
import { chosenPassword, emailField, linkField, personName } from './sign-in-fields.ts'

const newSchool = z.strictObject({
  name: z.string().trim().min(1, 'Write the school’s name').max(200),
  urn: z.string().regex(/^\d{6}$/, 'A URN is six digits'),
  laestab: z
    .string()
    .regex(/^\d{3}\/?\d{4}$/, 'The number of authority and school is seven digits, such as 919/4999'),
  phase: z.enum(['nursery', 'primary', 'secondary', 'all-through', 'special', 'pru', 'other']),
  /** A name or code of those that `/api/authorities` lists, or the name of another one. */
  authority: z.string().trim().min(1, 'Choose the school’s local authority').max(120),
})

const termDate = z.record(z.string().max(40), z.string().max(200))

const setUp = z.strictObject({
  link: linkField,
  name: personName,
  email: emailField,
  password: chosenPassword,
  role: z.enum(['headteacher', 'administrator']),
  /** Left out only where the school's files were brought in before. */
  school: newSchool.optional(),
  /** Fields of the kind of record `term-date`. */
  terms: z.array(termDate).max(60).optional(),
})

type Given = z.infer<typeof setUp>
type School = Database['school']

const newPost = (accountId: string, role: Role, school: School, at: string, today: string) => ({
  id: crypto.randomUUID(),
  accountId,
  role,
  authorityCode: null,
  label: null,
  endedOn: null,
  schoolId: heldAt[role] === 'school' ? school.id : null,
  startedOn: today,
  state: 'held' as const,
  askedBy: null,
  askedAt: at,
  decidedBy: null,
  decidedAt: at,
  version: 1,
  grantedAlone: 1 as const,
})

/** The school there is, or the one that is named; its calendar is that of the person who sets it up. */
async function schoolOf(trx: Transaction<Database>, { school }: Given) {
  const held = await everySchool(trx).executeTakeFirst()
  if (held) return { school: held, made: false }
  if (!school) throw badFields([{ field: 'school', message: 'Say which school this is.' }])
  const authority = { name: school.authority, code: null }
  const laestab = school.laestab.replace('/', '')
  return { school: await setUpSchool(trx, { ...school, laestab, authority }), made: true }
}

/** The one-time set-up of an empty installation: the school, its calendar, the first account. All of it or nothing. */
export function setUpRoutes(deps: SigningDeps & Pick<Deps, 'kinds'>) {
  const { db, clock, kinds } = deps

  async function keepTerms(
    trx: Transaction<Database>,
    school: School,
    terms: Given['terms'],
    change: Parameters<typeof writeNew>[5],
  ) {
    const kind = kinds.get('term-date')!
    for (const [index, fields] of (terms ?? []).entries()) {
      const place = { id: crypto.randomUUID(), schoolId: school.id, childId: null }
      const made = await writeNew(trx, scopeOfSchool(school.id), kind, place, fields, change, everyField)
      const field = (name: string) => `terms.${index}.${name}`
      if (made.outcome === 'bad')
        throw badFields(made.problems.map((problem) => ({ ...problem, field: field(problem.field) })))
      if (made.outcome !== 'ok')
        throw badFields([{ field: field('firstDay'), message: 'These days are given twice.' }])
    }
  }

  return new Hono().post(
    '/set-up',
    described({
      summary: 'Set an empty installation up, once, by the link that the server printed',
      tag: 'access',
      answer: 'A cookie with which the second factor is set up.',
    }),
    body(setUp),
    async (c) => {
      const given = c.req.valid('json')
      const { name, email, role } = given
      const open = await openLink(deps, given.link)
      if (open.link.purpose !== 'set-up') throw deadLink()
      const around = [given.school?.name ?? '', given.school?.authority ?? '', roleWords[role]]
      const passwordHash = await chosenHash({ name, email, around }, given.password)
      const at = clock.now()
      const today = clock.today()
      const token = await inTransaction(db, async (trx) => {
        if (!(await takeLink(trx, open, at)) || (await anyAccount(trx).executeTakeFirst())) return undefined
        const { school, made } = await schoolOf(trx, given)
        const of = { id: crypto.randomUUID(), name }
        await insertAccount(trx, {
          ...of,
          email,
          state: 'active',
          passwordHash,
          passwordChangedAt: at,
          createdAt: at,
          createdBy: null,
          totpSecret: null,
          totpStep: null,
          lastSignInAt: null,
          endedAt: null,
          endedReason: null,
          version: 1,
        }).execute()
        await setAccountOfLink(trx, open.link.id, of.id).execute()
        const held: Role[] = role === 'headteacher' ? ['headteacher', 'administrator'] : ['administrator']
        const posts = held.map((each) => newPost(of.id, each, school, at, today))
        for (const post of posts) await insertPost(trx, post).execute()
        const event = (action: string, more: Parameters<typeof accountEvent>[3] = {}) =>
          accountEvent(c, at, action, { of, role, schoolId: school.id, ...more })
        const { at: _at, changedBy: _by, action: _action, ...by } = event('set-up')
        await keepTerms(trx, school, given.terms, { at, changedBy: name, by })
        const started = await startHere(c, trx, of, 'password', at)
        await appendAuditEvents(trx, [
          event('account.founded', { recordId: of.id }),
          ...(made ? [event('school.set-up', { recordId: school.id })] : []),
          ...posts.map((post) =>
            event('grant.give', { kind: post.role, recordId: post.id, reason: 'the first account' }),
          ),
        ])
        return started.token
      })
      if (token === undefined) throw deadLink()
      giveCookie(c, token)
      return c.json({ next: 'enrol' as const }, 200)
    },
  )
}
