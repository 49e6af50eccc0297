import fc from 'fast-check'
import { expect, it } from 'vitest'
import { academicYearOf, dayNumber, daysBetween, weekday, weekNumber } from '../../web/days.ts'

const DAY = 86_400_000

it('numbers days as the calendar does, over leap years and centuries', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 80_000 }), (number) => {
      const day = new Date(number * DAY).toISOString().slice(0, 10)
      expect(dayNumber(day)).toBe(number)
    }),
  )
})

it('begins the week on Monday', () => {
  expect(weekday('2026-03-13')).toBe(4)
  expect(weekday('2026-03-16')).toBe(0)
  expect(weekday('1969-12-29')).toBe(0)
})

it('gives Sunday to the week before and Monday to the next', () => {
  expect(weekNumber('2026-03-15')).toBe(weekNumber('2026-03-09'))
  expect(weekNumber('2026-03-16')).toBe(weekNumber('2026-03-15') + 1)
})

it('counts days over the end of February', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1)
})

it('begins the academic year on 1 September', () => {
  expect(academicYearOf('2026-08-31')).toBe(2025)
  expect(academicYearOf('2026-09-01')).toBe(2026)
})
