import type { Insertable, Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'

export const columnMappingsOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  db
    .selectFrom('columnMapping')
    .selectAll()
    .where('schoolId', 'in', scope.schoolIds)
    .where('schoolId', '=', schoolId)
    .orderBy('source')
    .orderBy('header')

/** Remembers a mapping, in place of an earlier one for the same header. */
export const saveColumnMapping = (db: Kysely<Database>, mapping: Insertable<Database['columnMapping']>) =>
  db
    .insertInto('columnMapping')
    .values(mapping)
    .onConflict((conflict) =>
      conflict
        .columns(['schoolId', 'source', 'header'])
        .doUpdateSet((row) => ({ mapping: row.ref('excluded.mapping') })),
    )
