import { describe, expect, it } from 'vitest'
import { isoDate, localMinute } from '../../../server/calendar/iso-date.ts'
import { buildSchoolCalendar } from '../../../server/calendar/school-calendar.ts'
import {
  boardDeadline,
  boardMeetsWithin,
  governorDuty,
  halfDaysOf,
  nextTermThreshold,
  noticeState,
  yearHalfDaysLeft,
  yearLevel,
} from '../../../server/law/suspension.ts'
import { sampleCalendar } from '../../support/term-dates.ts'

const duty = (schoolDays: number) => governorDuty('suspension', halfDaysOf(schoolDays))

describe('the governing board', () => {
  it('considers representations up to five school days in a term', () => {
    expect(duty(0.5)).toBe('consider-representations')
    expect(duty(5)).toBe('consider-representations')
    expect(boardMeetsWithin(duty(5), true)).toBeNull()
  })

  it('meets within 50 school days from five and a half to fifteen, if parents make representations', () => {
    for (const schoolDays of [5.5, 10, 15]) {
      expect(duty(schoolDays)).toBe('meet-50-if-representations')
      expect(boardMeetsWithin(duty(schoolDays), true)).toBe(50)
      expect(boardMeetsWithin(duty(schoolDays), false)).toBeNull()
      expect(boardMeetsWithin(duty(schoolDays), null)).toBe(50)
    }
  })

  it('meets within 15 school days from fifteen and a half, whatever parents say', () => {
    expect(duty(15.5)).toBe('meet-15')
    expect(boardMeetsWithin(duty(15.5), false)).toBe(15)
  })

  it('meets within 15 school days on a permanent exclusion or a missed exam', () => {
    expect(governorDuty('permanent', 0)).toBe('meet-15')
    expect(governorDuty('suspension', 1, { missesExam: true })).toBe('meet-15')
    expect(governorDuty('suspension', 1, { missesExam: false })).toBe('consider-representations')
  })

  it('counts lunchtimes as half days', () => {
    expect(governorDuty('lunchtime', 10)).toBe('consider-representations')
    expect(governorDuty('lunchtime', 11)).toBe('meet-50-if-representations')
  })

  it('has its last day counted from the day after the notice', () => {
    const notice = isoDate('2026-01-14')
    expect(boardDeadline('meet-50-if-representations', notice, sampleCalendar)).toBe('2026-04-15')
    expect(boardDeadline('meet-15', notice, sampleCalendar)).toBe('2026-02-04')
    expect(boardDeadline('meet-50-if-representations', notice, sampleCalendar, false)).toBeNull()
    expect(boardDeadline('consider-representations', notice, sampleCalendar)).toBeNull()
  })

  it('has no last day where the calendar does not reach it', () => {
    expect(boardDeadline('meet-15', isoDate('2026-06-26'), sampleCalendar)).toBe('2026-07-17')
    expect(boardDeadline('meet-15', isoDate('2026-06-29'), sampleCalendar)).toBeNull()
  })
})

describe('telling somebody without delay', () => {
  const decidedAt = localMinute('2026-02-12T15:40')
  const notice = (toldAt: string | null, on = '2026-03-13') =>
    noticeState(toldAt === null ? null : localMinute(toldAt), decidedAt, isoDate(on), sampleCalendar)

  it('is on time on the day of the decision, from its very minute on', () => {
    for (const toldAt of ['2026-02-12T15:40', '2026-02-12T15:41', '2026-02-12T23:59'])
      expect(notice(toldAt)).toEqual({ state: 'on-time', severity: null })
  })

  it('is no notice of it from before the decision, be it by a minute', () => {
    for (const toldAt of ['2026-02-12T15:39', '2026-02-12T00:00', '2026-02-11T09:00'])
      expect(notice(toldAt)).toEqual({ state: 'before-decision', severity: null })
  })

  it('is late but amber up to and including the next school day', () => {
    expect(notice('2026-02-13T00:00')).toEqual({ state: 'late', severity: 'amber' })
    expect(notice('2026-02-13T17:00')).toEqual({ state: 'late', severity: 'amber' })
    expect(notice('2026-02-14T09:00')).toEqual({ state: 'late', severity: 'red' })
  })

  it('skips half-term before it turns red', () => {
    const friday = localMinute('2026-02-13T15:40')
    const told = (toldAt: string) =>
      noticeState(localMinute(toldAt), friday, isoDate('2026-03-13'), sampleCalendar).severity
    expect(told('2026-02-20T09:00')).toBe('amber')
    expect(told('2026-02-23T09:00')).toBe('amber')
    expect(told('2026-02-24T09:00')).toBe('red')
  })

  it('is pending on the day itself and not told after it, with the same colours', () => {
    expect(notice(null, '2026-02-12')).toEqual({ state: 'pending', severity: null })
    expect(notice(null, '2026-02-13')).toEqual({ state: 'not-told', severity: 'amber' })
    expect(notice(null, '2026-02-14')).toEqual({ state: 'not-told', severity: 'red' })
  })

  it('has not happened yet on a day before it did', () => {
    expect(notice('2026-02-24T09:00', '2026-02-12')).toEqual({ state: 'pending', severity: null })
    expect(notice('2026-02-24T09:00', '2026-02-13')).toEqual({ state: 'not-told', severity: 'amber' })
    expect(notice('2026-02-24T09:00', '2026-02-24')).toEqual({ state: 'late', severity: 'red' })
  })

  it('turns red later where the school drew its line later', () => {
    const told = (toldAt: string) =>
      noticeState(localMinute(toldAt), decidedAt, isoDate('2026-03-13'), sampleCalendar, 2).severity
    expect(told('2026-02-23T09:00')).toBe('amber')
    expect(told('2026-02-24T09:00')).toBe('red')
  })

  it('is never called red where nobody knows the next school day', () => {
    const unknown = buildSchoolCalendar([])
    expect(noticeState(null, decidedAt, isoDate('2026-03-13'), unknown).severity).toBe('amber')
    expect(noticeState(null, decidedAt, isoDate('2026-02-12'), unknown).state).toBe('pending')
  })
})

describe('the school year’s total', () => {
  it('is allowed up to 45 days and blocked at half a day more', () => {
    const level = (schoolDays: number) => yearLevel(halfDaysOf(schoolDays))
    expect([0, 35].map(level)).toEqual(['none', 'none'])
    expect([35.5, 40].map(level)).toEqual(['amber', 'amber'])
    expect([40.5, 45].map(level)).toEqual(['red', 'red'])
    expect([45.5, 60].map(level)).toEqual(['block', 'block'])
  })

  it('is warned of where the school drew its lines', () => {
    const lines = { amber: 10, red: 20 }
    expect([10, 10.5, 20, 20.5, 45.5].map((days) => yearLevel(halfDaysOf(days), lines))).toEqual([
      'none',
      'amber',
      'amber',
      'red',
      'block',
    ])
  })

  it('says what is left', () => {
    expect(yearHalfDaysLeft(11)).toBe(79)
    expect(yearHalfDaysLeft(90)).toBe(0)
    expect(yearHalfDaysLeft(91)).toBe(-1)
  })
})

describe('the next threshold of a term', () => {
  it('is five up to five days, fifteen up to fifteen, then none', () => {
    expect(nextTermThreshold(0)).toEqual({ schoolDays: 5, halfDaysLeft: 10 })
    expect(nextTermThreshold(10)).toEqual({ schoolDays: 5, halfDaysLeft: 0 })
    expect(nextTermThreshold(11)).toEqual({ schoolDays: 15, halfDaysLeft: 19 })
    expect(nextTermThreshold(30)).toEqual({ schoolDays: 15, halfDaysLeft: 0 })
    expect(nextTermThreshold(31)).toBeNull()
  })
})
