import { expect, it } from 'vitest'
import { unauthorisedSeries, unauthorisedTable } from '../../../web/charts/unauthorised-series.ts'

const child = (name: string, weeks: readonly number[], tell?: string) => ({
  id: name,
  name,
  weeks,
  ...(tell && { tell }),
})

it('reaches the line with ten sessions, not with nine', () => {
  const { rows } = unauthorisedSeries([child('A', [9]), child('B', [1, 9]), child('C', [2, 9])])
  expect(rows.map(({ name, total, isReached }) => [name, total, isReached])).toEqual([
    ['C', 11, true],
    ['B', 10, true],
    ['A', 9, false],
  ])
})

it('ends a bar of ten at the line', () => {
  const { rows, line } = unauthorisedSeries([child('B', [4, 0, 6])])
  const last = rows[0]?.blocks.at(-1)
  expect(rows[0]?.blocks).toHaveLength(2)
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(line)
})

it('leaves out who has none', () => {
  expect(unauthorisedSeries([child('A', [0, 0])]).rows).toEqual([])
})

it('says in its table whom to tell', () => {
  const { rows } = unauthorisedTable([child('A', [10], 'social worker and Virtual School'), child('B', [1])])
  expect(rows).toEqual([
    [{ child: 'A' }, '10', 10, 'social worker and Virtual School'],
    [{ child: 'B' }, '1', 1, '–'],
  ])
})
