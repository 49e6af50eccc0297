import type { Insertable, Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'

const actions = (db: Kysely<Database>, scope: Scope) =>
  db
    .selectFrom('reportAction')
    .selectAll()
    .where('schoolId', 'in', scope.schoolIds)
    .where('removedAt', 'is', null)

/** By the day they are due, those without one last. */
export const actionsOfReport = (db: Kysely<Database>, scope: Scope, reportId: string) =>
  actions(db, scope)
    .where('reportId', '=', reportId)
    .orderBy((row) => row.case().when('dueOn', 'is', null).then(1).else(0).end())
    .orderBy('dueOn')
    .orderBy('words')
    .orderBy('id')

export const actionById = (db: Kysely<Database>, scope: Scope, id: string) =>
  actions(db, scope).where('id', '=', id)

export const insertAction = (db: Kysely<Database>, action: Insertable<Database['reportAction']>) =>
  db.insertInto('reportAction').values(action)

/** Changes an action unless somebody did since; no row is updated then. */
export const updateAction = (
  db: Kysely<Database>,
  scope: Scope,
  { id, version }: Pick<Database['reportAction'], 'id' | 'version'>,
  changes: Partial<Omit<Insertable<Database['reportAction']>, 'id' | 'schoolId' | 'reportId' | 'version'>>,
) =>
  db
    .updateTable('reportAction')
    .set({ ...changes, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('schoolId', 'in', scope.schoolIds)
