import { expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { schoolDaysBefore } from '../../../server/engine/school-days-before.ts'
import { aCalendar } from '../../support/build/a-calendar.ts'

const calendar = aCalendar()
const before = (day: string, n: number) => schoolDaysBefore(calendar, isoDate(day), n)

it('counts back in school days, over weekends and half-terms', () => {
  expect(before('2026-03-12', 2)).toBe('2026-03-10')
  expect(before('2026-03-09', 2)).toBe('2026-03-05')
  expect(before('2026-02-23', 2)).toBe('2026-02-12')
  expect(before('2026-03-12', 0)).toBe('2026-03-12')
})

it('counts from the next school day where the day itself is none', () => {
  expect(before('2026-03-14', 1)).toBe('2026-03-13')
})

it('knows no day past the known calendar', () => {
  expect(before('2027-03-12', 2)).toBeNull()
})
