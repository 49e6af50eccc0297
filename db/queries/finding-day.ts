import type { Insertable, Kysely } from 'kysely'
import { insertInBlocks } from '../blocks.ts'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'

/** Counts from a day to a day, both inclusive, by day, rule and status. */
export const findingDaysOfSchool = (
  db: Kysely<Database>,
  scope: Scope,
  schoolId: string,
  from: string,
  to: string,
) =>
  db
    .selectFrom('findingDay')
    .selectAll()
    .where('schoolId', 'in', scope.schoolIds)
    .where('schoolId', '=', schoolId)
    .where('foundOn', '>=', from)
    .where('foundOn', '<=', to)
    .orderBy('foundOn')
    .orderBy('ruleId')
    .orderBy('status')

/** Writes the counts of one day, in place of those written earlier that day. Use within a transaction. */
export async function replaceFindingDay(
  db: Kysely<Database>,
  scope: Scope,
  day: { schoolId: string; foundOn: string },
  counts: readonly Omit<Insertable<Database['findingDay']>, 'schoolId' | 'foundOn'>[],
): Promise<void> {
  await db
    .deleteFrom('findingDay')
    .where('schoolId', 'in', scope.schoolIds)
    .where('schoolId', '=', day.schoolId)
    .where('foundOn', '=', day.foundOn)
    .execute()
  await insertInBlocks(
    db,
    'findingDay',
    counts.map(({ ruleId, status, count }) => ({ ...day, ruleId, status, count })),
  )
}
