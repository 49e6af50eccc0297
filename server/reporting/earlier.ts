import type { Kysely } from 'kysely'
import { frozenReportsSince } from '../../db/queries/report.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { ReportTable } from '../../db/tables/report.ts'
import { academicYear, previousYear } from '../calendar/academic-year.ts'
import { addYears, isoDate, type IsoDate } from '../calendar/iso-date.ts'
import { lastYearIn, type LastYear } from '../report/last-year.ts'
import type { Settled } from '../report/shapes.ts'
import { readFrozen, type Copies, type Frozen } from './frozen.ts'

/** What was frozen before, by day. */
export interface Earlier {
  readonly settled: readonly Settled[]
  readonly copies: readonly Copies[]
  /** The annual report of the year before that governors have, with its copies; null where they have none. */
  readonly yearBefore: Pick<Frozen, 'document' | 'copies'> | null
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
  const before = previousYear(academicYear(of))
  const yearBefore = rows
    .map((row, at) => ({ row, frozen: frozen[at]! }))
    .filter(({ row }) => row.kind === 'annual' && row.academicYear === before && row.state === 'published')
    .toSorted((a, b) => ((a.row.publishedAt ?? '') < (b.row.publishedAt ?? '') ? 1 : -1))[0]
  return {
    settled: frozen.flatMap(({ settled }) => settled ?? []),
    copies: frozen.map(({ copies }) => copies),
    yearBefore: yearBefore?.frozen ?? null,
    lowest: lowestThreshold(rows, isoDate(asOn)),
    stamp: rows.map(({ hash, state }) => `${hash} ${state}`).join(' '),
  }
}

/** What governors were shown in the annual report of the year before. */
export const lastYearOf = ({ yearBefore }: Pick<Earlier, 'yearBefore'>): LastYear | null =>
  yearBefore === null ? null : lastYearIn(yearBefore.document)

/**
 * What an authority was shown in its copy of that report. A copy that leaves out the authority’s own children is not
 * laid beside one that leaves nobody out.
 */
export function lastYearOfCopy(
  { yearBefore }: Pick<Earlier, 'yearBefore'>,
  code: string,
  leavesOut: boolean,
): LastYear | null {
  const copy = yearBefore?.copies[code]
  return copy === undefined || copy.childIds.length > 0 !== leavesOut ? null : lastYearIn(copy.document)
}
