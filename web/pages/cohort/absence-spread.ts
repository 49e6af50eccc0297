import type { Cohort } from '../../api.ts'
import type { SpreadGroup } from '../../charts/attendance-spread-series.ts'
import { count, countInWords, NO_BREAK, percent } from '../../format.ts'
import type { CohortRow } from './cohort-row.ts'

type Context = Cohort['absenceContext'][number]

/** Children whose absence has a rate, and how many are past each line. */
export function absenceCounts(rows: readonly CohortRow[]): {
  known: number
  persistent: number
  severe: number
} {
  const known = rows.filter(({ attendance }) => (attendance?.possible ?? 0) > 0)
  return {
    known: known.length,
    persistent: known.filter(({ attendance }) => attendance?.persistent).length,
    severe: known.filter(({ attendance }) => attendance?.severe).length,
  }
}

/** The finding of the chart. */
export function absenceHeading(rows: readonly CohortRow[]): string {
  const { known, persistent, severe } = absenceCounts(rows)
  if (known === 0) return 'No sessions are known yet this year'
  if (persistent === 0) return `Nobody of ${known} has missed 10${NO_BREAK}% or more of school`
  const half = severe === 0 ? '' : `, ${countInWords(severe, 'of them', 'of them')} half or more`
  return `${persistent} of ${count(known, 'child', 'children')} ${persistent === 1 ? 'has' : 'have'} missed 10${NO_BREAK}% or more of school${half}`
}

/** Groups as they are published, so that each stands beside its own figure. */
const GROUPS: readonly {
  label: string
  note: string
  benchmark: Context['benchmark'] | null
  holds: (row: CohortRow) => boolean
}[] = [
  { label: 'Looked after', note: '', benchmark: 'cla12', holds: ({ group }) => group === 'cla' },
  {
    label: 'In need',
    note: 'on a plan',
    benchmark: 'cino',
    holds: ({ group, statuses }) => group === 'social-worker' && !statuses.includes('cp-plan'),
  },
  {
    label: 'Protection',
    note: 'on a plan',
    benchmark: 'cppo',
    holds: ({ group, statuses }) => group === 'social-worker' && statuses.includes('cp-plan'),
  },
  {
    label: 'Earlier',
    note: 'or kinship',
    benchmark: null,
    holds: ({ group }) => group !== 'cla' && group !== 'social-worker',
  },
]

/** Rates somebody published as they stand, never those of an unfinished year. */
const settled = ({ provisional }: Context) => !provisional

/** A dot a child, in groups that have children, each with England and the county beside it. */
export function spreadGroups({ rows, absenceContext }: Cohort): SpreadGroup[] {
  return GROUPS.flatMap(({ label, note, benchmark, holds }) => {
    const children = rows.filter(holds).flatMap(({ id, name, attendance }) =>
      attendance ? [{ id, name, missed: attendance.absent, possible: attendance.possible }] : [],
    )
    if (children.length === 0) return []
    const known = children.filter(({ possible }) => possible > 0).length
    const beside = absenceContext.filter((one) => one.benchmark === benchmark && settled(one))
    const national = beside.find(({ area }) => area === 'England')
    const county = beside.find(({ area }) => area !== 'England')
    return [
      {
        label,
        note: note || count(known, 'child', 'children'),
        children,
        ...(national && { national: national.overall / 100 }),
        ...(county && { county: county.overall / 100 }),
      },
    ]
  })
}

export interface ContextLine {
  /** `England 2024/25, secondary: looked after 12.0 %, in need 25.5 %, on a protection plan 32.2 %.` */
  text: string
  source: string
  url: string
}

const WHO: Partial<Record<Context['benchmark'], string>> = {
  cla12: 'looked after 12 months or more',
  cino: 'in need',
  cppo: 'on a protection plan',
}

const periodOf = ({ area, year, phase }: Context) =>
  `${area} ${year}, ${phase === 'all' ? 'all phases' : phase}`

/** The published figures that are drawn, one line an area and year, with whom they count. */
export function contextLines(cohort: Cohort): ContextLine[] {
  const shown = GROUPS.filter(({ holds }) => cohort.rows.some(holds)).map(({ benchmark }) => benchmark)
  const drawn = cohort.absenceContext.filter((one) => shown.includes(one.benchmark) && settled(one))
  return [...new Set(drawn.map(periodOf))].map((period) => {
    const same = drawn.filter((one) => periodOf(one) === period)
    const figures = same.map((one) => `${WHO[one.benchmark] ?? one.who} ${percent(one.overall)}`)
    const { source = '', url = '' } = same[0] ?? {}
    return { text: `${period}: ${figures.join(', ')}.`, source, url }
  })
}
