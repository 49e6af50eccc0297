import type { Insertable, Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'

/** Latest first. */
export const importRunsOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  db
    .selectFrom('importRun')
    .selectAll()
    .where('schoolId', 'in', scope.schoolIds)
    .where('schoolId', '=', schoolId)
    .orderBy('startedAt', 'desc')
    .orderBy('id')

/** The runs that took in a file with this SHA-256, in lower-case hexadecimal. */
export const importRunsWithFile = (db: Kysely<Database>, scope: Scope, schoolId: string, sha256: string) =>
  importRunsOfSchool(db, scope, schoolId).where('files', 'like', `%"${sha256.replace(/[^0-9a-f]/g, '')}"%`)

export const insertImportRun = (db: Kysely<Database>, run: Insertable<Database['importRun']>) =>
  db.insertInto('importRun').values(run)
