import { capital, dateWords } from '../../engine/words.ts'
import { firstNumber, things } from '../words/numbers.ts'
import { longDay } from '../words/days.ts'
import type { ReportChart } from '../shapes.ts'
import { endedTerms, notInTerm, planTermOf } from './plan-spans.ts'
import { thisTerm } from './this-term.ts'
import type { Writing } from './writing.ts'

const PLAN = ['plan', 'plans'] as const

type Row = Extract<ReportChart, { kind: 'marks' }>['rows'][number]

function closedRow(from: Writing): readonly Row[] {
  const { read } = from
  const missed = notInTerm(read, 'pep.closed')
  const due = read.exact('pep.closed.due')
  if (missed === null || due === null || due === 0) return []
  const { words, only, lastDay } = endedTerms(from)
  return [
    {
      label: `${capital(only === null ? words : `${only} term`)} to ${longDay(lastDay)}`,
      marks: [
        { what: 'broken', word: 'not in the term', count: missed },
        { what: 'met', word: 'completed in the term', count: due - missed },
      ],
    },
  ]
}

function termRow(from: Writing): readonly Row[] {
  const term = planTermOf(from)
  if (term === null) return []
  const due = from.read.exact(`pep.${term}.due`)
  const toDo = from.read.exact(`pep.${term}.to-do`)
  if (due === null || toDo === null || due === 0 || toDo > due) return []
  return [
    {
      label: `${term.charAt(0).toUpperCase()}${term.slice(1)} term, to ${dateWords(from.on)}`,
      marks: [
        { what: 'due', word: 'still to complete', count: toDo },
        { what: 'met', word: 'completed', count: due - toDo },
      ],
    },
  ]
}

const said = (row: Row) =>
  `${row.label}: ${row.marks.map(({ count, word }) => `${count} ${word}`).join(', ')}.`

/** The finding of the first row drawn. */
function titleOf(from: Writing): string {
  const missed = notInTerm(from.read, 'pep.closed')
  const due = from.read.exact('pep.closed.due')
  if (missed !== null && due !== null && due > 0)
    return missed === 0
      ? 'Every plan that was due was completed in its term'
      : `${firstNumber(missed)} of ${things(due, PLAN)} ${missed === 1 ? 'was' : 'were'} not completed in ${missed === 1 ? 'its' : 'their'} term`
  return thisTerm(from)?.replace(/\.$/, '') ?? 'Plans of this term'
}

/** One mark a plan, for the spans of time whose numbers are all shown exactly; none where none is. */
export function planChart(from: Writing): readonly ReportChart[] {
  const rows = [...closedRow(from), ...termRow(from)].map((row) => ({
    ...row,
    marks: row.marks.filter(({ count }) => count > 0),
  }))
  if (rows.length === 0) return []
  return [
    {
      name: 'plans',
      kind: 'marks',
      title: titleOf(from),
      alt: rows.map(said).join(' '),
      rows,
      note: 'One mark is one plan.',
    },
  ]
}
