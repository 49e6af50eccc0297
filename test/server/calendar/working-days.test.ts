import { describe, expect, it } from 'vitest'
import { addMonths, isoDate } from '../../../server/calendar/iso-date.ts'
import {
  addWorkingDays,
  isWorkingDay,
  workingDaysBetween,
  workingDaysKnown,
} from '../../../server/calendar/working-days.ts'

describe('the clock that starts when a child comes into care', () => {
  it.each([
    ['2025-09-03', '2025-09-17', '2025-10-01', '2026-01-01', '2026-07-01'],
    ['2026-04-01', '2026-04-17', '2026-05-01', '2026-08-01', '2027-02-01'],
    ['2026-05-22', '2026-06-08', '2026-06-22', '2026-09-22', '2027-03-22'],
    ['2026-12-21', '2027-01-07', '2027-01-21', '2027-04-21', '2027-10-21'],
  ])('on %s runs to %s, %s, %s and %s', (entry, initiated, available, second, third) => {
    const start = isoDate(entry)
    const firstReview = addWorkingDays(start, 20)
    expect(addWorkingDays(start, 10)).toBe(initiated)
    expect(firstReview).toBe(available)
    expect(firstReview && addMonths(firstReview, 3)).toBe(second)
    expect(firstReview && addMonths(addMonths(firstReview, 3), 6)).toBe(third)
  })
})

describe('a working day', () => {
  it('is no Saturday, Sunday, bank holiday or Good Friday', () => {
    expect(isWorkingDay(isoDate('2026-04-02'))).toBe(true)
    expect(isWorkingDay(isoDate('2026-04-03'))).toBe(false)
    expect(isWorkingDay(isoDate('2026-04-04'))).toBe(false)
    expect(isWorkingDay(isoDate('2026-04-05'))).toBe(false)
    expect(isWorkingDay(isoDate('2026-04-06'))).toBe(false)
    expect(isWorkingDay(isoDate('2026-04-07'))).toBe(true)
  })

  it('is never 25 December, nor the days that stand in for it at a weekend', () => {
    for (const year of [2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028])
      expect(isWorkingDay(isoDate(`${year}-12-25`)), `${year}`).toBe(false)
    expect(isWorkingDay(isoDate('2021-12-24'))).toBe(true)
    expect(isWorkingDay(isoDate('2021-12-27'))).toBe(false)
    expect(isWorkingDay(isoDate('2021-12-28'))).toBe(false)
    expect(isWorkingDay(isoDate('2021-12-29'))).toBe(true)
  })

  it('is unknown outside the years whose bank holidays are known', () => {
    expect(workingDaysKnown).toEqual({ from: '2020-01-01', to: '2028-12-31' })
    expect(isWorkingDay(isoDate('2019-12-31'))).toBeNull()
    expect(isWorkingDay(isoDate('2020-01-01'))).toBe(false)
    expect(isWorkingDay(isoDate('2028-12-29'))).toBe(true)
    expect(isWorkingDay(isoDate('2029-01-01'))).toBeNull()
  })
})

describe('counting working days', () => {
  it('takes the event as day 0, also at a weekend', () => {
    expect(addWorkingDays(isoDate('2026-03-13'), 0)).toBe('2026-03-13')
    expect(addWorkingDays(isoDate('2026-03-13'), 1)).toBe('2026-03-16')
    expect(addWorkingDays(isoDate('2026-03-14'), 1)).toBe('2026-03-16')
    expect(addWorkingDays(isoDate('2026-03-14'), 0)).toBe('2026-03-14')
  })

  it('gives no day rather than a wrong one past the known years', () => {
    expect(addWorkingDays(isoDate('2028-12-28'), 1)).toBe('2028-12-29')
    expect(addWorkingDays(isoDate('2028-12-29'), 1)).toBeNull()
    expect(addWorkingDays(isoDate('2019-12-31'), 1)).toBeNull()
    expect(workingDaysBetween(isoDate('2019-12-31'), isoDate('2020-01-31'))).toBeNull()
    expect(workingDaysBetween(isoDate('2028-12-01'), isoDate('2029-01-01'))).toBeNull()
  })

  it('includes both ends', () => {
    expect(workingDaysBetween(isoDate('2026-03-13'), isoDate('2026-03-13'))).toBe(1)
    expect(workingDaysBetween(isoDate('2026-03-13'), isoDate('2026-03-16'))).toBe(2)
    expect(workingDaysBetween(isoDate('2026-03-14'), isoDate('2026-03-15'))).toBe(0)
    expect(workingDaysBetween(isoDate('2026-03-16'), isoDate('2026-03-13'))).toBe(0)
  })

  it('leaves of the 2,348 weekdays of nine years all but the 75 bank holidays', () => {
    expect(workingDaysBetween(isoDate('2020-01-01'), isoDate('2028-12-31'))).toBe(2348 - 75)
  })

  it('refuses a number that is none', () => {
    expect(() => addWorkingDays(isoDate('2026-03-13'), -1)).toThrow(RangeError)
    expect(() => addWorkingDays(isoDate('2026-03-13'), 1.5)).toThrow(RangeError)
  })
})
