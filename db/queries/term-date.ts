import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'

/** By first day. */
export const termDatesOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  db
    .selectFrom('termDate')
    .selectAll()
    .where('schoolId', 'in', scope.schoolIds)
    .where('schoolId', '=', schoolId)
    .where('removedAt', 'is', null)
    .orderBy('firstDay')
    .orderBy('kind')
    .orderBy('id')
