import type { Kysely } from 'kysely'
import { inBlocks } from '../blocks.ts'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { within } from './within.ts'

const considered = (db: Kysely<Database>, scope: Scope) =>
  db
    .selectFrom('consideration')
    .selectAll()
    .where(within(scope, 'consideration'))
    .where('removedAt', 'is', null)
    .orderBy('openedAt', 'desc')
    .orderBy('id')

/** What the school thinks of now for a child; there is at most one. */
export const openOfChild = (db: Kysely<Database>, scope: Scope, childId: string) =>
  considered(db, scope).where('childId', '=', childId).where('state', '=', 'open')

/** All that was ever considered for a child, newest first. */
export const consideredOfChild = (db: Kysely<Database>, scope: Scope, childId: string) =>
  considered(db, scope).where('childId', '=', childId)

/** At the schools of the scope: what is open, and what was decided from a local minute on; newest first. */
export const consideredSince = (db: Kysely<Database>, scope: Scope, minute: string) =>
  considered(db, scope).where((row) => row.or([row('state', '=', 'open'), row('decidedAt', '>=', minute)]))

/** What was advised on any of these, oldest first. At most `blockSize` ids. */
export const adviceOn = (db: Kysely<Database>, scope: Scope, considerationIds: readonly string[]) =>
  db
    .selectFrom('advice')
    .selectAll()
    .where(within(scope, 'advice'))
    .where('considerationId', 'in', considerationIds)
    .where('removedAt', 'is', null)
    .orderBy('givenAt')
    .orderBy('id')

/**
 * A text that differs after every write to what is open or was decided from a local minute on, in the scope, and to
 * what was advised, asked or decided about it: versions only grow, and whatever joins was opened later than all the others.
 */
export async function stampOfConsidered(db: Kysely<Database>, scope: Scope, minute: string): Promise<string> {
  const rows = await db
    .selectFrom('consideration')
    .select(['id', 'version', 'openedAt'])
    .where(within(scope, 'consideration'))
    .where('removedAt', 'is', null)
    .where((row) => row.or([row('state', '=', 'open'), row('decidedAt', '>=', minute)]))
    .execute()
  const sums = [rows.length, sumOf(rows.map(({ version }) => version))]
  for (const block of inBlocks(rows))
    for (const table of ['advice', 'contact', 'suspension'] as const) {
      const found = await db
        .selectFrom(table)
        .select(({ fn }) => [fn.countAll().as('rows'), fn.sum('version').as('versions')])
        .where(`${table}.schoolId`, 'in', scope.schoolIds)
        .where(
          `${table}.considerationId`,
          'in',
          block.map(({ id }) => id),
        )
        .executeTakeFirstOrThrow()
      sums.push(Number(found.rows), Number(found.versions ?? 0))
    }
  const last = rows.map(({ openedAt }) => openedAt).reduce((a, b) => (a > b ? a : b), '')
  return `${sums.join('.')}-${last}`
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0)

/** The account that opened it, as the record of who did what has it. */
export const accountThatOpened = (
  db: Kysely<Database>,
  { id, schoolId, openedAt }: { id: string; schoolId: string; openedAt: string },
) =>
  db
    .selectFrom('auditEvent')
    .innerJoin('account', 'account.id', 'auditEvent.accountId')
    .select(['account.id', 'account.email', 'account.name'])
    .where('auditEvent.schoolId', '=', schoolId)
    .where('auditEvent.at', '=', openedAt)
    .where('auditEvent.action', '=', 'record.create')
    .where('auditEvent.recordId', '=', id)
    .where('account.state', '=', 'active')

/** Posts of Virtual Schools that are held on a day, with the address of an active account. */
export const postsOfVirtualSchools = (db: Kysely<Database>, on: string) =>
  db
    .selectFrom('post')
    .innerJoin('account', 'account.id', 'post.accountId')
    .select(['post.id', 'post.role', 'post.authorityCode', 'account.id as accountId'])
    .select(['account.email', 'account.name'])
    .where('account.state', '=', 'active')
    .where('post.role', 'in', ['virtual-school-head', 'education-adviser'])
    .where('post.state', '=', 'held')
    .where('post.startedOn', '<=', on)
    .where((post) => post.or([post('post.endedOn', 'is', null), post('post.endedOn', '>=', on)]))
    .orderBy('account.id')
    .orderBy('post.id')

/** Term dates of some schools of the scope, by school and first day. At most `blockSize` ids. */
export const termDatesOfSchools = (db: Kysely<Database>, scope: Scope, schoolIds: readonly string[]) =>
  db
    .selectFrom('termDate')
    .selectAll()
    .where('schoolId', 'in', scope.schoolIds)
    .where('schoolId', 'in', schoolIds)
    .where('removedAt', 'is', null)
    .orderBy('schoolId')
    .orderBy('firstDay')
    .orderBy('kind')
    .orderBy('id')

/** How many that are open nobody of the Virtual School has read; of a child who was removed there is none. */
export async function unreadOf(db: Kysely<Database>, scope: Scope): Promise<number> {
  const { rows } = await db
    .selectFrom('consideration')
    .select(({ fn }) => fn.countAll().as('rows'))
    .where(within(scope, 'consideration'))
    .where('removedAt', 'is', null)
    .where('state', '=', 'open')
    .where('readAt', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('child')
          .select('child.id')
          .whereRef('child.id', '=', 'consideration.childId')
          .where('child.removedAt', 'is', null),
      ),
    )
    .executeTakeFirstOrThrow()
  return Number(rows)
}
