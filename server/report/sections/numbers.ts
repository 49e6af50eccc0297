import { longDay } from '../words/days.ts'
import { because, changeOf, thereWere } from '../words/claims.ts'
import { CHILDREN, firstNumber, firstSpan, spanThings } from '../words/numbers.ts'
import { cellOf, groupTable, listTable, tells } from '../words/tables.ts'
import { noLastYear } from './beside-last-year.ts'
import { section, sentencesOf, type Writing, type WriteSection } from './writing.ts'

const NOW = 'numbers.now.looked-after'
const BEFORE = 'numbers.before.looked-after'

const areLookedAfter = (words: string) =>
  `${words} here ${/^(No|One) child\b/.test(words) ? 'is' : 'are'} looked after by a local authority`

function headlineOf({ read }: Writing): string {
  const words = firstSpan(read.span(NOW), CHILDREN)
  const { from, to } = read.span(NOW)
  if (words !== null) return `${areLookedAfter(words)}${from === 0 && to !== 0 ? ', which may be none' : ''}`
  const all = firstSpan(read.span('numbers.now.all'), CHILDREN)
  if (all !== null) return `${all} on roll ${all.startsWith('One ') ? 'is' : 'are'} counted in this report`
  return read.whyUnknown(NOW) === null
    ? 'How many children here are looked after is not printed'
    : 'It cannot be said how many children here are looked after'
}

function inAll({ read, on }: Writing): string | null {
  const all = spanThings(read.span('numbers.now.all'), CHILDREN)
  if (all === null) return null
  const are = all.startsWith('one child') && read.exact('numbers.now.all') === 1 ? 'is' : 'are'
  return `In all, ${all} on roll on ${longDay(on)} ${are} counted here: looked after now or before, on a child-in-need or protection plan, with a social worker in the past six years, or in kinship care.`
}

function changed({ read }: Writing): string | null {
  const change = changeOf(read, NOW, BEFORE)
  const why = read.whyUnknown(BEFORE)
  if (change === null)
    return why === null || read.whyUnknown(NOW) !== null
      ? null
      : `How many were looked after a year before cannot be said, ${because(why)}.`
  if (change.is === 'as-many') return 'There were as many a year before.'
  if (change.is === 'too-little')
    return `A year before ${thereWere(change.before)}; the difference is too small to read anything into.`
  return `${firstNumber(change.by)} ${change.is} ${change.by === 1 ? 'is' : 'are'} looked after than a year before, when ${thereWere(change.before)}.`
}

function questionsOf({ read }: Writing): readonly string[] {
  const change = changeOf(read, NOW, BEFORE)
  const questions: string[] = []
  if (change?.is === 'more')
    questions.push(
      'More children are looked after than a year ago. Does the designated teacher have more time for them?',
    )
  if (read.span('numbers.other-authority').from > 0)
    questions.push(
      'Where another authority looks after a child, who here knows its Virtual School and its ways?',
    )
  if (questions.length === 0)
    questions.push('How do families learn that they can tell us that a child was looked after before?')
  return questions
}

const stages = ['early', 'ks1', 'ks2', 'ks3', 'ks4', 'post16'] as const
const usual: Partial<Record<Writing['school']['phase'], readonly (typeof stages)[number][]>> = {
  nursery: ['early'],
  primary: ['early', 'ks1', 'ks2'],
  secondary: ['ks3', 'ks4', 'post16'],
}

/** The stages of a school of this phase, and every other that certainly has somebody. */
function stagesOf({ read, school }: Writing): readonly string[] {
  const expected = usual[school.phase] ?? stages
  return stages
    .filter((stage) => expected.includes(stage) || read.span(`numbers.stage.${stage}`).from > 0)
    .map((stage) => `numbers.stage.${stage}`)
}

/** 1 Numbers: who is in the report, by group, beside the year before. */
export const numbers: WriteSection = (from) => {
  const { read, on } = from
  const why = read.whyUnknown(NOW)
  const isMoving = ['numbers.joined', 'numbers.left'].some((id) => tells(cellOf(read, id)))
  return section({
    headline: headlineOf(from),
    sentences: sentencesOf(why, inAll(from), changed(from), noLastYear(from)),
    tables: [
      ...groupTable(read, {
        id: 'numbers',
        caption: `Children on roll on ${longDay(on)}, by group`,
        columns: [
          { head: 'Children', figure: (group) => `numbers.now.${group}` },
          { head: 'A year before', figure: (group) => `numbers.before.${group}` },
          { head: 'In the year', figure: (group) => `numbers.year.${group}` },
        ],
        note: 'Nobody is counted twice: looked after comes first, then a plan, then previously looked after, then a social worker in the past six years. “In the year” counts those who left as well, in the group of their last day.',
      }),
      ...listTable(read, {
        id: 'numbers-looked-after',
        caption: isMoving
          ? 'Looked-after children on roll, and who joined and left'
          : 'Looked-after children on roll',
        head: 'Who',
        column: 'Children',
        figures: [
          'numbers.care-long',
          'numbers.care-short',
          'numbers.own-authority',
          'numbers.other-authority',
          'numbers.joined',
          'numbers.left',
        ],
        note: 'Joined and left count all children in this report.',
      }),
      ...listTable(read, {
        id: 'numbers-stage',
        caption: 'Children on roll, by stage',
        head: 'Stage',
        column: 'Children',
        figures: stagesOf(from),
        note: null,
      }),
    ],
    questions: questionsOf(from),
  })
}
