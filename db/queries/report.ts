import type { Insertable, Kysely, Transaction } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'

/** What a governor reads of a report; `settled` and `copies` only to see that nothing was changed. */
const published = (db: Kysely<Database>, scope: Scope) =>
  db
    .selectFrom('report')
    .selectAll()
    .where('schoolId', 'in', scope.schoolIds)
    .where('state', '=', 'published')
    .where('removedAt', 'is', null)
    .orderBy('publishedAt', 'desc')
    .orderBy('id')

const reports = (db: Kysely<Database>, scope: Scope) =>
  db
    .selectFrom('report')
    .selectAll()
    .where('schoolId', 'in', scope.schoolIds)
    .where('removedAt', 'is', null)

/** Without its long columns. */
const columnsOfList = [
  'id',
  'schoolId',
  'kind',
  'academicYear',
  'asOn',
  'threshold',
  'state',
  'sentAt',
  'returnedReason',
  'approvedAt',
  'approvedBy',
  'publishedAt',
  'meetingOn',
  'minutedOn',
  'minute',
  'version',
] as const

/** A report as lists have it. */
export type ListedReport = Pick<Database['report'], (typeof columnsOfList)[number]>

/** All that were not removed, of every state, newest first. */
export const reportsOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  db
    .selectFrom('report')
    .select(columnsOfList)
    .where('schoolId', 'in', scope.schoolIds)
    .where('schoolId', '=', schoolId)
    .where('removedAt', 'is', null)
    .orderBy('madeAt', 'desc')
    .orderBy('id')

/** Those before the governors of a school, newest first: never a nil return. */
export const publishedReportsOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  db
    .selectFrom('report')
    .select(columnsOfList)
    .where('schoolId', 'in', scope.schoolIds)
    .where('schoolId', '=', schoolId)
    .where('state', '=', 'published')
    .where('kind', '<>', 'nil')
    .where('removedAt', 'is', null)
    .orderBy('publishedAt', 'desc')
    .orderBy('id')

/** One that was not removed, whatever its state. */
export const reportById = (db: Kysely<Database>, scope: Scope, id: string) =>
  reports(db, scope).where('id', '=', id)

/** One before the governors; a draft, an approved one and a nil return are as if they were not there. */
export const publishedReportById = (db: Kysely<Database>, scope: Scope, id: string) =>
  published(db, scope).where('id', '=', id).where('kind', '<>', 'nil')

/** Published ones of every kind, at the schools of the scope, with the copies of the Virtual Schools. */
export const publishedReports = (db: Kysely<Database>, scope: Scope) => published(db, scope)

/** What governors have or will have of a school from an academic year on, by day: approved or published. */
export const frozenReportsSince = (db: Kysely<Database>, scope: Scope, schoolId: string, year: string) =>
  reports(db, scope)
    .where('schoolId', '=', schoolId)
    .where('state', 'in', ['approved', 'published'])
    .where('kind', '<>', 'nil')
    .where('academicYear', '>=', year)
    .orderBy('asOn')
    .orderBy('approvedAt')
    .orderBy('id')

/**
 * From here to the end of the transaction no other writer of the school comes between, as after `bumpRevision`; what
 * is worked out from the school's rows stays as it is. Nothing for a school out of scope.
 */
export const lockSchool = (trx: Transaction<Database>, scope: Scope, id: string) =>
  trx
    .updateTable('school')
    .set((school) => ({ revision: school.ref('revision') }))
    .where('id', '=', id)
    .where('id', 'in', scope.schoolIds)

export const insertReport = (db: Kysely<Database>, report: Insertable<Database['report']>) =>
  db.insertInto('report').values(report)

/** Changes a report unless somebody did since; no row is updated then. */
export const updateReport = (
  db: Kysely<Database>,
  scope: Scope,
  { id, version }: Pick<Database['report'], 'id' | 'version'>,
  changes: Partial<Omit<Insertable<Database['report']>, 'id' | 'schoolId' | 'version'>>,
) =>
  db
    .updateTable('report')
    .set({ ...changes, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('schoolId', 'in', scope.schoolIds)
