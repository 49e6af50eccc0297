import { describe, expect, it } from 'vitest'
import { isoDate, localMinute } from '../../../server/calendar/iso-date.ts'
import { hasKeptInSchool, type NotSuspended } from '../../../server/law/kept-in-school.ts'
import { aCalendar } from '../../support/build/a-calendar.ts'

const calendar = aCalendar()

/** On Friday 13 March 2026 at 10:00, a day and a half from Monday 16 March on was thought of. */
const decision: NotSuspended = {
  decidedAt: localMinute('2026-03-13T10:00'),
  kind: 'suspension',
  startedOn: '2026-03-16',
  startSession: 'AM',
  halfDays: 3,
}
const nothingThought: NotSuspended = { ...decision, kind: null, startedOn: null, halfDays: null }

const stays = (
  startedOn: string,
  decidedAt: string | null = null,
  given: { considered?: boolean; atOtherSchool?: boolean; halfDays?: number } = {},
  of = decision,
) =>
  hasKeptInSchool(
    of,
    [
      {
        kind: 'suspension',
        startedOn: isoDate(startedOn),
        startSession: 'AM',
        halfDays: 2,
        decidedAt: decidedAt === null ? null : localMinute(decidedAt),
        considered: false,
        atOtherSchool: false,
        ...given,
      },
    ],
    calendar,
  )

describe('a decision not to suspend', () => {
  it('kept no child in school who was suspended from that day, or later on the days thought of', () => {
    const days = ['2026-03-12', '2026-03-13', '2026-03-16', '2026-03-17', '2026-03-18']
    expect(days.map((day) => stays(day))).toEqual([true, false, false, false, true])
  })

  it('that thought of no day, stands against the suspension of its own day alone', () => {
    const days = ['2026-03-12', '2026-03-13', '2026-03-16']
    expect(days.map((day) => stays(day, null, {}, nothingThought))).toEqual([true, false, true])
  })

  it('stands beside what was decided after it', () => {
    const minutes = ['2026-03-13T09:59', '2026-03-13T10:00', '2026-03-13T10:01']
    expect(minutes.map((minute) => stays('2026-03-16', minute))).toEqual([false, false, true])
  })

  it('stands beside what was considered here, what another school decided and what was never served', () => {
    expect(stays('2026-03-16', null, { considered: true })).toBe(true)
    expect(stays('2026-03-16', null, { atOtherSchool: true })).toBe(true)
    expect(stays('2026-03-16', null, { halfDays: 0 })).toBe(true)
  })
})
