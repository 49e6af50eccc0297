import { capital } from '../../engine/words.ts'
import type { Benchmark } from '../../law/benchmarks.ts'
import { groupWords, reportGroups, type ReportGroup } from '../figures.ts'
import type { Cell, ReportChart, ReportTable, Unit } from '../shapes.ts'
import { yearSoFar } from '../words/days.ts'
import { isShownLarge } from '../words/group-size.ts'
import { CHILDREN, firstNumber, numberWords, percent, things } from '../words/numbers.ts'
import { publishedGroups, publishedWhen, publishedWho } from './absence-context.ts'
import { isYearOver } from './plan-spans.ts'
import type { Writing } from './writing.ts'

/** Children of one of our groups, or all whose register is here: those of the report and the others. */
type Counted = ReportGroup | 'everyone'
type Level = 'persistent' | 'severe'

/** A share of fewer children says more of one of them than of all; held against England, of fewer than twice as many. */
const FEWEST = 10
const FEWEST_TO_COMPARE = 20

/** What a bar or a row of ours is called. */
export const oursLabel = (group: Counted): string =>
  group === 'everyone' ? 'Everybody whose register is here' : `${groupWords[group]}, here`

/** What a bar or a row of others is called: `All pupils in secondary schools, England 2024/25`. */
export const publishedLabel = (each: Benchmark): string =>
  `${capital(publishedWho(each))}, ${each.area} ${each.year}`

/** Where published figures come from, each source once. */
export const publishedSources = (published: readonly Benchmark[]): readonly string[] => [
  ...new Set(
    published.map((each) => `${each.source} (${each.period}${each.provisional ? ', provisional' : ''})`),
  ),
]

/** A number of everybody is that of the report and that of the others, where both are printed exactly. */
function exactOf({ read }: Pick<Writing, 'read'>, what: 'counted' | Level, group: Counted): number | null {
  if (group !== 'everyone') return read.exact(`attendance.${what}.${group}`)
  const [own, others] = [read.exact(`attendance.${what}.all`), read.exact(`attendance.${what}.others`)]
  return own === null || others === null ? null : own + others
}

/** The children who missed a tenth or half, in whole per cent of ten or more; null where that is not printed. */
function shareOf(from: Pick<Writing, 'read'>, level: Level, group: Counted): number | null {
  if (group !== 'everyone' && !isShownLarge(from.read, group)) return null
  const [part, whole] = [exactOf(from, level, group), exactOf(from, 'counted', group)]
  return part === null || whole === null || whole < FEWEST ? null : Math.round((100 * part) / whole)
}

/** Groups with a share that can stand beside others. */
const groupsWith = (from: Writing, ...levels: readonly Level[]): readonly Counted[] =>
  ([...reportGroups, 'everyone'] as const).filter((group) =>
    levels.some((level) => shareOf(from, level, group) !== null),
  )

const numberCell = (figure: string, unit: Unit, value: number | null, without: string): Cell =>
  value === null ? { text: without } : { figure, unit, shown: { as: 'exact', value } }

const NOT_PRINTED = 'Not printed'
const NOT_GIVEN = 'Not given'

function ourRow(from: Writing, group: Counted): ReportTable['rows'][number] {
  const share = (level: Level) =>
    numberCell(`share.${level}.${group}`, 'percent', shareOf(from, level, group), NOT_PRINTED)
  const rate = from.read.exact(`attendance.rate.${group}`)
  return {
    label: `${oursLabel(group)} (${things(exactOf(from, 'counted', group)!, CHILDREN)})`,
    cells: [
      numberCell(`share.rate.${group}`, 'percent', rate, NOT_PRINTED),
      share('persistent'),
      share('severe'),
    ],
  }
}

const shortGroups: Readonly<Record<Benchmark['group'], string>> = {
  cla12: 'Looked after',
  cino: 'Children in need',
  cppo: 'Protection plan',
  all: 'All pupils',
}

function publishedRow(each: Benchmark): ReportTable['rows'][number] {
  const { group, area, phase, year } = each
  const whole = (what: 'overall' | 'persistent' | 'severe') => {
    const value = each[what]
    return numberCell(
      `published.${group}.${area}.${what}`,
      'percent',
      value === null ? null : Math.round(value),
      NOT_GIVEN,
    )
  }
  return {
    label: `${shortGroups[group]}, ${area} (${phase === 'all' ? 'all schools' : phase}, ${year})`,
    cells: [whole('overall'), whole('persistent'), whole('severe')],
  }
}

/**
 * Who missed a tenth or half of their sessions here, beside what is published of England and of the county: that stands
 * there whatever is printed of ours, so that it tells nothing.
 */
export function besideTable(from: Writing): readonly ReportTable[] {
  const { publishedFor, year, on } = from
  const ours = groupsWith(from, 'persistent', 'severe')
  const published = publishedGroups.flatMap(publishedFor)
  const rows = ([...reportGroups, 'everyone'] as const).flatMap((group) => [
    ...(ours.includes(group) ? [ourRow(from, group)] : []),
    ...publishedFor(group).map(publishedRow),
  ])
  if (rows.length === 0) return []
  const sources = publishedSources(published)
  return [
    {
      id: 'attendance-beside',
      caption: 'Absence beside published figures',
      columns: ['Who', 'Sessions missed', 'Missed a tenth or more', 'Missed half or more'],
      rows,
      note: `Whole per cent; of ours, where ten children or more are counted. What is published of looked-after children is of those looked after for at least 12 months. Here: ${yearSoFar(year, on)}. Others: ${sources.join('; ')}.`,
    },
  ]
}

/** The same of those who missed a tenth or more, as bars, where there is one of ours. */
export function besideChart(from: Writing): readonly ReportChart[] {
  const { publishedFor, year, on } = from
  const groups = groupsWith(from, 'persistent')
  const theirs = (group: Counted) => publishedFor(group).filter(({ persistent }) => persistent !== null)
  const rows = groups.flatMap((group) => {
    const value = shareOf(from, 'persistent', group)!
    return [
      { label: oursLabel(group), from: value, to: value, isOurs: true },
      ...theirs(group).map((each) => {
        const whole = Math.round(each.persistent!)
        return { label: publishedLabel(each), from: whole, to: whole, isOurs: false }
      }),
    ]
  })
  if (rows.length < 2) return []
  const [first] = groups
  const sources = publishedSources(groups.flatMap(theirs))
  return [
    {
      name: 'persistent-absence',
      kind: 'bars',
      title: titleOf(from, first!),
      alt: `Children who missed a tenth or more: ${rows.map((row) => `${row.label} ${percent(row.from)}`).join('; ')}.`,
      unit: 'percent',
      rows,
      note: `Whole per cent of children. Here: ${yearSoFar(year, on)}.${sources.length === 0 ? '' : ` Others: ${sources.join('; ')}.`}`,
    },
  ]
}

const who: Partial<Record<Counted, string>> = {
  'looked-after': 'looked-after children',
  all: 'children in this report',
  everyone: 'children whose register is here',
}

function titleOf(from: Writing, group: Counted): string {
  const [part, whole] = [exactOf(from, 'persistent', group)!, exactOf(from, 'counted', group)!]
  const words = who[group]
  return words === undefined
    ? `${groupWords[group as ReportGroup]}: ${numberWords(part)} of ${numberWords(whole)} missed a tenth or more`
    : `${part === 0 ? 'None' : firstNumber(part)} of ${numberWords(whole)} ${words} missed a tenth or more`
}

/** Of looked-after children in England, those who missed a tenth or more; null where none of ours stand beside them. */
export interface InEngland {
  readonly published: Benchmark
  /** In whole per cent. */
  readonly theirs: number
  /** That ours are a larger or a smaller share, in a sentence; null where that would say more than the numbers bear. */
  readonly claim: string | null
}

/**
 * More or fewer is said of a year that is over, of children enough, and where more of them than the threshold make the
 * difference.
 */
export function tenthInEngland(from: Writing): InEngland | null {
  const { read, publishedFor } = from
  const ours = shareOf(from, 'persistent', 'looked-after')
  const published = publishedFor('looked-after').find(({ area }) => area === 'England')
  if (ours === null || published === undefined || published.persistent === null) return null
  const [part, whole] = [
    exactOf(from, 'persistent', 'looked-after')!,
    exactOf(from, 'counted', 'looked-after')!,
  ]
  const theirs = Math.round(published.persistent)
  const apart = part - (whole * published.persistent) / 100
  const isClear = whole >= FEWEST_TO_COMPARE && Math.abs(apart) > read.threshold && isYearOver(from)
  const claim = `${percent(ours)} of the ${numberWords(whole)} looked-after children here missed a tenth or more of their sessions, ${apart > 0 ? 'a larger' : 'a smaller'} share than in England, where ${tenthOf(theirs, published)}.`
  return { published, theirs, claim: isClear ? claim : null }
}

/** `28 % of children looked after … missed a tenth or more (2024/25, full year)`. */
export const tenthOf = (theirs: number, published: Benchmark): string =>
  `${percent(theirs)} of ${publishedWho(published)} missed a tenth or more (${publishedWhen(published)})`
