import type { Kysely } from 'kysely'
import { frozenReportsSince } from '../../db/queries/report.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { ReportTable } from '../../db/tables/report.ts'
import { academicYear, previousYear } from '../calendar/academic-year.ts'
import { addYears, isoDate, type IsoDate } from '../calendar/iso-date.ts'
import type { Settled } from '../report/shapes.ts'
import { readFrozen, type Copies } from './frozen.ts'

/** What was frozen before, by day. */
export interface Earlier {
  readonly settled: readonly Settled[]
  readonly copies: readonly Copies[]
  /** The lowest threshold that it leaves. */
  readonly lowest: number
  /** A text that differs when it does. */
  readonly stamp: string
}

const LOWEST = 4
/** A threshold is not lowered within this many years: numbers hidden before would come out. */
const YEARS_OF_THRESHOLD = 2

/** The threshold that a report as at a day may not go below. */
export const lowestThreshold = (
  rows: readonly Pick<ReportTable, 'asOn' | 'threshold'>[],
  on: IsoDate,
): number => {
  const since = addYears(on, -YEARS_OF_THRESHOLD)
  return rows.reduce(
    (most, { asOn, threshold }) => (asOn >= since ? Math.max(most, threshold) : most),
    LOWEST,
  )
}

/**
 * What a report is held against: the annual and term reports that governors have, or will have because they are
 * approved, of its academic year, the two before and those after. Throws `ChangedReportError`.
 */
export async function earlierThan(
  db: Kysely<Database>,
  scope: Scope,
  { id, schoolId, academicYear: of, asOn }: Pick<ReportTable, 'id' | 'schoolId' | 'academicYear' | 'asOn'>,
): Promise<Earlier> {
  const from = previousYear(previousYear(academicYear(of)))
  const rows = (await frozenReportsSince(db, scope, schoolId, from).execute()).filter((row) => row.id !== id)
  const frozen = rows.map(readFrozen)
  return {
    settled: frozen.flatMap(({ settled }) => settled ?? []),
    copies: frozen.map(({ copies }) => copies),
    lowest: lowestThreshold(rows, isoDate(asOn)),
    stamp: rows.map(({ hash }) => hash).join(' '),
  }
}
