import type { Insertable, Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'

/** The schools of an installation, before anybody has a scope; with one school, `executeTakeFirst` is that one. */
export const everySchool = (db: Kysely<Database>) => db.selectFrom('school').selectAll().orderBy('id')

export const schoolById = (db: Kysely<Database>, scope: Scope, id: string) =>
  db.selectFrom('school').selectAll().where('id', '=', id).where('id', 'in', scope.schoolIds)

/** Sets a school up; its authority must be there. */
export const insertSchool = (db: Kysely<Database>, school: Insertable<Database['school']>) =>
  db.insertInto('school').values(school)

/**
 * One more at every write to a school's data, taken first in the transaction: writers of one school
 * then come one after another, and what each reads stays true until it ends. Nothing for a school out of scope.
 */
export const bumpRevision = (db: Kysely<Database>, scope: Scope, id: string) =>
  db
    .updateTable('school')
    .set((school) => ({ revision: school('revision', '+', 1) }))
    .where('id', '=', id)
    .where('id', 'in', scope.schoolIds)
    .returning('revision')

/** `ruleOptions` is JSON: options by rule id. */
export const setRuleOptions = (db: Kysely<Database>, scope: Scope, id: string, ruleOptions: string) =>
  db.updateTable('school').set({ ruleOptions }).where('id', '=', id).where('id', 'in', scope.schoolIds)

/** The day of the last full evaluation. */
export const setEvaluatedOn = (db: Kysely<Database>, scope: Scope, id: string, evaluatedOn: string) =>
  db.updateTable('school').set({ evaluatedOn }).where('id', '=', id).where('id', 'in', scope.schoolIds)
