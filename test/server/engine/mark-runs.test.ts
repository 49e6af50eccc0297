import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { markRuns, sessionWords } from '../../../server/engine/mark-runs.ts'
import { aCalendar } from '../../support/build/a-calendar.ts'
import { aMark } from '../../support/build/an-attendance.ts'

const on = isoDate('2026-03-13')
const runsOf = (...days: readonly string[]) =>
  markRuns(
    days.map((day) => aMark(day, 'AM', 'N')),
    aCalendar(),
  ).map((run) => run.map((mark) => mark.on))

describe('runs of marks', () => {
  it('hold together over a weekend and over half-term', () => {
    expect(runsOf('2026-03-06', '2026-03-09')).toEqual([['2026-03-06', '2026-03-09']])
    expect(runsOf('2026-02-13', '2026-02-23')).toEqual([['2026-02-13', '2026-02-23']])
  })

  it('part where a school day lies between', () => {
    expect(runsOf('2026-03-09', '2026-03-10', '2026-03-12')).toEqual([
      ['2026-03-09', '2026-03-10'],
      ['2026-03-12'],
    ])
    expect(runsOf()).toEqual([])
  })
})

describe('the words of sessions', () => {
  it('name each day once with its halves', () => {
    const sessions = [
      aMark('2026-01-13', 'AM', 'E'),
      aMark('2026-01-13', 'PM', 'E'),
      aMark('2026-01-14', 'AM', 'E'),
    ]
    expect(sessionWords(sessions, on)).toBe('Tue 13 January AM and PM, Wed 14 January AM')
    expect(sessionWords(sessions.slice(0, 1), on)).toBe('Tue 13 January AM')
  })

  it('count what lies beyond three days', () => {
    const days = ['2026-01-12', '2026-01-13', '2026-01-14', '2026-01-15', '2026-01-16']
    const sessions = days.map((day) => aMark(day, 'PM', 'O'))
    expect(sessionWords(sessions.slice(0, 4), on)).toBe(
      'Mon 12 January PM, Tue 13 January PM, Wed 14 January PM and 1 more session',
    )
    expect(sessionWords(sessions, on)).toMatch(/ and 2 more sessions$/)
  })
})
