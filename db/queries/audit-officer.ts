import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'

/** Addresses of those who hold the post of data protection officer on a day. */
export const auditOfficers = (db: Kysely<Database>, on: string) =>
  db
    .selectFrom('post')
    .innerJoin('account', 'account.id', 'post.accountId')
    .select(['account.name', 'account.email'])
    .distinct()
    .where('account.state', '=', 'active')
    .where('post.role', '=', 'data-protection-officer')
    .where('post.state', '=', 'held')
    .where('post.startedOn', '<=', on)
    .where((post) => post.or([post('post.endedOn', 'is', null), post('post.endedOn', '>=', on)]))
    .orderBy('account.email')
