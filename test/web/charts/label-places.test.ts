import { expect, it } from 'vitest'
import { labelPlaces, rowsOf } from '../../../web/charts/label-places.ts'

const thing = (x: number, words: string, width = 10) => ({ x, width, words })

it('puts words at the right where there is room', () => {
  expect(labelPlaces([thing(100, 'four days')], 400)).toEqual([{ x: 116, anchor: 'start' }])
})

it('puts words at the left where the right end is near', () => {
  expect(labelPlaces([thing(380, 'four days')], 400)[0]?.anchor).toBe('end')
})

it('covers neither another thing nor the upright line', () => {
  expect(labelPlaces([thing(100, 'four days'), thing(150, '')], 400)[0]?.anchor).toBe('end')
  expect(labelPlaces([thing(100, 'four days')], 400, 130)[0]?.anchor).toBe('end')
})

it('keeps two labels apart', () => {
  const [first, second] = labelPlaces([thing(100, 'four days'), thing(200, 'two days more')], 400)
  expect(first).toEqual({ x: 116, anchor: 'start' })
  expect(second).toEqual({ x: 216, anchor: 'start' })
  const [, squeezed] = labelPlaces([thing(100, 'four days'), thing(180, 'two days more')], 200)
  expect(squeezed).toBeNull()
})

it('leaves words out where there is no room at all', () => {
  expect(labelPlaces([thing(20, 'a long label for so narrow a lane')], 60)).toEqual([null])
})

it('stacks spans that overlap, and puts one that begins where another ends beside it', () => {
  const span = (x: number, width: number) => ({ x, width })
  expect(rowsOf([span(0, 100), span(50, 20), span(70, 10), span(100, 10)])).toEqual([0, 1, 1, 0])
})
