import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { within } from './within.ts'

/** One row when the school holds any of a kind of record, none when nobody ever gave it one. */
export const anyOfSchool = (
  db: Kysely<Database>,
  scope: Scope,
  schoolId: string,
  table: 'pepMeeting' | 'suspension',
) =>
  db
    .selectFrom(table)
    .select('id')
    .where(within(scope, table))
    .where('schoolId', '=', schoolId)
    .where('removedAt', 'is', null)
    .limit(1)

/** The earliest first day of a suspension that a school holds; none without any. */
export const earliestSuspension = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  db
    .selectFrom('suspension')
    .select('startedOn')
    .where(within(scope, 'suspension'))
    .where('schoolId', '=', schoolId)
    .where('removedAt', 'is', null)
    .orderBy('startedOn')
    .limit(1)

/** The files of every import run, as JSON: `[{name, source, sha256, rows}]`, and when it ended. */
export const filesOfImportRuns = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  db
    .selectFrom('importRun')
    .select(['files', 'finishedAt'])
    .where('schoolId', 'in', scope.schoolIds)
    .where('schoolId', '=', schoolId)
