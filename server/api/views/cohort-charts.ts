import { academicYearOf, pepWindows, type PepTerm } from '../../calendar/academic-year.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import type { AssessedChild, Picture } from '../../alerts/picture.ts'
import {
  benchmarkGroups,
  latestBenchmark,
  type Benchmark,
  type BenchmarkArea,
  type BenchmarkGroup,
  type BenchmarkPhase,
} from '../../law/benchmarks.ts'
import { isUndone } from '../../engine/suspension-duty.ts'
import { coveredHalfDays } from '../../law/suspension-days.ts'
import type { CohortGroup } from './child-name.ts'
import type { PepState } from './pep-cell.ts'
import { pepTerms } from './pep-cell.ts'
import type { CohortRow } from './cohort.ts'

/** One term's PEPs of the children looked after: how many stand how, and when the term's window is. */
export interface PepTermCounts {
  term: PepTerm
  firstDay: IsoDate | null
  lastDay: IsoDate | null
  lastSchoolDay: IsoDate | null
  counts: Record<PepState, number>
}

/** A published absence figure beside our own: context, never a target. */
export interface ContextLine extends Pick<
  Benchmark,
  | 'area'
  | 'phase'
  | 'year'
  | 'period'
  | 'overall'
  | 'persistent'
  | 'severe'
  | 'source'
  | 'url'
  | 'provisional'
> {
  /** The published group. */
  benchmark: BenchmarkGroup
  /** The cohort's group it stands beside; null for all pupils. */
  group: CohortGroup | null
  who: string
}

/** Half days of suspension that fall in a month: of a child's first of the year, and of those after it. */
export interface SuspensionMonth {
  /** `2026-03`. */
  month: string
  first: number
  repeated: number
}

const noCounts = (): Record<PepState, number> => ({
  'on-time': 0,
  late: 0,
  missing: 0,
  'to-complete': 0,
  'to-hold': 0,
  ahead: 0,
  'not-a-duty': 0,
  'not-known': 0,
})

/** PEPs by term of the children for whom they are a duty. */
export function pepByTerm(rows: readonly CohortRow[], { calendar, year }: Picture): PepTermCounts[] {
  return pepTerms.map((term) => {
    const window = pepWindows(year)?.find((each) => each.term === term)
    const last = window ? calendar.schoolDayOnOrBefore(window.lastDay) : null
    const counts = noCounts()
    for (const { pep } of rows) {
      const cell = pep[term]
      if (cell) counts[cell.state] += 1
    }
    return {
      term,
      firstDay: window?.firstDay ?? null,
      lastDay: window?.lastDay ?? null,
      lastSchoolDay: window && last !== null && last >= window.firstDay ? last : null,
      counts,
    }
  })
}

/** Counties whose own figures are published beside England's, by the code of the school's authority. */
const counties: Readonly<Record<string, BenchmarkArea>> = { '919': 'Hertfordshire' }

const phases: Readonly<Record<string, BenchmarkPhase>> = {
  primary: 'primary',
  secondary: 'secondary',
  special: 'special',
}

const beside: readonly (readonly [BenchmarkGroup, CohortGroup | null])[] = [
  ['cla12', 'cla'],
  ['cino', 'social-worker'],
  ['cppo', 'social-worker'],
  ['all', null],
]

/** The newest published absence of the same groups, of the school's phase where it is given, else of all. */
export function absenceContext({ school, year }: Picture): ContextLine[] {
  const county = counties[school.authorityCode]
  const phase = phases[school.phase] ?? 'all'
  return beside.flatMap(([benchmark, group]) =>
    (county ? (['England', county] as const) : (['England'] as const)).flatMap((area) => {
      const found = latestBenchmark(benchmark, area, year, phase) ?? latestBenchmark(benchmark, area, year)
      if (!found) return []
      const { group: _, ...figures } = found
      return [{ ...figures, benchmark, group, who: benchmarkGroups[benchmark] }]
    }),
  )
}

/** Suspension by month of the academic year, each half day in the month of its school session. */
export function suspensionByMonth(
  children: readonly AssessedChild[],
  { calendar, year }: Picture,
): SuspensionMonth[] {
  const months = new Map<string, SuspensionMonth>()
  for (const { facts } of children) {
    const ofYear = (facts.suspension?.rows ?? []).filter(
      (row) =>
        row.kind !== 'permanent' &&
        !row.atOtherSchool &&
        !isUndone(row) &&
        academicYearOf(row.startedOn) === year,
    )
    for (const [place, row] of ofYear.entries()) {
      const covered = coveredHalfDays(row, calendar)
      const days = covered?.map(({ on }) => on) ?? Array<IsoDate>(row.halfDays ?? 0).fill(row.startedOn)
      for (const day of days) {
        const month = day.slice(0, 7)
        const counted = months.get(month) ?? { month, first: 0, repeated: 0 }
        counted[place === 0 ? 'first' : 'repeated'] += 1
        months.set(month, counted)
      }
    }
  }
  return [...months.values()].toSorted((a, b) => (a.month < b.month ? -1 : 1))
}
