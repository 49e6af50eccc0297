import type { Kysely, Transaction } from 'kysely'
import { attempt, inTransaction } from '../../db/in-transaction.ts'
import type { Change } from '../../db/queries/record-shape.ts'
import { insertReport, lockSchool, reportById, reportsOfSchool } from '../../db/queries/report.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { ReportTable } from '../../db/tables/report.ts'
import { academicYearOf, lastDayOf, previousYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { ReportRow, ReportStart } from '../report/report-json.ts'
import { lowestThreshold } from './earlier.ts'
import { keepReportEvent } from './stepping.ts'

/** Counts of 1 to 5 are hidden unless somebody chooses otherwise. */
const USUAL_THRESHOLD = 5

/** A new report's columns that are not of its beginning. */
export const nothingYet = {
  sentAt: null,
  sentBy: null,
  returnedReason: null,
  approvedAt: null,
  approvedBy: null,
  publishedAt: null,
  publishedBy: null,
  meetingOn: null,
  minutedOn: null,
  minute: null,
  document: null,
  settled: null,
  copies: null,
  hash: null,
  version: 1,
  removedAt: null,
  removedReason: null,
} as const

/**
 * Begins a report; `'open'` when one of its kind and year is under way, `'published'` when governors have the annual
 * one of the year: there is one a year, and it does not change.
 */
export const startReport = (
  db: Kysely<Database>,
  scope: Scope,
  { schoolId, kind, on }: { schoolId: string; kind: 'annual' | 'term'; on: IsoDate },
  change: Change,
): Promise<ReportTable | 'open' | 'published'> =>
  inTransaction(db, async (trx: Transaction<Database>) => {
    await lockSchool(trx, scope, schoolId).execute()
    const rows = await reportsOfSchool(trx, scope, schoolId).execute()
    const year = academicYearOf(on)
    if (
      kind === 'annual' &&
      rows.some((row) => row.kind === kind && row.academicYear === year && row.state === 'published')
    )
      return 'published'
    const frozen = rows.filter(
      (row) => row.kind !== 'nil' && (row.state === 'approved' || row.state === 'published'),
    )
    const id = crypto.randomUUID()
    const report: ReportTable = {
      id,
      schoolId,
      kind,
      academicYear: year,
      asOn: on,
      threshold: Math.max(USUAL_THRESHOLD, lowestThreshold(frozen, on)),
      state: 'draft',
      madeAt: change.at,
      madeBy: change.changedBy,
      ...nothingYet,
    }
    const made = await attempt(trx, () => insertReport(trx, report).execute())
    if (made === 'exists') return 'open'
    await keepReportEvent(trx, report, 'report.start', change)
    return reportById(trx, scope, id).executeTakeFirstOrThrow()
  })

const isOpen = ({ state }: Pick<ReportRow, 'state'>) => state !== 'published'

/**
 * What could be begun on a day: the annual report of the year so far and of the year before, where governors have
 * none and none is under way; the front page of the term of the day and of the one that ended last.
 */
export function startsOn(
  reports: readonly ReportRow[],
  calendar: SchoolCalendar,
  on: IsoDate,
): ReportStart[] {
  const year = academicYearOf(on)
  const starts: ReportStart[] = []
  for (const [of, day] of [
    [year, on],
    [previousYear(year), lastDayOf(previousYear(year))],
  ] as const) {
    const isThere = reports.some((row) => row.kind === 'annual' && row.year === of)
    if (!isThere && calendar.years.includes(of)) starts.push({ kind: 'annual', year: of, on: day })
  }
  const ended = calendar.terms.findLast(({ lastDay }) => lastDay < on)
  for (const term of [calendar.termOf(on), ended ?? null]) {
    if (term === null) continue
    const day = term.lastDay < on ? term.lastDay : on
    const of = academicYearOf(day)
    const isThere = reports.some(
      (row) =>
        row.kind === 'term' &&
        row.year === of &&
        (isOpen(row) || (row.on >= term.firstDay && row.on <= term.lastDay)),
    )
    if (!isThere && !starts.some((start) => start.kind === 'term' && start.year === of))
      starts.push({ kind: 'term', year: of, on: day })
  }
  return starts
}
