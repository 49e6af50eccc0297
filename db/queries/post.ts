import type { Insertable, Kysely, Updateable } from 'kysely'
import { insertInBlocks } from '../blocks.ts'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'

const posts = (db: Kysely<Database>) => db.selectFrom('post').selectAll().orderBy('startedOn').orderBy('id')

/** The posts that an account holds on a day. */
export const postsHeldBy = (db: Kysely<Database>, accountId: string, on: string) =>
  posts(db)
    .where('accountId', '=', accountId)
    .where('state', '=', 'held')
    .where('startedOn', '<=', on)
    .where((post) => post.or([post('endedOn', 'is', null), post('endedOn', '>=', on)]))

/** Every post there ever was, of all accounts. */
export const everyPost = (db: Kysely<Database>) => posts(db)

/** The accounts that hold or ever held a post at an authority. */
export const accountsOfAuthority = (db: Kysely<Database>, authorityCode: string) =>
  db
    .selectFrom('post')
    .select('accountId')
    .distinct()
    .where('authorityCode', '=', authorityCode)
    .where('state', '=', 'held')

/** Every post of one account, whatever became of it. */
export const postsOfAccount = (db: Kysely<Database>, accountId: string) =>
  posts(db).where('accountId', '=', accountId)

export const postById = (db: Kysely<Database>, id: string) => posts(db).where('id', '=', id)

/** Who can be a second person on a day: active accounts with the posts that decide on others’ posts. */
export const decidingPosts = (db: Kysely<Database>, on: string) =>
  db
    .selectFrom('post')
    .innerJoin('account', 'account.id', 'post.accountId')
    .select(['post.accountId', 'post.role', 'post.schoolId', 'post.authorityCode'])
    .where('account.state', '=', 'active')
    .where('post.role', 'in', ['headteacher', 'safeguarding-lead', 'virtual-school-head'])
    .where('post.state', '=', 'held')
    .where('post.startedOn', '<=', on)
    .where((post) => post.or([post('post.endedOn', 'is', null), post('post.endedOn', '>=', on)]))
    .orderBy('post.accountId')
    .orderBy('post.id')

/** Posts of headteachers of a school that were held at any time. */
export const headteachersEver = (db: Kysely<Database>, schoolId: string) =>
  posts(db)
    .where('schoolId', '=', schoolId)
    .where('role', '=', 'headteacher')
    .where('state', 'in', ['held', 'ended'])

export const insertPost = (db: Kysely<Database>, post: Insertable<Database['post']>) =>
  db.insertInto('post').values(post)

/** Changes a post unless somebody did since; no row is updated then. */
export const updatePost = (
  db: Kysely<Database>,
  id: string,
  expectedVersion: number,
  changes: Omit<Updateable<Database['post']>, 'id' | 'accountId' | 'role' | 'schoolId' | 'version'>,
) =>
  db
    .updateTable('post')
    .set({ ...changes, version: expectedVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', expectedVersion)

/** Ends all that an account holds or waits for, at once. */
export const endPostsOf = (db: Kysely<Database>, accountId: string) =>
  db
    .updateTable('post')
    .set((post) => ({ state: 'ended' as const, version: post('version', '+', 1) }))
    .where('accountId', '=', accountId)
    .where('state', 'in', ['asked', 'held'])

/** The children of a class or caseload at the schools of the scope, from whatever day to whatever day. */
export const postChildren = (db: Kysely<Database>, scope: Scope, postId: string) =>
  db
    .selectFrom('postChild')
    .selectAll()
    .where('schoolId', 'in', scope.schoolIds)
    .where('postId', '=', postId)
    .orderBy('startedOn')
    .orderBy('id')

/** How many children each class or caseload holds on a day, at the schools of the scope. */
export const postChildCounts = (db: Kysely<Database>, scope: Scope, on: string) =>
  db
    .selectFrom('postChild')
    .select(({ fn }) => ['postId', fn.count<number>('childId').distinct().as('children')])
    .where('schoolId', 'in', scope.schoolIds)
    .where('startedOn', '<=', on)
    .where((row) => row.or([row('endedOn', 'is', null), row('endedOn', '>=', on)]))
    .groupBy('postId')

export const insertPostChildren = (
  db: Kysely<Database>,
  rows: readonly Insertable<Database['postChild']>[],
): Promise<void> => insertInBlocks(db, 'postChild', rows)

/** Gives a child of a class or caseload another last day, or none. */
export const setPostChildEnd = (db: Kysely<Database>, scope: Scope, id: string, endedOn: string | null) =>
  db.updateTable('postChild').set({ endedOn }).where('id', '=', id).where('schoolId', 'in', scope.schoolIds)
