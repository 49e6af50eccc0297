import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { within } from './within.ts'

/** By child and first day. */
const suspensions = (db: Kysely<Database>, scope: Scope) =>
  db
    .selectFrom('suspension')
    .selectAll()
    .where(within(scope, 'suspension'))
    .where('removedAt', 'is', null)
    .orderBy('childId')
    .orderBy('startedOn')
    .orderBy('id')

export const suspensionsOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  suspensions(db, scope).where('schoolId', '=', schoolId)

/** At most `blockSize` ids. */
export const suspensionsOfChildren = (db: Kysely<Database>, scope: Scope, childIds: readonly string[]) =>
  suspensions(db, scope).where('childId', 'in', childIds)

/** Of this school, with the minute of the cancelling, those that were cancelled from a local minute on. */
export const cancelledOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string, since: string) =>
  suspensions(db, scope)
    .where('schoolId', '=', schoolId)
    .where('atOtherSchool', '=', 0)
    .where('cancelledAt', '>=', since)

/** Marks columns as said by a person, where a file said the same before: a later file does not change them unasked. */
export const holdAsTyped = (db: Kysely<Database>, scope: Scope, id: string, columns: readonly string[]) =>
  db
    .updateTable('suspension')
    .set({ typed: columns.toSorted().join(';') })
    .where(within(scope, 'suspension'))
    .where('id', '=', id)
