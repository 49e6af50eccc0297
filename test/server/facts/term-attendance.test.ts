import { expect, it } from 'vitest'
import { academicYear, placeOf } from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { termAsAt, termAttendance } from '../../../server/facts/term-attendance.ts'
import { aCalendar, noCalendar } from '../../support/build/a-calendar.ts'

const calendar = aCalendar()
const year = academicYear('2025/26')
const roll = { admittedOn: '2020-09-01', leftOn: null }
const spring = termAsAt(calendar, isoDate('2026-01-16'))!

/** A register with these marks, by day and session. */
function marksOf(given: readonly (readonly [string, 'AM' | 'PM', string])[]): string {
  const marks = Array.from({ length: 530 }, () => '.')
  for (const [day, session, code] of given) marks[placeOf(year, isoDate(day), session)!] = code
  return marks.join('')
}
const marks = marksOf([
  ['2025-12-18', 'AM', 'O'],
  ['2026-01-06', 'AM', '/'],
  ['2026-01-06', 'PM', 'I'],
  ['2026-01-07', 'AM', 'O'],
])
const counted = (on: string, given: Partial<{ admittedOn: string; leftOn: string | null }> = {}) =>
  termAttendance(marks, calendar, spring, { ...roll, ...given }, isoDate(on))

it('is of the term that holds the day, in the holidays of the one before, and of none before the first', () => {
  expect(termAsAt(calendar, isoDate('2026-01-05'))?.name).toBe('Spring 2026')
  expect(termAsAt(calendar, isoDate('2026-01-04'))?.name).toBe('Autumn 2025')
  expect(termAsAt(calendar, isoDate('2024-08-31'))).toBeNull()
  expect(termAsAt(noCalendar, isoDate('2026-01-05'))).toBeNull()
})

it('counts sessions of the term alone, up to the day', () => {
  expect(counted('2026-01-05')).toBeNull()
  expect(counted('2026-01-06')).toEqual({ possible: 2, absent: 1 })
  expect(counted('2026-01-07')).toEqual({ possible: 3, absent: 2 })
  expect(counted('2026-08-01')).toEqual({ possible: 3, absent: 2 })
})

it('counts only while the child is on roll', () => {
  expect(counted('2026-01-16', { admittedOn: '2026-01-07' })).toEqual({ possible: 1, absent: 1 })
  expect(counted('2026-01-16', { leftOn: '2026-01-06' })).toEqual({ possible: 2, absent: 1 })
})

it('is nothing without a register', () => {
  expect(termAttendance(undefined, calendar, spring, roll, isoDate('2026-01-16'))).toBeNull()
})
