import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { records, type RecordTable } from './record-shape.ts'
import type { TableOfChildren } from './within.ts'

/** The records of some children in a table that were not removed, by child and id. At most `blockSize` ids. */
export const recordsOfChildren = async <T extends Exclude<RecordTable & TableOfChildren, 'child'>>(
  db: Kysely<Database>,
  scope: Scope,
  table: T,
  childIds: readonly string[],
): Promise<Database[T][]> => {
  if (childIds.length === 0) return []
  const rows = await records(db, scope, table)
    .where('childId', 'in', childIds)
    .where('removedAt', 'is', null)
    .orderBy('childId')
    .orderBy('id')
    .execute()
  return rows as unknown as Database[T][]
}
