import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { within } from './within.ts'

/** By role and name. */
const people = (db: Kysely<Database>, scope: Scope) =>
  db
    .selectFrom('person')
    .selectAll()
    .where(within(scope, 'person'))
    .where('removedAt', 'is', null)
    .orderBy('role')
    .orderBy('name')
    .orderBy('id')

/** Everybody: those around a child and those of the whole school. */
export const peopleOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  people(db, scope).where('schoolId', '=', schoolId)

/** Those who are there for the whole school, such as the clerk. */
export const peopleOfNoChild = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  people(db, scope).where('schoolId', '=', schoolId).where('childId', 'is', null)

/** At most `blockSize` ids. */
export const peopleOfChildren = (db: Kysely<Database>, scope: Scope, childIds: readonly string[]) =>
  people(db, scope).where('childId', 'in', childIds)
