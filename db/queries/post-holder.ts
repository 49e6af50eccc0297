import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'

/** Who holds posts at a school on a day, of active accounts, by when they began. */
export const holdersAt = (db: Kysely<Database>, schoolId: string, on: string) =>
  db
    .selectFrom('post')
    .innerJoin('account', 'account.id', 'post.accountId')
    .select(['post.role', 'account.name', 'account.email'])
    .where('account.state', '=', 'active')
    .where('post.schoolId', '=', schoolId)
    .where('post.state', '=', 'held')
    .where('post.startedOn', '<=', on)
    .where((post) => post.or([post('post.endedOn', 'is', null), post('post.endedOn', '>=', on)]))
    .orderBy('post.startedOn')
    .orderBy('post.id')
