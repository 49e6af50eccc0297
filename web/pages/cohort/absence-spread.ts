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

const WHO: Partial<Record<Context['benchmark'], string>> = {
  cla12: 'looked after 12 months',
  cino: 'in need',
  cppo: 'protection plan',
}

const periodOf = ({ area, year, phase }: Context) =>
  `${area} ${year}, ${phase === 'all' ? 'all phases' : phase}`

/** A dot a child, in groups that have children, each with England and the county beside it. */
export function spreadGroups({ rows, absenceContext }: Cohort): SpreadGroup[] {
  return GROUPS.flatMap(({ label, note, benchmark, holds }) => {
    const children = rows
      .filter(holds)
      .flatMap(({ id, name, attendance }) =>
        attendance ? [{ id, name, missed: attendance.absent, possible: attendance.possible }] : [],
      )
    if (children.length === 0) return []
    const known = children.filter(({ possible }) => possible > 0).length
    const beside = absenceContext.filter((one) => one.benchmark === benchmark && settled(one))
    return [
      {
        label,
        note: note || count(known, 'child', 'children'),
        children,
        context: beside.map((one) => ({
          area: one.area === 'England' ? ('national' as const) : ('county' as const),
          rate: one.overall,
          name: `${periodOf(one)}, ${WHO[one.benchmark] ?? one.who}`,
        })),
      },
    ]
  })
}

export interface PublishedContext {
  /** `England 2024/25, secondary: looked after 12 months 12.0 %, in need 25.5 %, protection 32.2 %.` */
  lines: readonly string[]
  /** Where they are published, each address once. */
  sources: readonly { short: string; title: string; url: string }[]
}

/** `DfE, Outcomes for children in need` of a full title. */
const shortTitle = (source: string) =>
  source.replace('Department for Education', 'DfE').split(',').slice(0, 2).join(',')

/** The published figures that are drawn, one line an area and year, with whom they count and the source. */
export function publishedContext(cohort: Cohort): PublishedContext {
  const shown = GROUPS.filter(({ holds }) => cohort.rows.some(holds)).map(({ benchmark }) => benchmark)
  const drawn = cohort.absenceContext.filter((one) => shown.includes(one.benchmark) && settled(one))
  const lines = [...new Set(drawn.map(periodOf))].map((period) => {
    const same = drawn.filter((one) => periodOf(one) === period)
    return `${period}: ${same.map((one) => `${WHO[one.benchmark] ?? one.who} ${percent(one.overall)}`).join(', ')}.`
  })
  const titles = new Map(drawn.map(({ url, source }) => [url, source]))
  return {
    lines,
    sources: [...titles].map(([url, title]) => ({ short: shortTitle(title), title, url })),
  }
}
