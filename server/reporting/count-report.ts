import type { Kysely } from 'kysely'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { ReportTable } from '../../db/tables/report.ts'
import type { SchoolTable } from '../../db/tables/school.ts'
import { academicYear } from '../calendar/academic-year.ts'
import { isoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { loadReportFacts } from '../facts/load-report-facts.ts'
import type { ReportFacts } from '../facts/report-facts.ts'
import { control } from '../report/disclosure/control.ts'
import type { LastYear } from '../report/last-year.ts'
import { measure } from '../report/measures/measure.ts'
import { ofKind } from '../report/measures/of-kind.ts'
import type { Controlled, Measures, ReportAction, ReportDocument } from '../report/shapes.ts'
import { writeReport } from '../report/write-report.ts'
import { earlierThan, lastYearOf, type Earlier } from './earlier.ts'

/** Where a report is counted: all children of its school. */
export interface At {
  readonly school: SchoolTable
  readonly scope: Scope
  readonly calendar: SchoolCalendar
}

/** A report that is counted as at its day, from the rows as they are now. */
export type CountedRow = Pick<ReportTable, 'id' | 'schoolId' | 'kind' | 'academicYear' | 'asOn' | 'threshold'>

export interface Counted {
  readonly facts: ReportFacts
  readonly measures: Measures
  readonly controlled: Controlled
  readonly earlier: Earlier
  /** What governors were shown of the year before. */
  readonly lastYear: LastYear | null
}

/** Everything a report counts and its kind prints, exactly, from the rows as they are now. */
export async function measureReport(
  db: Kysely<Database>,
  { school, scope, calendar }: At,
  { asOn, kind }: Pick<CountedRow, 'asOn' | 'kind'>,
): Promise<Pick<Counted, 'facts' | 'measures'>> {
  const of = { schoolId: school.id, on: isoDate(asOn), calendar }
  const facts = await loadReportFacts(db, scope, of)
  if (!facts) throw new Error('A report is counted of a school that is not there')
  return { facts, measures: kind === 'nil' ? measure(facts) : ofKind(measure(facts), kind) }
}

/** The same, exactly and as governors may have it, beside what was frozen before. */
export async function countReport(
  db: Kysely<Database>,
  { school, scope, calendar }: At,
  row: CountedRow,
  given?: Earlier,
): Promise<Counted> {
  const earlier = given ?? (await earlierThan(db, scope, row))
  const { facts, measures } = await measureReport(db, { school, scope, calendar }, row)
  const controlled = control(measures, { threshold: row.threshold, earlier: earlier.settled })
  return { facts, measures, controlled, earlier, lastYear: lastYearOf(earlier) }
}

/** What people wrote into a report. */
export interface Written {
  readonly words: ReadonlyMap<number, string>
  readonly lastActions: readonly ReportAction[]
  readonly nextActions: readonly ReportAction[]
}

/** The document of a report that is counted. A nil return has none of this kind. */
export function documentOf(
  { school }: Pick<At, 'school'>,
  row: CountedRow,
  { measures, controlled, lastYear }: Pick<Counted, 'measures' | 'controlled' | 'lastYear'>,
  written: Written,
): ReportDocument {
  if (row.kind === 'nil') throw new Error('A nil return counts nothing')
  return writeReport({
    kind: row.kind,
    year: academicYear(row.academicYear),
    on: isoDate(row.asOn),
    school: measures.school,
    isDemonstration: school.demonstration === 1,
    controlled,
    lastYear,
    ...written,
  })
}
