import type { Kysely } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import { everySchool } from '../../db/queries/school.ts'
import type { Database } from '../../db/schema.ts'
import { heldAt, roleWords, type Role } from '../../server/access/permissions.ts'
import { startSignIn } from '../../server/access/sign-ins.ts'
import { COOKIE } from '../../server/api/http/access.ts'

let made = 0

/** Somebody with an account that nobody can guess the password of, and posts in these roles from long ago. */
export async function anAccount(
  db: Kysely<Database>,
  roles: readonly Role[],
  given: {
    name?: string
    email?: string
    schoolId?: string | null
    authorityCode?: string
    post?: Partial<Database['post']>
  } = {},
): Promise<{ accountId: string; postIds: string[]; name: string; email: string }> {
  const number = ++made
  const account: Database['account'] = {
    id: crypto.randomUUID(),
    email: given.email ?? `person${number}@school.example`,
    name: given.name ?? `${roleWords[roles[0] ?? 'governor']} ${number}`,
    state: 'active',
    passwordHash: 'none',
    passwordChangedAt: null,
    totpSecret: null,
    totpStep: null,
    createdAt: '2025-09-01T08:00:00.000Z',
    createdBy: null,
    lastSignInAt: null,
    endedAt: null,
    endedReason: null,
    version: 1,
  }
  await db.insertInto('account').values(account).execute()
  const first = await everySchool(db).executeTakeFirst()
  const schoolId = given.schoolId ?? first?.id ?? null
  const authority = given.authorityCode ?? first?.authorityCode ?? null
  const posts = roles.map((role): Database['post'] => ({
    id: crypto.randomUUID(),
    accountId: account.id,
    role,
    schoolId: heldAt[role] === 'school' ? schoolId : null,
    authorityCode: heldAt[role] === 'authority' ? authority : null,
    label: null,
    startedOn: '2020-09-01',
    endedOn: null,
    state: 'held',
    askedBy: null,
    askedAt: '2020-09-01T08:00:00.000Z',
    decidedBy: null,
    decidedAt: '2020-09-01T08:00:00.000Z',
    grantedAlone: 0,
    version: 1,
    ...given.post,
  }))
  if (posts.length > 0) await db.insertInto('post').values(posts).execute()
  return {
    accountId: account.id,
    postIds: posts.map(({ id }) => id),
    name: account.name,
    email: account.email,
  }
}

/** Signs an account in with both factors at an instant; the value of the `Cookie` header. */
export async function aCookie(
  db: Kysely<Database>,
  accountId: string,
  at: string,
  { level = 'full', postId = null }: { level?: 'password' | 'full'; postId?: string | null } = {},
): Promise<string> {
  const agent = 'a test'
  const token = await inTransaction(db, (trx) => startSignIn(trx, { accountId, level, at, agent, postId }))
  return `${COOKIE}=${token}`
}
