import type { Kysely } from 'kysely'
import { attempt, inTransaction } from '../../db/in-transaction.ts'
import type { Change } from '../../db/queries/record-shape.ts'
import {
  anyLookedAfter,
  insertReport,
  lockSchool,
  reportById,
  reportsOfSchool,
} from '../../db/queries/report.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { ReportTable } from '../../db/tables/report.ts'
import type { SchoolTable } from '../../db/tables/school.ts'
import {
  academicYearOf,
  firstDayOf,
  lastDayOf,
  previousYear,
  type AcademicYear,
} from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import { loadTold } from '../facts/load-told.ts'
import type { ReportDocument } from '../report/shapes.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { longDay } from '../report/words/days.ts'
import { freeze } from './frozen.ts'
import { nothingYet } from './start.ts'
import { keepReportEvent } from './stepping.ts'

const sentAlready = (year: AcademicYear, at: string) =>
  `The nil return for ${year} went to the Virtual School on ${longDay(at.slice(0, 10) as IsoDate)}.`

/** Why a school has no nil return to send on a day, in a sentence; null when it may. */
export async function whyNoNil(
  db: Kysely<Database>,
  scope: Scope,
  schoolId: string,
  on: IsoDate,
): Promise<string | null> {
  const year = academicYearOf(on)
  const days = { first: firstDayOf(year), last: on }
  if (await anyLookedAfter(db, scope, schoolId, days).executeTakeFirst())
    return `A child was looked after in ${year}: the annual report goes to the Virtual School.`
  if (!(await loadTold(db, scope, schoolId)).care)
    return 'Nobody has said yet who is looked after: bring the list of looked-after children in first.'
  const rows = await reportsOfSchool(db, scope, schoolId).execute()
  const sent = rows.find((row) => row.kind === 'nil' && row.academicYear === year)
  return sent?.publishedAt ? sentAlready(year, sent.publishedAt) : null
}

/** The day as at which a return of a school year tells: the day it is sent, or the last of the year before. */
export const nilDay = (year: AcademicYear, today: IsoDate): IsoDate =>
  year === academicYearOf(today) ? today : lastDayOf(year)

/** Why the return of the year before cannot be sent any more, in a sentence; null while it may. */
async function whyNoNilOfLastYear(
  db: Kysely<Database>,
  { scope, schoolId, calendar }: { scope: Scope; schoolId: string; calendar: SchoolCalendar },
  today: IsoDate,
): Promise<string | null> {
  const year = academicYearOf(today)
  const last = previousYear(year)
  if (!calendar.years.includes(last)) return `The school’s terms of ${last} are not here.`
  const rows = await reportsOfSchool(db, scope, schoolId).execute()
  if (rows.some((row) => row.academicYear === year && row.kind !== 'term'))
    return `The report or return for ${year} has begun, so that of ${last} is closed.`
  return whyNoNil(db, scope, schoolId, lastDayOf(last))
}

/** The year before, where its return was not sent in time and still can be: while none of this year has begun. */
export const nilYearBefore = async (
  ...[db, where, today]: Parameters<typeof whyNoNilOfLastYear>
): Promise<AcademicYear | null> =>
  (await whyNoNilOfLastYear(db, where, today)) === null ? previousYear(academicYearOf(today)) : null

const documentOfNil = (school: SchoolTable, on: IsoDate): ReportDocument => ({
  kind: 'annual',
  school: school.name,
  isDemonstration: school.demonstration === 1,
  year: academicYearOf(on),
  on,
  threshold: 5,
  title: `Nil return for ${academicYearOf(on)}`,
  lead: `No child on roll at ${school.name} was looked after by a local authority from 1 September ${academicYearOf(on).slice(0, 4)} to ${longDay(on)}.`,
  sections: [],
  lastActions: [],
  nextActions: [],
  hiddenNote: null,
  sources: [],
})

/**
 * Tells the Virtual School of the school's own authority, and nobody else, that no child was looked after. Sent twice
 * with one id it is sent once. Why not, in a sentence, when there is one.
 */
export const sendNil = (
  db: Kysely<Database>,
  scope: Scope,
  { school, calendar, today }: { school: SchoolTable; calendar: SchoolCalendar; today: IsoDate },
  { id, year }: { id: string; year: AcademicYear },
  change: Change,
): Promise<ReportTable | { message: string }> =>
  inTransaction(db, async (trx) => {
    await lockSchool(trx, scope, school.id).execute()
    const again = await reportById(trx, scope, id).executeTakeFirst()
    if (again) return again
    const on = nilDay(year, today)
    const why =
      on === today
        ? await whyNoNil(trx, scope, school.id, on)
        : await whyNoNilOfLastYear(trx, { scope, schoolId: school.id, calendar }, today)
    if (why !== null) return { message: why }
    const document = documentOfNil(school, on)
    const copy = { document, exact: [], childIds: [], settled: null }
    const by = { at: change.at, who: change.changedBy }
    const row: ReportTable = {
      ...nothingYet,
      id,
      schoolId: school.id,
      kind: 'nil',
      academicYear: academicYearOf(on),
      asOn: on,
      threshold: document.threshold,
      state: 'published',
      madeAt: by.at,
      madeBy: by.who,
      approvedAt: by.at,
      approvedBy: by.who,
      publishedAt: by.at,
      publishedBy: by.who,
      ...freeze({ document, settled: null, copies: { [school.authorityCode]: copy } }),
    }
    if ((await attempt(trx, () => insertReport(trx, row).execute())) === 'exists')
      return reportById(trx, scope, id).executeTakeFirstOrThrow()
    await keepReportEvent(trx, row, 'report.nil', change)
    return row
  })
