import type { AcademicYear } from '../../calendar/academic-year.ts'
import {
  latestBenchmark,
  type Benchmark,
  type BenchmarkGroup,
  type BenchmarkPhase,
} from '../../law/benchmarks.ts'
import type { ReportGroup } from '../figures.ts'
import type { SchoolMeasures } from '../shapes.ts'

/** The phase of published figures that a school is held beside. */
const phases: Readonly<Record<SchoolMeasures['phase'], BenchmarkPhase>> = {
  nursery: 'all',
  primary: 'primary',
  secondary: 'secondary',
  'all-through': 'all',
  special: 'special',
  pru: 'all',
  other: 'all',
}

/** Published groups that match one of ours; the others have none. */
const matching: Readonly<Partial<Record<ReportGroup | 'everyone', readonly BenchmarkGroup[]>>> = {
  'looked-after': ['cla12'],
  'social-worker': ['cino', 'cppo'],
  everyone: ['all'],
}

const places: Readonly<Record<BenchmarkPhase, string>> = {
  all: ' in all schools',
  primary: ' in primary schools',
  secondary: ' in secondary schools',
  special: ' in special schools',
}

const groups: Readonly<Record<BenchmarkGroup, string>> = {
  cla12: 'children looked after for at least 12 months',
  cino: 'children in need',
  cppo: 'children on a protection plan',
  all: 'all pupils',
}

/**
 * What others publish of the same group, of the year or the newest before: of the school's phase, or of all schools
 * where an area publishes none by phase. None where nothing matches.
 */
export function publishedFor(
  group: ReportGroup | 'everyone',
  school: Pick<SchoolMeasures, 'phase' | 'area'>,
  year: AcademicYear,
): readonly Benchmark[] {
  const areas = ['England', ...(school.area === null ? [] : [school.area])] as const
  return (matching[group] ?? []).flatMap((each) =>
    areas.flatMap(
      (area) =>
        latestBenchmark(each, area, year, phases[school.phase]) ?? latestBenchmark(each, area, year) ?? [],
    ),
  )
}

/** `children in need in secondary schools`. */
export function publishedWho({ group, phase }: Benchmark): string {
  return `${groups[group]}${places[phase]}`
}

/** `2024/25, full year`. */
export function publishedWhen({ year, period }: Benchmark): string {
  return `${year}, ${period}`
}
