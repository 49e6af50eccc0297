import { describe, expect, it } from 'vitest'
import { isoDate, localMinute } from '../../../server/calendar/iso-date.ts'
import { againstTime, halfDaysServed, mayCancel } from '../../../server/pathway/may-cancel.ts'
import { aCalendar } from '../../support/build/a-calendar.ts'
import { aSuspension } from '../../support/build/a-suspension.ts'

const now = localMinute('2026-03-13T10:00')
const row = aSuspension('2026-03-12')
const meeting = (meetsOn: string, held: boolean) => ({ meetsOn: isoDate(meetsOn), held })

describe('cancelling (2.61)', () => {
  it('is allowed before and after it begins, up to 45.0 days in the year', () => {
    expect(mayCancel(row, 0, [], now)).toEqual({ may: true, why: null })
    expect(mayCancel(row, 90, [], now).may).toBe(true)
  })

  it('is not allowed from 45.5 days in the year', () => {
    expect(mayCancel(row, 91, [], now)).toEqual({
      may: false,
      why: 'The child has been out of school for 45.5 school days this school year; over 45 it cannot be cancelled.',
    })
  })

  it('is not allowed once the board has begun to meet', () => {
    expect(mayCancel(row, 0, [meeting('2026-03-13', true)], now).why).toBe(
      'The governing board met about it on Fri 13 March; from then on it cannot be cancelled.',
    )
  })

  it('is allowed while a meeting is planned, and asks about one that was to be', () => {
    expect(mayCancel(row, 0, [meeting('2026-03-13', false)], now).may).toBe(true)
    expect(mayCancel(row, 0, [meeting('2026-03-12', false)], now).why).toBe(
      'The governing board was to meet about it on Thu 12 March: record first whether it did.',
    )
  })

  it('happens once, and by the headteacher who decided', () => {
    const cancelled = aSuspension('2026-03-12', { cancelledAt: localMinute('2026-03-12T15:00') })
    expect(mayCancel(cancelled, 0, [], now).why).toBe('It was cancelled on 12 March.')
    expect(mayCancel(aSuspension('2026-03-12', { atOtherSchool: true }), 0, [], now).may).toBe(false)
  })
})

describe('days out of school up to now', () => {
  const calendar = aCalendar()
  const served = (...rows: readonly ReturnType<typeof aSuspension>[]) => halfDaysServed(rows, calendar, now)

  it('are those of the year that have passed, a permanent exclusion’s included', () => {
    expect(served(aSuspension('2026-03-09', { halfDays: 4 }))).toBe(4)
    expect(served(aSuspension('2026-03-12', { halfDays: 10 }))).toBe(2)
    expect(served(aSuspension('2026-03-16', { halfDays: 10 }))).toBe(0)
    expect(served(aSuspension('2026-03-09', { kind: 'permanent', halfDays: null }))).toBe(8)
    expect(served(aSuspension('2025-07-21', { halfDays: 10 }))).toBe(4)
  })

  it('count another school’s, and no lunchtimes', () => {
    expect(served(aSuspension('2026-02-02', { atOtherSchool: true, halfDays: 10 }))).toBe(10)
    expect(served(aSuspension('2026-02-02', { kind: 'lunchtime', halfDays: 10 }))).toBe(0)
  })

  it('let a permanent exclusion be cancelled on its 45th day and not after', () => {
    const permanent = aSuspension('2026-01-06', { kind: 'permanent', halfDays: null })
    const on = (day: string) => {
      const at = localMinute(`${day}T08:00`)
      return mayCancel(permanent, halfDaysServed([permanent], calendar, at), [], at).may
    }
    expect(
      [
        calendar.addSchoolDays(isoDate('2026-01-06'), 45)!,
        calendar.addSchoolDays(isoDate('2026-01-06'), 46)!,
      ].map(on),
    ).toEqual([true, false])
  })

  it('are 45.5 once the afternoon of the 46th school day of one from an afternoon is over', () => {
    const permanent = aSuspension('2026-01-06', { kind: 'permanent', startSession: 'PM', halfDays: null })
    const day = calendar.addSchoolDays(isoDate('2026-01-06'), 45)!
    const at = (time: string) => {
      const evening = localMinute(`${day}T${time}`)
      const halfDays = halfDaysServed([permanent], calendar, evening)
      return [halfDays, mayCancel(permanent, halfDays, [], evening).may]
    }
    expect(at('15:29')).toEqual([90, true])
    expect(at('15:30')).toEqual([91, false])
    expect(at('15:31')).toEqual([91, false])
  })
})

describe('a cancelling that is recorded later', () => {
  const decided = aSuspension('2026-03-09', { decidedAt: localMinute('2026-03-09T08:40'), halfDays: 6 })
  const mark = (on: string, code: string | null) => ({ on: isoDate(on), session: 'AM' as const, code })
  const refused = (at: string, register: Parameters<typeof againstTime>[3] = []) =>
    againstTime(localMinute(at), now, decided, register).map(({ message }) => message)

  it('lies between the decision and now', () => {
    expect(refused('2026-03-09T08:40')).toEqual([])
    expect(refused('2026-03-13T10:00')).toEqual([])
    expect(refused('2026-03-09T08:39')).toEqual([
      'It was decided on Mon 9 March at 08:40: it was not cancelled before that.',
    ])
    expect(refused('2026-03-13T10:01')).toEqual([expect.stringMatching(/^This is still to come/)])
  })

  it('lies from the first day on, where no time of the decision is known', () => {
    const unknown = { ...decided, decidedAt: null }
    expect(againstTime(localMinute('2026-03-08T23:59'), now, unknown, [])).toHaveLength(1)
    expect(againstTime(localMinute('2026-03-09T00:00'), now, unknown, [])).toEqual([])
  })

  it('is not before a day on which the register has the child suspended', () => {
    const register = [mark('2026-03-09', 'E'), mark('2026-03-10', 'E'), mark('2026-03-11', '/')]
    expect(refused('2026-03-10T12:00', register)).toEqual([])
    expect(refused('2026-03-09T12:00', register)).toEqual([
      'The register has the child suspended on Tue 10 March, after that: correct the register first, or give a later time.',
    ])
    const afternoon = [{ ...mark('2026-03-10', 'E'), session: 'PM' as const }]
    expect(refused('2026-03-10T11:59', afternoon)).toHaveLength(1)
    expect(refused('2026-03-10T12:00', afternoon)).toEqual([])
    expect(refused('2026-03-09T12:00', [mark('2026-03-10', null), mark('2026-03-11', 'B')])).toEqual([])
  })
})
