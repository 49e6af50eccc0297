import type { Insertable, Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'

/** By section. */
export const wordsOfReport = (db: Kysely<Database>, scope: Scope, reportId: string) =>
  db
    .selectFrom('reportWords')
    .selectAll()
    .where('schoolId', 'in', scope.schoolIds)
    .where('reportId', '=', reportId)
    .orderBy('section')

export const insertWords = (db: Kysely<Database>, words: Insertable<Database['reportWords']>) =>
  db.insertInto('reportWords').values(words)

/** Changes the words of a section unless somebody did since; no row is updated then. */
export const updateWords = (
  db: Kysely<Database>,
  scope: Scope,
  { reportId, section, version }: Pick<Database['reportWords'], 'reportId' | 'section' | 'version'>,
  changes: Pick<Database['reportWords'], 'words' | 'changedAt' | 'changedBy'>,
) =>
  db
    .updateTable('reportWords')
    .set({ ...changes, version: version + 1 })
    .where('reportId', '=', reportId)
    .where('section', '=', section)
    .where('version', '=', version)
    .where('schoolId', 'in', scope.schoolIds)
