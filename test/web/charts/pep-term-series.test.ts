import { expect, it } from 'vitest'
import {
  pepTermMarks,
  pepTermSeries,
  pepTermTable,
  type PepState,
} from '../../../web/charts/pep-term-series.ts'

const child = (name: string, state: PepState, detail?: string) => ({
  id: name,
  name,
  state,
  ...(detail && { detail }),
})
const autumn = {
  term: 'Autumn',
  note: 'ended 31 Dec',
  children: [
    child('Ann', 'on-time', 'Done 8 Oct'),
    child('Ben', 'late', 'Late, 8 Jan'),
    child('Cy', 'missing'),
    child('Di', 'not-a-duty'),
    child('Ed', 'not-known'),
  ],
}

it('puts what is to do first and never draws a child for whom the term does not count', () => {
  const [row] = pepTermSeries([autumn])
  expect(row?.marks.map(({ id, mark }) => [id, mark])).toEqual([
    ['Cy', 'breach'],
    ['Ben', 'late'],
    ['Ed', 'no-data'],
    ['Ann', 'met'],
  ])
})

it('tells late from not done, and unknown from done', () => {
  expect(pepTermSeries([autumn])[0]?.summary).toBe(
    '1 not done in time, 1 done late, 1 not known, 1 done in time',
  )
})

it('draws to hold and to complete alike, as to do', () => {
  const spring = { ...autumn, children: [child('Ann', 'to-hold'), child('Ben', 'to-complete')] }
  expect(pepTermSeries([spring])[0]?.marks.map(({ mark }) => mark)).toEqual(['due', 'due'])
  expect(pepTermMarks([spring])).toEqual([{ mark: 'due', word: 'to do' }])
})

it('has a row a child and a column a term in its table', () => {
  const spring = { term: 'Spring', note: '', children: [child('Ann', 'to-hold', 'by 27 Mar')] }
  const { head, rows } = pepTermTable([autumn, spring])
  expect(head).toEqual(['Child', 'Autumn', 'Spring'])
  expect(rows[0]).toEqual([{ child: 'Ann' }, 'done in time: Done 8 Oct', 'to do: by 27 Mar'])
  expect(rows[1]).toEqual([{ child: 'Ben' }, 'done late: Late, 8 Jan', 'not a duty'])
})
