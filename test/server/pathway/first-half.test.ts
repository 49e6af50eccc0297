import { describe, expect, it } from 'vitest'
import { dayOf, localMinute } from '../../../server/calendar/iso-date.ts'
import { lacking } from '../../../server/pathway/decide.ts'
import { firstHalfFrom } from '../../../server/pathway/first-half.ts'
import { aCalendar } from '../../support/build/a-calendar.ts'

const calendar = aCalendar()
const from = (minute: string) => {
  const first = firstHalfFrom(localMinute(minute), calendar)
  return first === null ? null : `${first.on} ${first.session}`
}

it('the first half day is that of now, the afternoon from noon on, and the next school day once school is over', () => {
  expect(from('2026-03-12T00:00')).toBe('2026-03-12 AM')
  expect(from('2026-03-12T11:59')).toBe('2026-03-12 AM')
  expect(from('2026-03-12T12:00')).toBe('2026-03-12 PM')
  expect(from('2026-03-12T15:29')).toBe('2026-03-12 PM')
  expect(from('2026-03-12T15:30')).toBe('2026-03-13 AM')
  expect(from('2026-03-13T15:30')).toBe('2026-03-16 AM')
  expect(from('2026-03-14T13:00')).toBe('2026-03-16 AM')
})

describe('what is decided to begin today', () => {
  const proposed = {
    kind: 'suspension',
    startedOn: '2026-03-12',
    startSession: 'AM',
    halfDays: 2,
    reasons: 'DB',
    missesExam: 0,
    examOn: null,
    happenedAt: null,
  } as const
  const refused = (minute: string, given: Partial<Parameters<typeof lacking>[0]> = {}) => {
    const at = localMinute(minute)
    return lacking({ ...proposed, ...given }, { at, today: dayOf(at), calendar }, null).map(
      ({ field }) => field,
    )
  }

  it('begins in no half day that is over', () => {
    expect(refused('2026-03-12T11:59')).toEqual([])
    expect(refused('2026-03-12T12:00')).toEqual(['startSession'])
    expect(refused('2026-03-12T12:00', { kind: 'permanent', halfDays: null })).toEqual(['startSession'])
    expect(refused('2026-03-12T15:29', { startSession: 'PM' })).toEqual([])
    expect(refused('2026-03-12T15:30', { startSession: 'PM' })).toEqual(['startedOn'])
    expect(refused('2026-03-12T15:30', { startedOn: '2026-03-13' })).toEqual([])
  })

  it('of lunchtimes, begins as long as school is not over', () => {
    const lunchtimes = { kind: 'lunchtime', startSession: null } as const
    expect(refused('2026-03-12T13:30', lunchtimes)).toEqual([])
    expect(refused('2026-03-12T15:30', lunchtimes)).toEqual(['startedOn'])
  })
})
