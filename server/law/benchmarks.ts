/** A group of the Department for Education's statistics on 31 March. */
export type BenchmarkGroup = 'cino' | 'cppo' | 'cla12' | 'all'
export type BenchmarkArea = 'England' | 'Hertfordshire'
export type BenchmarkPhase = 'all' | 'primary' | 'secondary' | 'special'

/** Plain words for a group. */
export const benchmarkGroups: Readonly<Record<BenchmarkGroup, string>> = {
  cino: 'Children in need (no protection plan, not looked after)',
  cppo: 'Children on a protection plan (not looked after)',
  cla12: 'Children looked after for at least 12 months',
  all: 'All pupils',
}

/** Published absence of one group: context for a chart, never a target. Shares in percent, null = not given. */
export interface Benchmark {
  readonly group: BenchmarkGroup
  readonly area: BenchmarkArea
  readonly phase: BenchmarkPhase
  /** Academic year. */
  readonly year: string
  /** What part of the year the figure is for. */
  readonly period: 'full year' | 'autumn term' | 'year to July'
  /** Sessions missed of sessions possible. */
  readonly overall: number
  /** Children who missed at least 10 %. */
  readonly persistent: number | null
  /** Children who missed at least 50 %. */
  readonly severe: number | null
  readonly source: string
  readonly url: string
  /** Management information or an unfinished year, not accredited statistics. */
  readonly provisional: boolean
}

type Origin = Pick<Benchmark, 'source' | 'url' | 'provisional'>
type Shares = readonly [overall: number, persistent: number | null, severe: number | null]

const SERIES = 'https://explore-education-statistics.service.gov.uk/find-statistics/'

const outcomes: Origin = {
  source: 'Department for Education, Outcomes for children in need, including children looked after, 2024/25',
  url: `${SERIES}outcomes-for-children-in-need-including-children-looked-after-by-local-authorities-in-england`,
  provisional: false,
}
const daily: Origin = {
  source: 'Department for Education, Pupil attendance in schools (daily data)',
  url: `${SERIES}pupil-attendance-in-schools`,
  provisional: true,
}
const termly: Origin = {
  source: 'Department for Education, Pupil absence in schools in England, autumn term 2024/25',
  url: `${SERIES}pupil-absence-in-schools-in-england-autumn-term`,
  provisional: false,
}

const SOCIAL_CARE = ['cino', 'cppo', 'cla12'] as const

/** Absence over the full year by group; 2019/20 was not published. */
const byYear: Readonly<Record<'England' | 'Hertfordshire', Readonly<Record<string, readonly Shares[]>>>> = {
  England: {
    '2018/19': [
      [11.5, 33.3, 5.1],
      [13.9, 39.3, 7.3],
      [5.1, 12.1, 2.3],
    ],
    '2020/21': [
      [13.6, 41.6, 5.6],
      [17.4, 52.6, 8.2],
      [9.1, 30.3, 3.0],
    ],
    '2021/22': [
      [16.2, 48.1, 8.4],
      [19.4, 56.1, 11.2],
      [7.8, 19.1, 3.9],
    ],
    '2022/23': [
      [17.4, 48.5, 10.2],
      [21.5, 57.5, 14.6],
      [8.3, 20.0, 4.9],
    ],
    '2023/24': [
      [17.7, 47.8, 11.2],
      [22.2, 57.1, 15.5],
      [8.8, 20.8, 5.7],
    ],
    '2024/25': [
      [17.4, 46.0, 11.3],
      [21.8, 55.4, 15.4],
      [9.0, 20.3, 6.4],
    ],
  },
  Hertfordshire: {
    '2018/19': [
      [11.5, 32.8, 4.7],
      [12.7, 36.1, 5.8],
      [5.4, 12.5, 3.1],
    ],
    '2020/21': [
      [14.4, 40.3, 6.8],
      [14.7, 47.9, 4.3],
      [10.0, 31.2, 3.9],
    ],
    '2021/22': [
      [18.5, 49.0, 11.3],
      [20.2, 62.1, 8.6],
      [8.8, 21.4, 6.0],
    ],
    '2022/23': [
      [17.7, 48.5, 10.4],
      [24.5, 70.3, 13.5],
      [8.1, 19.6, 4.5],
    ],
    '2023/24': [
      [18.6, 47.2, 12.4],
      [23.5, 63.3, 15.7],
      [7.7, 16.1, 4.7],
    ],
    '2024/25': [
      [18.4, 47.9, 12.4],
      [22.3, 58.6, 14.8],
      [8.0, 18.0, 4.0],
    ],
  },
}

/** England 2024/25 by phase; special schools are not given for children on a protection plan. */
const byPhase: Readonly<Record<'primary' | 'secondary' | 'special', readonly (Shares | null)[]>> = {
  primary: [
    [10.9, 34.3, 3.3],
    [13.0, 43.0, 4.0],
    [3.8, 7.5, 0.8],
  ],
  secondary: [
    [25.5, 61.0, 20.1],
    [32.2, 69.8, 27.8],
    [12.0, 27.5, 9.5],
  ],
  special: [[14.2, 37.5, 7.5], null, [11.2, 25.8, 7.7]],
}

const benchmark = (
  place: Pick<Benchmark, 'group' | 'area' | 'phase' | 'year' | 'period'>,
  [overall, persistent, severe]: Shares,
  origin: Origin,
): Benchmark => ({ ...place, overall, persistent, severe, ...origin })

const FULL = 'full year'

const socialCare: readonly Benchmark[] = (['England', 'Hertfordshire'] as const).flatMap((area) =>
  Object.entries(byYear[area]).flatMap(([year, groups]) =>
    SOCIAL_CARE.flatMap((group, index) => {
      const shares = groups[index]
      return shares ? [benchmark({ group, area, phase: 'all', year, period: FULL }, shares, outcomes)] : []
    }),
  ),
)

const socialCareByPhase: readonly Benchmark[] = (['primary', 'secondary', 'special'] as const).flatMap(
  (phase) =>
    SOCIAL_CARE.flatMap((group, index) => {
      const shares = byPhase[phase][index]
      const place = { group, area: 'England', phase, year: '2024/25', period: FULL } as const
      return shares ? [benchmark(place, shares, outcomes)] : []
    }),
)

type AllPupils = readonly [
  area: BenchmarkArea,
  phase: BenchmarkPhase,
  year: string,
  period: Benchmark['period'],
  shares: Shares,
  origin: Origin,
]

const allPupils: readonly AllPupils[] = [
  ['England', 'all', '2023/24', 'autumn term', [6.69, null, null], termly],
  ['England', 'all', '2024/25', 'autumn term', [6.38, null, null], termly],
  ['England', 'all', '2024/25', 'full year', [6.9, 18.7, null], daily],
  ['England', 'all', '2025/26', 'year to July', [6.88, 18.78, null], daily],
  ['England', 'primary', '2025/26', 'year to July', [5.28, 13.77, null], daily],
  ['England', 'secondary', '2025/26', 'year to July', [8.49, 23.77, null], daily],
  ['England', 'special', '2025/26', 'year to July', [13.17, 36.06, null], daily],
  ['Hertfordshire', 'all', '2025/26', 'year to July', [6.53, 17.17, null], daily],
  ['Hertfordshire', 'primary', '2025/26', 'year to July', [5.04, 12.28, null], daily],
  ['Hertfordshire', 'secondary', '2025/26', 'year to July', [7.93, 21.81, null], daily],
  ['Hertfordshire', 'special', '2025/26', 'year to July', [13.04, 34.76, null], daily],
]

/** Every absence figure that was read in the Department's own files; nothing that was not. */
export const absenceBenchmarks: readonly Benchmark[] = [
  ...socialCare,
  ...socialCareByPhase,
  ...allPupils.map(([area, phase, year, period, shares, origin]) =>
    benchmark({ group: 'all', area, phase, year, period }, shares, origin),
  ),
]

/**
 * The newest figure of a group for an area and phase whose academic year is not after the one asked for, so
 * that an earlier year's page keeps its line. Null when there is none.
 */
export function latestBenchmark(
  group: BenchmarkGroup,
  area: BenchmarkArea,
  upTo: string,
  phase: BenchmarkPhase = 'all',
): Benchmark | null {
  const found = absenceBenchmarks.filter(
    (each) =>
      each.group === group &&
      each.area === area &&
      each.phase === phase &&
      each.period !== 'autumn term' &&
      each.year <= upTo,
  )
  return found.toSorted((a, b) => (a.year < b.year ? 1 : a.year > b.year ? -1 : 0))[0] ?? null
}

/** Published suspensions and exclusions: context, never a target, and of other years and children than ours. */
export interface SuspensionBenchmark {
  /** What is counted of whom, as a label. */
  readonly what: string
  readonly area: 'England'
  /** Academic year. */
  readonly year: string
  readonly unit: 'suspensions' | 'percent'
  readonly value: number
  readonly source: string
  readonly url: string
}

const suspensions = {
  source: 'Department for Education, Suspensions and permanent exclusions in England, 2023/24',
  url: `${SERIES}suspensions-and-permanent-exclusions-in-england`,
}
const outcomesBefore = {
  source: 'Department for Education, Outcomes for children in need, including children looked after, 2020/21',
  url: outcomes.url,
}

const perHundred = 'Suspensions for each 100 pupils, all pupils'
const suspensionBenchmarks: readonly SuspensionBenchmark[] = [
  { what: perHundred, area: 'England', year: '2022/23', unit: 'suspensions', value: 9.33, ...suspensions },
  { what: perHundred, area: 'England', year: '2023/24', unit: 'suspensions', value: 11.31, ...suspensions },
  {
    what: 'Children in need suspended at least once',
    area: 'England',
    year: '2020/21',
    unit: 'percent',
    value: 8.73,
    ...outcomesBefore,
  },
  {
    what: 'Children in need permanently excluded',
    area: 'England',
    year: '2020/21',
    unit: 'percent',
    value: 0.38,
    ...outcomesBefore,
  },
]

/** The newest published figure of each kind whose academic year is not after the one asked for. */
export function latestSuspensions(upTo: string): readonly SuspensionBenchmark[] {
  const until = suspensionBenchmarks.filter(({ year }) => year <= upTo)
  return until.filter((each) => !until.some(({ what, year }) => what === each.what && year > each.year))
}
