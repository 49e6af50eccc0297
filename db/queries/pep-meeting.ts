import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'

/** By child and day. */
const pepMeetings = (db: Kysely<Database>, scope: Scope) =>
  db
    .selectFrom('pepMeeting')
    .selectAll()
    .where('schoolId', 'in', scope.schoolIds)
    .where('removedAt', 'is', null)
    .orderBy('childId')
    .orderBy('heldOn')
    .orderBy('id')

export const pepMeetingsOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  pepMeetings(db, scope).where('schoolId', '=', schoolId)

/** At most `blockSize` ids. */
export const pepMeetingsOfChildren = (db: Kysely<Database>, scope: Scope, childIds: readonly string[]) =>
  pepMeetings(db, scope).where('childId', 'in', childIds)
