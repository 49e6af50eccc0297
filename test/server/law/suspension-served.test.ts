import { describe, expect, it } from 'vitest'
import { isoDate, localMinute } from '../../../server/calendar/iso-date.ts'
import { buildSchoolCalendar } from '../../../server/calendar/school-calendar.ts'
import type { SuspensionRow } from '../../../server/law/suspension-days.ts'
import { asServed, servedHalfDays } from '../../../server/law/suspension-served.ts'
import { aCalendar, calendarToSpring, noCalendar, someTermDates } from '../../support/build/a-calendar.ts'

const calendar = aCalendar()

/** From Wednesday 11 March 2026. */
const row = (given: Partial<SuspensionRow> = {}): SuspensionRow => ({
  kind: 'suspension',
  startedOn: isoDate('2026-03-11'),
  startSession: 'AM',
  halfDays: 8,
  ...given,
})

const served = (cancelledAt: string, given: Partial<SuspensionRow> = {}, of = calendar) =>
  servedHalfDays(row(given), localMinute(cancelledAt), of)

describe('what was served of a cancelled suspension', () => {
  it('is nothing before it began', () => {
    expect(served('2026-03-10T16:00')).toBe(0)
    expect(served('2026-03-11T11:59')).toBe(0)
  })

  it('is the morning of the day of cancelling from noon on', () => {
    expect(['11:59', '12:00', '12:01'].map((time) => served(`2026-03-11T${time}`))).toEqual([0, 1, 1])
  })

  it('is the afternoon of the day of cancelling from its end on, 15:30 unless the school says otherwise', () => {
    const afternoon = (time: string, given: Partial<SuspensionRow> = {}, of = calendar) =>
      served(`2026-03-11T${time}`, given, of)
    const times = ['15:29', '15:30', '15:31', '23:59']
    expect(times.map((time) => afternoon(time))).toEqual([1, 2, 2, 2])
    expect(times.map((time) => afternoon(time, { startSession: 'PM' }))).toEqual([0, 1, 1, 1])
    const later = buildSchoolCalendar(someTermDates, 16 * 60)
    expect(['15:59', '16:00', '16:01'].map((time) => afternoon(time, {}, later))).toEqual([1, 2, 2])
  })

  it('is every session of the school days before, over a weekend too', () => {
    expect(served('2026-03-12T08:00')).toBe(2)
    expect(served('2026-03-12T08:00', { startSession: 'PM' })).toBe(1)
    expect(served('2026-03-15T13:00')).toBe(6)
    expect(served('2026-03-15T23:59')).toBe(6)
    expect(served('2026-03-16T12:00')).toBe(7)
  })

  it('is never more than it was long', () => {
    expect(served('2026-03-30T12:00')).toBe(8)
    expect(served('2026-03-16T12:00', { halfDays: 3 })).toBe(3)
  })

  it('is one lunchtime a school day, that of the day itself from noon on', () => {
    const lunchtimes = { kind: 'lunchtime', startSession: null, halfDays: 5 } as const
    expect(served('2026-03-13T11:59', lunchtimes)).toBe(2)
    expect(served('2026-03-13T12:00', lunchtimes)).toBe(3)
    expect(served('2026-03-13T23:59', lunchtimes)).toBe(3)
    expect(served('2026-03-30T12:00', lunchtimes)).toBe(5)
  })

  it('is every session up to the cancelling of a permanent exclusion', () => {
    expect(served('2026-03-16T12:00', { kind: 'permanent', halfDays: null })).toBe(7)
  })

  it('is nothing in a holiday, also before the first known day of school and after the last', () => {
    expect(served('2026-02-19T12:00', { startedOn: isoDate('2026-02-16') })).toBe(0)
    expect(served('2024-09-01T12:00', { startedOn: isoDate('2024-09-01') })).toBe(0)
    expect(served('2026-08-04T12:00', { startedOn: isoDate('2026-07-27') })).toBe(0)
  })

  it('is every weekday where nobody knows the days of school', () => {
    expect(served('2026-03-16T12:00', {}, noCalendar)).toBe(7)
    expect(served('2026-03-12T08:00', { startSession: 'PM' }, noCalendar)).toBe(1)
    expect(served('2026-03-12T15:30', { startSession: 'PM' }, noCalendar)).toBe(3)
    const spring = { startedOn: isoDate('2026-03-26'), halfDays: 20 }
    expect(served('2026-04-14T12:00', spring, calendarToSpring)).toBe(20)
  })
})

describe('a row as it was served', () => {
  it('is the row itself when nobody cancelled it', () => {
    const standing = { ...row(), cancelledAt: null }
    expect(asServed(standing, calendar)).toBe(standing)
  })

  it('has a number of half days when a permanent exclusion was cancelled', () => {
    const cancelled = {
      ...row({ kind: 'permanent', halfDays: null }),
      cancelledAt: localMinute('2026-03-12T09:00'),
    }
    expect(asServed(cancelled, calendar).halfDays).toBe(2)
  })
})
