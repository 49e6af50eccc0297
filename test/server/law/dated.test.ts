import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { dated, valueOn } from '../../../server/law/dated.ts'

describe('a value through time', () => {
  const limit = dated({ '2024-08-19': 10, '2018-02-26': 12 }, 'sessions', 'attendance-guidance')

  it('changes on the first day of the new one', () => {
    expect(limit.on(isoDate('2024-08-18'))).toBe(12)
    expect(limit.on(isoDate('2024-08-19'))).toBe(10)
    expect(limit.on(isoDate('2024-08-20'))).toBe(10)
    expect(limit.latest).toBe(10)
  })

  it('does not exist before the first', () => {
    expect(limit.on(isoDate('2018-02-25'))).toBeNull()
    expect(limit.on(isoDate('2018-02-26'))).toBe(12)
  })

  it('keeps its history in order, with its unit and source', () => {
    expect(limit.history.map(({ from, value }) => `${from} ${value}`)).toEqual([
      '2018-02-26 12',
      '2024-08-19 10',
    ])
    expect(limit).toMatchObject({ unit: 'sessions', source: 'attendance-guidance' })
  })

  it('is the latest where no day is asked for, or none was in force', () => {
    expect(valueOn(limit, undefined)).toBe(10)
    expect(valueOn(limit, isoDate('2020-01-01'))).toBe(12)
    expect(valueOn(limit, isoDate('2010-01-01'))).toBe(10)
  })

  it('needs a value and real days', () => {
    expect(() => dated({}, 'sessions', 'local-policy')).toThrow(RangeError)
    expect(() => dated({ '2026-02-30': 1 }, 'sessions', 'local-policy')).toThrow('2026-02-30')
  })
})
