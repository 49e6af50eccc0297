import type { Insertable, Kysely, Transaction } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'
import { within } from './within.ts'

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
  db.selectFrom('report').selectAll().where('schoolId', 'in', scope.schoolIds).where('removedAt', 'is', null)

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

/** Only a key of the copies can be spelled so: quotes within texts are escaped. */
const keyOf = (authorityCode: string) => `%"${authorityCode.replaceAll(/[^A-Za-z0-9]/g, '')}":{%`

/** Published ones of every kind with a copy for the authority, at the schools of the scope, newest first. */
export const reportsForAuthority = (db: Kysely<Database>, scope: Scope, authorityCode: string) =>
  db
    .selectFrom('report')
    .innerJoin('school', 'school.id', 'report.schoolId')
    .select(['report.id', 'report.kind', 'report.academicYear', 'report.asOn', 'report.publishedAt'])
    .select('school.name as schoolName')
    .where('report.schoolId', 'in', scope.schoolIds)
    .where('report.state', '=', 'published')
    .where('report.removedAt', 'is', null)
    .where('report.copies', 'like', keyOf(authorityCode))
    .orderBy('report.publishedAt', 'desc')
    .orderBy('report.id')

/** One published report of any kind that has a copy for the authority. */
export const reportForAuthority = (db: Kysely<Database>, scope: Scope, authorityCode: string, id: string) =>
  published(db, scope).where('id', '=', id).where('copies', 'like', keyOf(authorityCode))

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

/** A text that differs after every change of an alert of the school: their versions only grow. */
export async function stampOfAlerts(db: Kysely<Database>, scope: Scope, schoolId: string): Promise<string> {
  const { rows, versions } = await db
    .selectFrom('alert')
    .select(({ fn }) => [fn.countAll().as('rows'), fn.sum('version').as('versions')])
    .where(within(scope, 'alert'))
    .where('schoolId', '=', schoolId)
    .executeTakeFirstOrThrow()
  return `${Number(rows)}.${Number(versions ?? 0)}`
}

/** Children who were looked after while on roll, on any day from the first to the last; at most one of them. */
export const anyLookedAfter = (
  db: Kysely<Database>,
  scope: Scope,
  schoolId: string,
  { first, last }: { first: string; last: string },
) =>
  db
    .selectFrom('careEpisode')
    .innerJoin('child', 'child.id', 'careEpisode.childId')
    .select('child.id')
    .where(within(scope, 'careEpisode'))
    .where('careEpisode.schoolId', '=', schoolId)
    .where('careEpisode.status', '=', 'cla')
    .where('careEpisode.removedAt', 'is', null)
    .where('child.removedAt', 'is', null)
    .where('careEpisode.startedOn', '<=', last)
    .where((row) => row.or([row('careEpisode.endedOn', 'is', null), row('careEpisode.endedOn', '>=', first)]))
    .where('child.admittedOn', '<=', last)
    .where((row) => row.or([row('child.leftOn', 'is', null), row('child.leftOn', '>=', first)]))
    // A child who left before the care began, or came after it ended, was not looked after here.
    .where((row) =>
      row.or([row('child.leftOn', 'is', null), row('child.leftOn', '>=', row.ref('careEpisode.startedOn'))]),
    )
    .where((row) =>
      row.or([
        row('careEpisode.endedOn', 'is', null),
        row('child.admittedOn', '<=', row.ref('careEpisode.endedOn')),
      ]),
    )
    .limit(1)
