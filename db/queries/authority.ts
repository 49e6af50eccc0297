import type { Insertable, Kysely } from 'kysely'
import { rowBlocks } from '../blocks.ts'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { plans, withoutPlans } from './care-episode.ts'
import { within } from './within.ts'

export const everyAuthority = (db: Kysely<Database>) => db.selectFrom('authority').selectAll().orderBy('code')

export const authorityByCode = (db: Kysely<Database>, code: string) =>
  db.selectFrom('authority').selectAll().where('code', '=', code)

/** Codes of the authorities that look after, or looked after, a child of the school, or hold a plan of it. */
export const authorityCodesInUse = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  db
    .selectFrom('careEpisode')
    .select('authorityCode')
    .distinct()
    .where(within(scope, 'careEpisode'))
    .where('schoolId', '=', schoolId)
    .where('removedAt', 'is', null)
    .where('authorityCode', 'is not', null)
    .$if(withoutPlans(scope), (found) => found.where('status', 'not in', plans))
    .orderBy('authorityCode')

/** By the name as it stands; the caller knows other spellings. */
export const authorityByName = (db: Kysely<Database>, name: string) =>
  db.selectFrom('authority').selectAll().where('name', '=', name).orderBy('code')

/** Adds authorities that are not there yet, and leaves those that are: their numbers are a person's work. */
export async function addAuthorities(
  db: Kysely<Database>,
  authorities: readonly Insertable<Database['authority']>[],
): Promise<void> {
  for (const block of rowBlocks(authorities))
    await db
      .insertInto('authority')
      .values(block)
      .onConflict((conflict) => conflict.column('code').doNothing())
      .execute()
}

/** Changes an authority unless somebody did since; no row is updated then. */
export const updateAuthority = (
  db: Kysely<Database>,
  code: string,
  expectedVersion: number,
  changes: Partial<Omit<Insertable<Database['authority']>, 'code' | 'version'>>,
) =>
  db
    .updateTable('authority')
    .set({ ...changes, version: expectedVersion + 1 })
    .where('code', '=', code)
    .where('version', '=', expectedVersion)
