import type { Kysely } from 'kysely'
import type { Database } from '../../db/schema.ts'
import { at } from './rows.ts'

let made = 0

/** A post that a fictional account holds, of class staff unless said otherwise, with the children of its list. */
export async function aPostOver(
  db: Kysely<Database>,
  children: readonly { childId: string; schoolId: string; startedOn?: string; endedOn?: string | null }[],
  values: Partial<Database['post']> = {},
): Promise<Database['post']> {
  const accountId = crypto.randomUUID()
  await db
    .insertInto('account')
    .values({
      id: accountId,
      email: `person-${made++}-${accountId}@school.example`,
      name: 'Sam Teacher',
      state: 'invited',
      passwordHash: null,
      passwordChangedAt: null,
      totpSecret: null,
      totpStep: null,
      createdAt: at,
      createdBy: null,
      lastSignInAt: null,
      endedAt: null,
      endedReason: null,
      version: 1,
    })
    .execute()
  const post: Database['post'] = {
    id: crypto.randomUUID(),
    accountId,
    role: 'class-staff',
    authorityCode: null,
    label: null,
    schoolId: children[0]?.schoolId ?? null,
    startedOn: '2025-09-01',
    endedOn: null,
    state: 'held',
    askedBy: null,
    askedAt: at,
    decidedBy: null,
    decidedAt: null,
    grantedAlone: 0,
    version: 1,
    ...values,
  }
  await db.insertInto('post').values(post).execute()
  for (const { childId, schoolId, startedOn = '2025-09-01', endedOn = null } of children)
    await db
      .insertInto('postChild')
      .values({ id: crypto.randomUUID(), postId: post.id, schoolId, childId, startedOn, endedOn })
      .execute()
  return post
}
