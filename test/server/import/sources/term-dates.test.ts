import { expect, it } from 'vitest'
import { csvOf, problemsOf, readTexts } from '../../../support/read-text.ts'

const read = (...rows: string[]) => readTexts({ 'terms.csv': csvOf('kind,name,first_day,last_day', ...rows) })

it('term dates are read with both days inclusive', async () => {
  const { rows, problems } = await read(
    'term,Autumn 2025,01/09/2025,19/12/2025',
    'INSET,Training,24/10/2025,24/10/2025',
  )
  expect(problems).toEqual([])
  expect(rows['term-dates']).toMatchObject([
    { kind: 'term', name: 'Autumn 2025', firstDay: '2025-09-01', lastDay: '2025-12-19' },
    { kind: 'inset', firstDay: '2025-10-24', lastDay: '2025-10-24' },
  ])
})

it('term dates are refused with days the wrong way round, an unknown kind, or one kind twice from one day on', async () => {
  const result = await read(
    'term,Autumn,2025-12-19,2025-09-01',
    'holiday,Half-term,2025-10-27,2025-10-31',
    'inset,Training,2025-09-01,2025-09-01',
    'bank-holiday,Odd,2025-09-01,2025-09-01',
    'inset,Training again,2025-09-01,2025-09-01',
  )
  expect(problemsOf(result)).toEqual([
    '2 last_day end-before-start',
    '3 kind not-in-list',
    '6 - repeated-row',
  ])
})
