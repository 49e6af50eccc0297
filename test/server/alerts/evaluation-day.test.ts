import { expect, it } from 'vitest'
import { evaluationDay } from '../../../server/alerts/evaluation-day.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { aCalendar, noCalendar } from '../../support/build/a-calendar.ts'

const day = (demonstration: 0 | 1, today: string, calendar = aCalendar()) =>
  evaluationDay({ demonstration }, calendar, isoDate(today))

it('a school is worked out as at today, in the holidays too', () => {
  expect(day(0, '2026-03-13')).toBe('2026-03-13')
  expect(day(0, '2026-04-02')).toBe('2026-04-02')
})

it('the demonstration stays on its last school day in the holidays', () => {
  expect(day(1, '2026-03-13')).toBe('2026-03-13')
  expect(day(1, '2026-04-02')).toBe('2026-03-27')
})

it('a demonstration without a calendar is worked out as at today', () => {
  expect(day(1, '2026-04-02', noCalendar)).toBe('2026-04-02')
})
