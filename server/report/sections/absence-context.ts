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

/** Groups of ours that others publish figures of. */
export const publishedGroups = ['looked-after', 'social-worker', 'everyone'] as const

/** What those groups are called where others publish. */
const matching: Readonly<Record<(typeof publishedGroups)[number], readonly BenchmarkGroup[]>> = {
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

/** What others publish of a group; none where nothing matches. */
export type PublishedFor = (group: ReportGroup | 'everyone') => readonly Benchmark[]

/**
 * What others publish of the same groups, of the year or the newest before: of the school's phase, or of all schools
 * where an area publishes none by phase.
 */
export function publishedBeside(
  school: Pick<SchoolMeasures, 'phase' | 'area'>,
  year: AcademicYear,
): PublishedFor {
  const areas = ['England', ...(school.area === null ? [] : [school.area])] as const
  const newest = (group: BenchmarkGroup) =>
    areas.flatMap(
      (area) =>
        latestBenchmark(group, area, year, phases[school.phase]) ?? latestBenchmark(group, area, year) ?? [],
    )
  const published = new Map<ReportGroup | 'everyone', readonly Benchmark[]>(
    publishedGroups.map((group) => [group, matching[group].flatMap(newest)]),
  )
  return (group) => published.get(group) ?? []
}

/** `children in need in secondary schools`. */
export function publishedWho({ group, phase }: Benchmark): string {
  return `${groups[group]}${places[phase]}`
}

/** `2024/25, full year`. */
export function publishedWhen({ year, period }: Benchmark): string {
  return `${year}, ${period}`
}
