import { describe, expect, it } from 'vitest'
import { dayLineSeries } from '../../../web/charts/day-line-series.ts'
import { yearAxis } from '../../../web/charts/year-axis.ts'

const WEEK = ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13']
const NEXT = ['2026-03-16', '2026-03-17']
const AFTER_EASTER = ['2026-04-13', '2026-04-14']

const gapBefore = (days: readonly string[], at: number, width = 1000) => {
  const { lefts, unit } = yearAxis(days, width, 0.5, 3)
  return ((lefts[at] ?? 0) - (lefts[at - 1] ?? 0)) / unit - 1
}

describe('school days on one axis', () => {
  it('stand side by side within a week', () => {
    expect(gapBefore(WEEK, 2)).toBeCloseTo(0)
  })

  it('leave a small gap for a weekend, also one with a bank holiday, and a wide one for a holiday', () => {
    expect(gapBefore([...WEEK, ...NEXT], 5)).toBeCloseTo(0.5)
    expect(gapBefore(['2026-04-30', '2026-05-01', '2026-05-05'], 2)).toBeCloseTo(0.5)
    expect(gapBefore([...NEXT, ...AFTER_EASTER], 2)).toBeCloseTo(3)
  })

  it('leave no gap for a single day off inside a week', () => {
    expect(gapBefore(['2026-03-09', '2026-03-11'], 1)).toBeCloseTo(0)
  })

  it('fill the width exactly', () => {
    const days = [...WEEK, ...NEXT, ...AFTER_EASTER]
    const axis = yearAxis(days, 640)
    expect((axis.lefts.at(-1) ?? 0) + axis.unit).toBeCloseTo(640)
    expect(axis.holidays).toHaveLength(1)
  })

  it('put a day without school at the next one, or at the end', () => {
    const axis = yearAxis([...WEEK, ...NEXT], 700)
    expect(axis.leftOf('2026-03-14')).toBe(axis.leftOf('2026-03-16'))
    expect(axis.leftOf('2026-03-08')).toBe(0)
    expect(axis.leftOf('2026-04-01')).toBe(700)
    expect(axis.rightOf('2026-03-15')).toBe(axis.rightOf('2026-03-13'))
    expect(axis.rightOf('2026-03-08')).toBe(0)
    expect(axis.rightOf('2026-04-01')).toBeCloseTo(700)
  })

  it('can be empty', () => {
    expect(yearAxis([], 500).leftOf('2026-03-13')).toBe(500)
  })
})

describe('the day line', () => {
  const ticks = (path: string) => path.split('M').length - 1

  it('has one tick a school day: done before today, ahead after it', () => {
    const { done, ahead, today } = dayLineSeries([...WEEK, ...NEXT], '2026-03-13', 100, 8)
    expect(ticks(done)).toBe(4)
    expect(ticks(ahead)).toBe(2)
    expect(today).not.toBeNull()
  })

  it('has no today on a day without school', () => {
    const { done, ahead, today } = dayLineSeries([...WEEK, ...NEXT], '2026-03-14', 100, 8)
    expect([ticks(done), ticks(ahead), today]).toEqual([5, 2, null])
  })
})
