import { describe, expect, it } from 'vitest'
import { suspensionDaysSeries, suspensionDaysTable } from '../../../web/charts/suspension-days-series.ts'
import { termLevel, yearLevel } from '../../../web/charts/suspension-level.ts'
import { suspensionMeterSeries } from '../../../web/charts/suspension-meter-series.ts'
import { suspensionMonthSeries, suspensionMonthTable } from '../../../web/charts/suspension-month-series.ts'

describe('lines of suspension, in half days', () => {
  it('are passed by half a day more than 5 and 15 in a term, and not by 5 and 15 themselves', () => {
    expect([9, 10, 11].map(termLevel)).toEqual(['below', 'below', 'past-first'])
    expect([29, 30, 31].map(termLevel)).toEqual(['past-first', 'past-first', 'past-last'])
  })

  it('are passed by half a day more than 45 in a school year', () => {
    expect([89, 90, 91].map(yearLevel)).toEqual(['below', 'below', 'past-last'])
  })
})

describe('the suspension meter', () => {
  it('has 20 school days in a term and 50 in a year', () => {
    const { term, year } = suspensionMeterSeries({ term: 20, year: 50 })
    expect(term.real).toBe(50)
    expect(year.real).toBe(50)
    expect(term.ticks.map(({ at }) => at)).toEqual([25, 75])
    expect(year.ticks.map(({ at }) => at)).toEqual([90])
  })

  it('shows what is proposed after what is real, and judges only what is real', () => {
    const { term } = suspensionMeterSeries({ term: 8, year: 8, proposed: 12 })
    expect(term).toMatchObject({ real: 20, proposed: 30, level: 'below' })
  })

  it('never leaves its track', () => {
    const { term, year } = suspensionMeterSeries({ term: 60, year: 120, proposed: 10 })
    expect(term).toMatchObject({ real: 100, proposed: 0 })
    expect(year).toMatchObject({ real: 100, proposed: 0 })
  })
})

describe('suspension days by child', () => {
  const children = [
    { id: '1', name: 'Aoife', halfDays: [12] },
    { id: '2', name: 'Rhys', halfDays: [10, 10, 11] },
    { id: '3', name: 'Ikram', halfDays: [] },
    { id: '4', name: 'Gurpreet', halfDays: [10] },
  ]

  it('puts the longest first and leaves out who has none', () => {
    const { rows } = suspensionDaysSeries(children)
    expect(rows.map(({ name, total, level }) => [name, total, level])).toEqual([
      ['Rhys', 31, 'past-last'],
      ['Aoife', 12, 'past-first'],
      ['Gurpreet', 10, 'below'],
    ])
  })

  it('draws one block a suspension, end to end', () => {
    const [rhys] = suspensionDaysSeries(children).rows
    expect(rhys?.blocks).toHaveLength(3)
    const [first, second] = rhys?.blocks ?? []
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.x ?? 0)
  })

  it('ends a bar of exactly five days at its line', () => {
    const { rows, mayMeet } = suspensionDaysSeries(children)
    const block = rows.at(-1)?.blocks[0]
    expect((block?.x ?? 0) + (block?.width ?? 0)).toBeCloseTo(mayMeet)
  })

  it('has both lines in the drawing however short the bars are', () => {
    expect(suspensionDaysSeries([]).mustMeet).toBeLessThan(100)
  })

  it('gives school days in its table', () => {
    expect(suspensionDaysTable(children, 'spring term').rows[0]).toEqual([
      { child: 'Rhys' },
      '5 + 5 + 5.5',
      15.5,
    ])
  })
})

describe('suspension days by month', () => {
  const months = [
    { month: '2026-01', first: 3, repeated: 8 },
    { month: '2025-11', first: 2, repeated: 0 },
  ]

  it('puts months in order and keeps one without a suspension as a true zero', () => {
    expect(suspensionMonthSeries(months)).toEqual({
      labels: ['Nov', 'Dec', 'Jan'],
      first: [1, 0, 1.5],
      repeated: [0, 0, 4],
    })
  })

  it('adds up in its table', () => {
    expect(suspensionMonthTable(months).rows.at(-1)).toEqual(['Jan 2026', 1.5, 4, 5.5])
  })

  it('is empty without a suspension', () => {
    expect(suspensionMonthSeries([]).labels).toEqual([])
  })
})
