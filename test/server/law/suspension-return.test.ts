import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import type { SuspensionRow } from '../../../server/law/suspension-days.ts'
import { examDeadline, returnOf } from '../../../server/law/suspension-return.ts'
import { aCalendar, calendarToSpring, noCalendar } from '../../support/build/a-calendar.ts'

const calendar = aCalendar()

const back = (
  startedOn: string,
  startSession: 'AM' | 'PM' | null,
  halfDays: number | null,
  of = calendar,
) => {
  const kind: SuspensionRow['kind'] =
    halfDays === null ? 'permanent' : startSession === null ? 'lunchtime' : 'suspension'
  return returnOf({ kind, startedOn: isoDate(startedOn), startSession, halfDays }, of)
}

describe('the child is back in school', () => {
  it('on the afternoon after a morning', () => {
    expect(back('2026-03-12', 'AM', 1)).toEqual({ on: '2026-03-12', session: 'PM' })
    expect(back('2026-03-12', 'PM', 2)).toEqual({ on: '2026-03-13', session: 'PM' })
  })

  it('on the next school morning after a whole day, over a weekend or a holiday', () => {
    expect(back('2026-03-12', 'AM', 2)).toEqual({ on: '2026-03-13', session: 'AM' })
    expect(back('2026-03-13', 'PM', 1)).toEqual({ on: '2026-03-16', session: 'AM' })
    expect(back('2026-02-13', 'AM', 2)).toEqual({ on: '2026-02-23', session: 'AM' })
    expect(back('2026-05-01', 'AM', 2)).toEqual({ on: '2026-05-05', session: 'AM' })
  })

  it('counted from the next school day where the first is none', () => {
    expect(back('2026-03-14', 'PM', 2)).toEqual({ on: '2026-03-17', session: 'AM' })
  })

  it('on no day after a permanent exclusion, lunchtimes or no half days', () => {
    expect(back('2026-03-12', 'AM', null)).toBeNull()
    expect(back('2026-03-12', null, 2)).toBeNull()
    expect(back('2026-03-12', 'AM', 0)).toBeNull()
  })

  it('on a day that nobody knows past the known calendar', () => {
    expect(back('2026-03-27', 'AM', 1, calendarToSpring)).toEqual({ on: '2026-03-27', session: 'PM' })
    expect(back('2026-03-27', 'AM', 2, calendarToSpring)).toBeNull()
    expect(back('2026-03-27', 'AM', 2, noCalendar)).toBeNull()
  })
})

describe('the board meets when an exam would be missed', () => {
  const deadline = (noticeOn: string, examOn: string | null, of = calendar) =>
    examDeadline(isoDate(noticeOn), examOn === null ? null : isoDate(examOn), of)

  it('within 15 school days of the notice when the exam is later, or its day unknown', () => {
    const within = { dueOn: '2026-06-05', beforeExam: false }
    expect(deadline('2026-05-08', null)).toEqual(within)
    expect(deadline('2026-05-08', '2026-06-12')).toEqual(within)
  })

  it('on the last school day before an exam that is nearer', () => {
    expect(deadline('2026-05-08', '2026-05-18')).toEqual({ dueOn: '2026-05-15', beforeExam: true })
    expect(deadline('2026-05-08', '2026-06-01')).toEqual({ dueOn: '2026-05-22', beforeExam: true })
    expect(deadline('2026-05-08', '2026-06-08')).toEqual({ dueOn: '2026-06-05', beforeExam: true })
  })

  it('on the day before the exam when the notice comes after the last school day', () => {
    expect(deadline('2026-05-09', '2026-05-11')).toEqual({ dueOn: '2026-05-10', beforeExam: true })
    expect(deadline('2026-05-10', '2026-05-11')).toEqual({ dueOn: '2026-05-10', beforeExam: true })
  })

  it('within 15 school days when the exam is on the day of the notice or over', () => {
    for (const examOn of ['2026-05-08', '2026-05-07'])
      expect(deadline('2026-05-08', examOn)).toEqual({ dueOn: '2026-06-05', beforeExam: false })
  })

  it('before the exam even where the calendar does not reach 15 school days', () => {
    expect(deadline('2026-03-20', '2026-03-25', calendarToSpring)).toEqual({
      dueOn: '2026-03-24',
      beforeExam: true,
    })
    expect(deadline('2026-03-20', null, calendarToSpring)).toBeNull()
  })
})
