import { expect, it } from 'vitest'
import { classOf, countedChildren } from '../../../../server/api/views/report-numbers.ts'
import { figureWords } from '../../../../server/report/figures.ts'

it('every number of the report is of a class of data', () => {
  for (const id of figureWords.keys()) expect([id, classOf(id) >= 3]).toEqual([id, true])
  expect(classOf('money.received')).toBe(9)
})

it('behind a number stands each child once, in the order of the names, and of numbers that may be read alone', () => {
  const names = ['Ada', 'Ben', 'Cy', 'Dot'].map((name) => ({ id: name.toLowerCase(), name }))
  const figures = [
    { id: 'pep.year.due', children: () => ['cy', 'ada', 'cy'] },
    { id: 'money.spent', children: () => ['dot'] },
    { id: 'numbers.now.all', children: () => ['gone', 'cy'] },
  ]
  const amounts = [{ id: 'attendance.rate.all', by: new Map([['ben', 380]]) }]
  const measures = { figures, amounts } as unknown as Parameters<typeof countedChildren>[0]
  const { children, of } = countedChildren(measures, names, (id) => !id.startsWith('money.'))
  const named = Object.fromEntries(
    Object.entries(of).map(([id, places]) => [id, places.map((place) => children[place]!.name)]),
  )
  expect(named).toEqual({
    'pep.year.due': ['Ada', 'Cy'],
    'numbers.now.all': ['Cy'],
    'attendance.rate.all': ['Ben'],
  })
  expect(children.map(({ name }) => name)).toEqual(['Ada', 'Ben', 'Cy'])
})
