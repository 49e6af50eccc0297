import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { within } from './within.ts'

/** By child and first day. */
const careEpisodes = (db: Kysely<Database>, scope: Scope) =>
  db
    .selectFrom('careEpisode')
    .selectAll()
    .where(within(scope, 'careEpisode'))
    .where('removedAt', 'is', null)
    .orderBy('childId')
    .orderBy('startedOn')
    .orderBy('status')
    .orderBy('id')

export const careEpisodesOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  careEpisodes(db, scope).where('schoolId', '=', schoolId)

/** At most `blockSize` ids. */
export const careEpisodesOfChildren = (db: Kysely<Database>, scope: Scope, childIds: readonly string[]) =>
  careEpisodes(db, scope).where('childId', 'in', childIds)
