import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { within } from './within.ts'

/** By child and minute. */
const contacts = (db: Kysely<Database>, scope: Scope) =>
  db
    .selectFrom('contact')
    .selectAll()
    .where(within(scope, 'contact'))
    .where('removedAt', 'is', null)
    .orderBy('childId')
    .orderBy('contactedAt')
    .orderBy('id')

export const contactsOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  contacts(db, scope).where('schoolId', '=', schoolId)

/** At most `blockSize` ids. */
export const contactsOfChildren = (db: Kysely<Database>, scope: Scope, childIds: readonly string[]) =>
  contacts(db, scope).where('childId', 'in', childIds)
