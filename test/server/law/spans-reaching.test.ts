import { describe, expect, it } from 'vitest'
import { greatestRun } from '../../../server/law/attendance.ts'
import { spansReaching } from '../../../server/law/spans-reaching.ts'

const ones = Array.from({ length: 24 }, () => 1)

describe('spans that reach a threshold', () => {
  it('are none while ten consecutive values add up to less', () => {
    expect(spansReaching([0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9], 10, 10)).toEqual({ spans: [], running: 9 })
    expect(spansReaching([], 10, 10)).toEqual({ spans: [], running: 0 })
  })

  it('count ten values together, and not eleven', () => {
    expect(spansReaching([5, 0, 0, 0, 0, 0, 0, 0, 0, 5], 10, 10).spans).toEqual([
      { first: 0, last: 9, sum: 10 },
    ])
    expect(spansReaching([5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5], 10, 10).spans).toEqual([])
  })

  it('begin anew after each, so that no value counts twice', () => {
    expect(spansReaching(ones, 10, 10)).toEqual({
      spans: [
        { first: 0, last: 9, sum: 10 },
        { first: 10, last: 19, sum: 10 },
      ],
      running: 4,
    })
  })

  it('are there exactly when the greatest run reaches the threshold', () => {
    for (const values of [[4, 0, 3, 2], [4, 0, 3, 3], [10], [0], [1, 2, 3, 4, 5, 6]])
      for (const length of [1, 2, 3])
        expect(spansReaching(values, length, 9).spans.length > 0).toBe(greatestRun(values, length) >= 9)
  })
})
