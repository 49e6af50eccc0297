import { groupWords, reportGroups, type ReportGroup } from '../figures.ts'
import type { ReportChart } from '../shapes.ts'
import { shareOf } from '../words/claims.ts'
import { yearSoFar } from '../words/days.ts'
import { isShownLarge } from '../words/group-size.ts'
import { CHILDREN, firstSpan, numberWords, percent } from '../words/numbers.ts'
import { onlyOf } from '../words/reader.ts'
import { tableOfGroups } from '../words/tables.ts'
import {
  besideChart,
  besideTable,
  oursLabel,
  publishedLabel,
  publishedSources,
  tenthInEngland,
  tenthOf,
  type InEngland,
} from './absence-beside.ts'
import { besideLastYear, yearBefore } from './beside-last-year.ts'
import { publishedWhen, publishedWho } from './absence-context.ts'
import { section, sentencesOf, type Writing, type WriteSection } from './writing.ts'

const rateOf = (group: ReportGroup | 'everyone') => `attendance.rate.${group}`

const who: Readonly<Record<'looked-after' | 'all', string>> = {
  'looked-after': 'Looked-after children',
  all: 'Children in this report',
}

const IN_SENTENCE = { 'looked-after': 'looked-after children', all: 'all its children' } as const
const ONE_OF = { 'looked-after': 'looked-after child', all: 'child in this report' } as const
const MANY_OF = { 'looked-after': 'looked-after children', all: 'children in this report' } as const

/** The first of looked-after children and all of the report whose rate is shown. */
const told = ({ read }: Writing): 'looked-after' | 'all' | null =>
  (['looked-after', 'all'] as const).find((group) => read.exact(rateOf(group)) !== null) ?? null

function persistent({ read }: Writing, group: ReportGroup): string | null {
  const share = shareOf(read.span(`attendance.counted.${group}`), read.span(`attendance.persistent.${group}`))
  switch (share.of) {
    case 'so-many':
      return `${share.part === 0 ? 'none' : numberWords(share.part)} of ${numberWords(share.whole)} missed a tenth or more`
    case 'none':
      return 'none of them missed a tenth or more'
    case 'every':
    case 'not-every':
    case 'most':
    case 'nothing':
    case 'unsaid':
      return null
  }
}

function headlineOf(from: Writing): string {
  const group = told(from)
  if (group !== null) {
    const tenth = persistent(from, group)
    const missed = `${who[group]} missed ${percent(from.read.exact(rateOf(group))!)} of their sessions`
    return tenth === null ? missed : `${missed}; ${tenth}`
  }
  if (from.read.whyUnknown(rateOf('looked-after')) !== null)
    return 'It cannot be said how much school looked-after children missed'
  const tenth = persistent(from, 'all')
  return tenth === null
    ? 'How much school looked-after children missed is not printed'
    : `Of the children in this report, ${tenth.replace('none of them', 'none')} of their sessions`
}

/** How many children are counted, and what that means for the number. */
function counted({ read }: Writing, group: 'looked-after' | 'all'): string | null {
  const span = read.span(`attendance.counted.${group}`)
  const words = firstSpan(span, CHILDREN)
  if (words === null) return null
  const n = onlyOf(span)
  if (n === null || n >= 30) return `${words} are counted here.`
  const weight = Math.round(100 / n)
  return `${words} ${n === 1 ? 'is' : 'are'} counted here, so each weighs about ${numberWords(weight)} ${weight === 1 ? 'point' : 'points'} in our share.`
}

/** Who missed a tenth or more, where the headline does not say it. */
function missedTenth({ read }: Writing, group: 'looked-after' | 'all'): string | null {
  if (!isShownLarge(read, group)) return null
  const [n, many] = [read.exact(`attendance.counted.${group}`), read.span(`attendance.persistent.${group}`)]
  const exact = onlyOf(many)
  if (n !== null && n > 0 && exact !== null)
    return `Of ${numberWords(n)} ${n === 1 ? ONE_OF[group] : MANY_OF[group]}, ${numberWords(exact)} missed a tenth or more of their sessions.`
  const words = many.from === 0 ? null : firstSpan(many, [ONE_OF[group], MANY_OF[group]])
  return words === null ? null : `${words} missed a tenth or more of their sessions.`
}

/** The same of both groups that the headline does not tell of; in one sentence where one number would stand in two. */
function missedTenths(from: Writing, inHeadline: 'looked-after' | 'all' | null): readonly string[] {
  const left = (['looked-after', 'all'] as const).filter((group) => group !== inHeadline)
  const [ours, all] = left.map((group) => from.read.span(`attendance.persistent.${group}`))
  const said = left.map((group) => missedTenth(from, group))
  const isTwice = ours !== undefined && all !== undefined && ours.from === all.from && ours.to === all.to
  if (isTwice && onlyOf(all) === null && said.every((sentence) => sentence !== null))
    return [`${said[1]!.replace(/\.$/, '')}, looked-after children among them.`]
  return sentencesOf(...said)
}

/** Two shares are near within one point; apart where no single child of ours can make the difference. */
const NEAR = 1
const LEAST_APART = 2

function beside(from: Writing, tenth: InEngland | null): string | null {
  const { read, publishedFor } = from
  const ours = read.exact(rateOf('looked-after'))
  const england = publishedFor('looked-after').find(({ area }) => area === 'England')
  if (ours === null || england === undefined)
    return tenth === null || tenth.claim !== null
      ? null
      : `In England, ${tenthOf(tenth.theirs, tenth.published)}.`
  const theirs = Math.round(england.overall)
  const n = read.exact('attendance.counted.looked-after')
  const also =
    tenth === null || tenth.claim !== null
      ? ''
      : `, and ${percent(tenth.theirs)} of them missed a tenth or more`
  const words = `${publishedWho(england)} missed ${percent(theirs)}${also} (${publishedWhen(england)})`
  const apart = Math.abs(ours - theirs)
  if (apart <= NEAR) return `That is about as much as in England, where ${words}.`
  if (n === null || apart <= Math.max(LEAST_APART, Math.ceil(100 / n))) return `In England, ${words}.`
  return `That is ${ours > theirs ? 'more' : 'less'} than in England, where ${words}.`
}

function chartOf(from: Writing): readonly ReportChart[] {
  const { read, publishedFor, year, on } = from
  const groups = [...reportGroups, 'everyone'] as const
  const shown = groups.filter((group) => read.exact(rateOf(group)) !== null)
  const rows = shown.flatMap((group) => {
    const value = read.exact(rateOf(group))!
    return [
      { label: oursLabel(group), from: value, to: value, isOurs: true },
      ...publishedFor(group).map((each) => ({
        label: publishedLabel(each),
        from: Math.round(each.overall),
        to: Math.round(each.overall),
        isOurs: false,
      })),
    ]
  })
  if (rows.length < 2) return []
  const sources = publishedSources(shown.flatMap(publishedFor))
  return [
    {
      name: 'absence',
      kind: 'bars',
      title: titleOf(from, shown[0]!),
      alt: `Sessions missed: ${rows.map((row) => `${row.label} ${percent(row.from)}`).join('; ')}.`,
      unit: 'percent',
      rows,
      note: `Whole per cent of possible sessions. Here: ${yearSoFar(year, on)}.${sources.length === 0 ? '' : ` Others: ${sources.join('; ')}.`}`,
    },
  ]
}

function titleOf({ read }: Writing, group: ReportGroup | 'everyone'): string {
  const value = percent(read.exact(rateOf(group))!)
  if (group === 'looked-after' || group === 'all') return `${who[group]} missed ${value} of their sessions`
  return group === 'everyone'
    ? `Everybody whose register is here missed ${value} of their sessions`
    : `${groupWords[group]}: ${value} of sessions missed`
}

/** What of attendance stands beside last year: of looked-after children where they are not few, and of all. */
const yearsOf = ({ read }: Writing): readonly string[] =>
  (['looked-after', 'all'] as const)
    .filter((group) => isShownLarge(read, group))
    .flatMap((group) => ['rate', 'persistent', 'severe'].map((what) => `attendance.${what}.${group}`))

/** The share of the year before, as last year’s report printed it. */
function missedBefore(from: Writing, group: 'looked-after' | 'all'): string | null {
  const before = yearBefore(from, rateOf(group))
  return before === null ? null : `For ${IN_SENTENCE[group]} last year’s report said ${percent(before)}.`
}

/** 6 Attendance: sessions missed, and who missed a tenth or half of theirs. */
export const attendance: WriteSection = (from) => {
  const { read } = from
  const group = told(from)
  const why = read.whyUnknown(rateOf('looked-after'))
  const inHeadline = persistent(from, group ?? 'all') === null ? null : (group ?? 'all')
  const some = read.span('attendance.persistent.all').from > 0
  const tenth = tenthInEngland(from)
  return section({
    headline: headlineOf(from),
    sentences: sentencesOf(
      why,
      beside(from, tenth),
      group === null ? null : missedBefore(from, group),
      group === null ? null : counted(from, group),
      ...missedTenths(from, inHeadline),
      tenth?.claim ?? null,
    ),
    tables: [
      ...tableOfGroups(read, {
        id: 'attendance',
        caption: `Sessions missed, ${yearSoFar(from.year, from.on)}`,
        columns: [
          { head: 'Children', figure: (row) => `attendance.counted.${row}` },
          { head: 'Sessions missed', figure: (row) => rateOf(row as ReportGroup) },
          { head: 'Missed a tenth or more', figure: (row) => `attendance.persistent.${row}` },
          { head: 'Missed half or more', figure: (row) => `attendance.severe.${row}` },
        ],
        note: 'Shares are whole per cent, for ten children or more.',
      }),
      ...besideLastYear(from, {
        id: 'attendance-years',
        caption: 'Absence of this year and the last',
        rows: yearsOf(from).map((figure) => ({ figure })),
      }),
      ...(why === null ? besideTable(from) : []),
    ],
    charts: [...chartOf(from), ...besideChart(from)],
    questions: [
      'Which of the reasons for absence are in the school’s hands?',
      ...(some ? ['What was tried for the children who miss a tenth or more, and who asked them?'] : []),
    ],
  })
}
