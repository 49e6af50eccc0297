import { latestSuspensions } from '../../law/benchmarks.ts'
import { groupWords, reportGroups } from '../figures.ts'
import type { ReportChart, ReportTable } from '../shapes.ts'
import { changeBetween, everyTime, shareOf, thereWere } from '../words/claims.ts'
import { yearSoFar } from '../words/days.ts'
import { isShownLarge } from '../words/group-size.ts'
import { CHILDREN, firstNumber, firstSpan, numberWords, spanSchoolDays, things } from '../words/numbers.ts'
import { listTable, tableOfGroups } from '../words/tables.ts'
import { besideLastYear, yearBefore } from './beside-last-year.ts'
import { section, sentencesOf, type Writing, type WriteSection } from './writing.ts'

const ALL = 'suspension.children.all'

/** How many were suspended, as a sentence; null where that is neither printed nor known. */
export function suspended(from: Writing): string | null {
  const words = firstSpan(from.read.span(ALL), CHILDREN)
  return words === null ? null : `${headlineOf(from)}.`
}

function headlineOf({ read }: Writing): string {
  const all = read.shown(ALL)
  if (all.as === 'unknown') return 'It cannot be said how many children were suspended'
  const words = firstSpan(read.span(ALL), ['child in this report', 'children in this report'])
  if (words === null) return 'How many children in this report were suspended is not printed'
  const verb = read.exact(ALL) === 0 || read.exact(ALL) === 1 || read.span(ALL).to === 1 ? 'was' : 'were'
  const days = spanSchoolDays(read.span('suspension.half-days.all'))
  const isSome = read.span(ALL).from > 0
  return `${words} ${verb} suspended${isSome && days !== null ? `, for ${days} in all` : read.span(ALL).from === 0 && all.as === 'range' ? ', which may be none' : ''}`
}

/** Those suspended more than once, and what looked-after children have of all of it, where there certainly are some. */
function whoThey({ read }: Writing): readonly string[] {
  if (read.span(ALL).from === 0) return []
  const again = read.exact('suspension.repeat.all')
  const isTold = isShownLarge(read, 'looked-after')
  const ours = isTold ? read.exact('suspension.children.looked-after') : null
  const times = isTold ? read.exact('suspension.times.looked-after') : null
  const days = spanSchoolDays(read.span('suspension.half-days.looked-after'))
  return sentencesOf(
    again === null
      ? null
      : `${again === 0 ? 'None' : firstNumber(again)} of them ${again === 1 ? 'was' : 'were'} suspended more than once.`,
    ours === null
      ? null
      : `${ours === 0 ? 'None' : firstNumber(ours)} of them ${ours === 1 ? 'is' : 'are'} counted as looked after.`,
    times === null || times === 0 || days === null
      ? null
      : `Looked-after children were suspended ${times === 1 ? 'once' : `${numberWords(times)} times`}, for ${days}.`,
  )
}

/** Whether the Virtual School or the social worker was asked before, as far as it may be said. */
function wasAskedBefore({ read }: Pick<Writing, 'read'>) {
  return shareOf(read.span('suspension.decided'), read.span('suspension.asked'))
}

export function askedBefore(from: Writing): string | null {
  const share = wasAskedBefore(from)
  const start = 'It is recorded that the Virtual School or the social worker was asked before'
  const who = 'of a child with a social worker'
  switch (share.of) {
    case 'every':
      return `${start} every suspension ${who}.`
    case 'so-many':
      return `${start} ${numberWords(share.part)} of ${numberWords(share.whole)} suspensions of children with a social worker.`
    case 'not-every':
      return `It is not recorded for every suspension ${who} that the Virtual School or the social worker was asked before.`
    case 'most':
      return `${start} ${share.isEvery === null ? 'most' : 'most but not all'} suspensions of children with a social worker.`
    case 'none':
      return `${start} no suspension ${who}.`
    case 'nothing':
    case 'unsaid':
      return null
  }
}

function forGood({ read }: Writing): string | null {
  const shown = read.shown('suspension.permanent')
  if (shown.as === 'exact')
    return shown.value === 0
      ? 'No child was permanently excluded.'
      : `${firstNumber(shown.value)} ${shown.value === 1 ? 'child was' : 'children were'} permanently excluded.`
  if (shown.as === 'range' && shown.from > 0)
    return `${firstSpan(shown, CHILDREN)} ${shown.to === 1 ? 'was' : 'were'} permanently excluded.`
  if (shown.as === 'range' && shown.to !== null)
    return `Whether any child was permanently excluded is not printed: the number is ${numberWords(shown.to)} or fewer, and may be none.`
  return null
}

function chartOf({ read, year, on }: Writing): readonly ReportChart[] {
  const rows = reportGroups.flatMap((group) => {
    const value = read.exact(`suspension.children.${group}`)
    return value === null || !isShownLarge(read, group)
      ? []
      : [{ label: groupWords[group], from: value, to: value, isOurs: true }]
  })
  const all = read.exact(ALL)
  if (all === null || all === 0 || rows.length < 2) return []
  return [
    {
      name: 'suspended',
      kind: 'bars',
      title: `${firstNumber(all)} ${all === 1 ? 'child in this report was' : 'children in this report were'} suspended`,
      alt: `Children suspended: ${rows.map((row) => `${row.label} ${row.from}`).join('; ')}.`,
      unit: 'children',
      rows,
      note: `${yearSoFar(year, on)}. Small groups, and those whose number is not printed exactly, are left out.`,
    },
  ]
}

const MOST_QUESTIONS = 2
const ofGroup = ['children', 'times', 'half-days'] as const

/** What of suspensions stands beside last year: of looked-after children where they are not few, and of all. */
const yearsOf = ({ read }: Writing): readonly string[] => [
  ...(['looked-after', 'all'] as const)
    .filter((group) => isShownLarge(read, group))
    .flatMap((group) => ofGroup.map((what) => `suspension.${what}.${group}`)),
  'suspension.decided',
  'suspension.asked',
  'suspension.permanent',
]

/** The children suspended, beside the number that last year’s report printed of the same part of the year. */
function changedSince(from: Writing): string | null {
  const change = changeBetween(from.read, from.read.exact(ALL), yearBefore(from, ALL))
  if (change === null) return null
  if (change.is === 'as-many' && change.before === 0) return 'None was suspended in the year before either.'
  if (change.is === 'as-many') return 'In all, as many children were suspended as in the year before.'
  if (change.is === 'too-little')
    return `In the year before, ${things(change.before, CHILDREN)} ${change.before === 1 ? 'was' : 'were'} suspended; the difference is too small to read anything into.`
  return `In all, ${numberWords(change.by)} ${change.is} children were suspended than in the year before, when ${thereWere(change.before)}.`
}

/** What is published, each with its year: of other children than these, so that nothing is read from the difference. */
function published({ year }: Writing): readonly ReportTable[] {
  const found = latestSuspensions(year)
  if (found.length === 0) return []
  return [
    {
      id: 'suspension-published',
      caption: 'What is published of suspensions in England',
      columns: ['What', 'England', 'Year'],
      rows: found.map((each) => ({
        label: each.what,
        cells: [
          {
            figure: `published.suspension.${each.unit}`,
            unit: each.unit,
            shown: { as: 'exact', value: each.value },
          },
          { text: each.year },
        ],
      })),
      note: 'Children in need: neither looked after nor on a protection plan. These are other children and other years than those of this report: they show what is usual in England, not what to aim for.',
    },
  ]
}

/** Of suspensions of which nothing calls for a question of its own. */
function usualQuestion({ read }: Writing): string {
  const { from, to } = read.span(ALL)
  if (from > 0) return 'What had been tried before each suspension, and who had been asked?'
  return to === 0
    ? 'What keeps these children in lessons here, and would it hold if one adult left?'
    : 'What do staff do here in the hour before a suspension is thought of?'
}

/** 7 Suspension and exclusion: children, times and days, and who was told before. */
export const suspension: WriteSection = (from) => {
  const { read, year, on } = from
  const why = read.whyUnknown(ALL)
  const again = read.span('suspension.repeat.all').from > 0
  const questions = [
    ...(read.span('suspension.permanent').from > 0
      ? ['Before a permanent exclusion, what had been tried, and who was asked to help?']
      : []),
    ...(everyTime(wasAskedBefore(from)) === false
      ? ['What would make sure that the Virtual School or the social worker is asked before each decision?']
      : []),
    ...(again ? ['For a child suspended more than once, what changed after the first time?'] : []),
  ].slice(0, MOST_QUESTIONS)
  return section({
    headline: headlineOf(from),
    sentences: sentencesOf(
      ...(why === null ? whoThey(from) : [why]),
      changedSince(from),
      askedBefore(from),
      forGood(from),
    ),
    tables: [
      ...tableOfGroups(read, {
        id: 'suspension',
        caption: `Suspensions by this school, ${yearSoFar(year, on)}`,
        columns: [
          { head: 'Children', figure: (group) => `suspension.children.${group}` },
          { head: 'More than once', figure: (group) => `suspension.repeat.${group}` },
          { head: 'Suspensions', figure: (group) => `suspension.times.${group}` },
          { head: 'School days', figure: (group) => `suspension.half-days.${group}` },
        ],
        note: 'A lunchtime counts as half a day.',
      }),
      ...listTable(read, {
        id: 'suspension-other',
        caption: 'Before a suspension, and other ways out of the classroom',
        head: 'What',
        column: 'Number',
        figures: [
          'suspension.decided',
          'suspension.asked',
          'suspension.stayed',
          'suspension.permanent',
          'suspension.cancelled',
          'suspension.off-site',
          'suspension.managed-move',
          'suspension.part-time',
          'suspension.sent-home',
        ],
        note: null,
      }),
      ...besideLastYear(from, {
        id: 'suspension-years',
        caption: 'Suspensions of this year and the last',
        rows: yearsOf(from).map((figure) => ({ figure })),
      }),
      ...published(from),
    ],
    charts: chartOf(from),
    questions: questions.length > 0 ? questions : [usualQuestion(from)],
  })
}
