import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { within } from './within.ts'

/** Plans lie with the school and social care: in the scope of an authority's Virtual School there are none. */
export const withoutPlans = ({ children }: Scope): boolean =>
  typeof children === 'object' && children.authorityCode !== undefined

export const plans = ['cin-plan', 'cp-plan'] as const

/** By child and first day. */
const careEpisodes = (db: Kysely<Database>, scope: Scope) =>
  db
    .selectFrom('careEpisode')
    .selectAll()
    .where(within(scope, 'careEpisode'))
    .where('removedAt', 'is', null)
    .$if(withoutPlans(scope), (found) => found.where('status', 'not in', plans))
    .orderBy('childId')
    .orderBy('startedOn')
    .orderBy('status')
    .orderBy('id')

export const careEpisodesOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  careEpisodes(db, scope).where('schoolId', '=', schoolId)

/** At most `blockSize` ids. */
export const careEpisodesOfChildren = (db: Kysely<Database>, scope: Scope, childIds: readonly string[]) =>
  careEpisodes(db, scope).where('childId', 'in', childIds)
