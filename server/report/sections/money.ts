import { because } from '../words/claims.ts'
import { pounds } from '../words/numbers.ts'
import { rowsTable } from '../words/tables.ts'
import { yearSoFar } from '../words/days.ts'
import { besideLastYear } from './beside-last-year.ts'
import { section, sentencesOf, type Writing, type WriteSection } from './writing.ts'

const funds = [
  { label: 'Looked-after children (pupil premium plus)', row: 'looked-after' },
  { label: 'Previously looked-after children', row: 'previously' },
] as const

const inAndOut = ({ read }: Writing, fund: 'looked-after' | 'previously') => ({
  received: read.exact(`money.${fund}.received`),
  spent: read.exact(`money.${fund}.spent`),
})

function headlineOf(from: Writing): string {
  const { received, spent } = inAndOut(from, 'looked-after')
  if (received === 0 && spent === 0) return 'No pupil premium plus is recorded as received or spent'
  if (received !== null && spent !== null && received > 0 && spent > 0)
    return `${pounds(received)} of pupil premium plus came in and ${pounds(spent)} was spent`
  if (received !== null && spent === 0)
    return `${pounds(received)} of pupil premium plus came in, and none is recorded as spent`
  if (received === 0 && spent !== null)
    return `${pounds(spent)} of pupil premium plus was spent, and none is recorded as received`
  if (received !== null) return `${pounds(received)} of pupil premium plus came in`
  if (spent !== null) return `${pounds(spent)} of pupil premium plus was spent`
  return from.read.whyUnknown('money.looked-after.received') === null
    ? 'How much pupil premium plus came in is not printed'
    : 'It cannot be said how much pupil premium plus came in'
}

function left(from: Writing): string | null {
  const { received, spent } = inAndOut(from, 'looked-after')
  if (received === null || spent === null || received === spent || received * spent === 0) return null
  return received > spent
    ? `${pounds(received - spent)} is not spent yet.`
    : `${pounds(spent - received)} more was spent than came in.`
}

function both(received: number, spent: number): string {
  if (received === 0 && spent === 0) return 'nothing is recorded as received or spent'
  if (spent === 0) return `${pounds(received)} came in, and none is recorded as spent`
  return received === 0
    ? `${pounds(spent)} was spent, and none is recorded as received`
    : `${pounds(received)} came in and ${pounds(spent)} was spent`
}

function previously(from: Writing): string | null {
  const { received, spent } = inAndOut(from, 'previously')
  const why = from.read.whyUnknown('money.previously.received')
  if (received !== null && spent !== null)
    return `For previously looked-after children ${both(received, spent)}.`
  return why === null
    ? null
    : `What came in for previously looked-after children cannot be said, ${because(why)}.`
}

const BESIDE_ITS_CHILDREN =
  'Pupil premium is so much for each child, so a sum is printed only beside the exact number of the children it is for.'

const isHidden = ({ read }: Writing, fund: 'looked-after' | 'previously') =>
  ['received', 'spent'].some((what) => read.shown(`money.${fund}.${what}`).as === 'hidden')

/** 11 Money: pupil premium of the year, received and spent; what it changed only a person can say. */
export const money: WriteSection = (from) => {
  const { read, year, on } = from
  const why = read.whyUnknown('money.looked-after.received')
  return section({
    headline: headlineOf(from),
    sentences: sentencesOf(
      why,
      left(from),
      previously(from),
      isHidden(from, 'looked-after') || isHidden(from, 'previously') ? BESIDE_ITS_CHILDREN : null,
    ),
    tables: [
      ...rowsTable(read, {
        id: 'money',
        caption: `Pupil premium, ${yearSoFar(year, on)}`,
        head: 'For',
        columns: [
          { head: 'Received', figure: (fund) => `money.${fund}.received` },
          { head: 'Spent', figure: (fund) => `money.${fund}.spent` },
        ],
        rows: funds,
        note: 'Pupil premium plus is held by the Virtual School, which decides how much goes to a school.',
      }),
      ...besideLastYear(from, {
        id: 'money-years',
        caption: 'Pupil premium of this year and the last',
        rows: funds.flatMap(({ label, row }) =>
          ['received', 'spent'].map((what) => ({
            figure: `money.${row}.${what}`,
            label: `${label}: ${what}`,
          })),
        ),
      }),
    ],
    asks: 'What the money was spent on and what it changed, told so that no child can be recognised.',
    questions: [
      why === null
        ? 'What did the money change for the children, and how do we know?'
        : 'How much came in for these children, and who here can say what it was spent on?',
    ],
  })
}
