import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { within } from './within.ts'

/** By child and day. */
const pepMeetings = (db: Kysely<Database>, scope: Scope) =>
  db
    .selectFrom('pepMeeting')
    .selectAll()
    .where(within(scope, 'pepMeeting'))
    .where('removedAt', 'is', null)
    .orderBy('childId')
    .orderBy('heldOn')
    .orderBy('id')

export const pepMeetingsOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  pepMeetings(db, scope).where('schoolId', '=', schoolId)

/** At most `blockSize` ids. */
export const pepMeetingsOfChildren = (db: Kysely<Database>, scope: Scope, childIds: readonly string[]) =>
  pepMeetings(db, scope).where('childId', 'in', childIds)
