import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { buildSchoolCalendar, type SchoolCalendar } from '../../../server/calendar/school-calendar.ts'
import {
  bySuspensionStart,
  coveredHalfDays,
  halfDaysByTerm,
  repeatedCriteria,
  sixthDayRuns,
  type SuspensionRow,
} from '../../../server/law/suspension-days.ts'
import { sampleCalendar, termDatesOf } from '../../support/term-dates.ts'

type Session = SuspensionRow['startSession']
const suspension = (startedOn: string, startSession: Session, schoolDays: number): SuspensionRow => ({
  kind: 'suspension',
  startedOn: isoDate(startedOn),
  startSession,
  halfDays: schoolDays * 2,
})
const lunchtimes = (startedOn: string, number: number): SuspensionRow => ({
  kind: 'lunchtime',
  startedOn: isoDate(startedOn),
  startSession: null,
  halfDays: number,
})
const permanent = (startedOn: string, startSession: Session = 'AM'): SuspensionRow => ({
  kind: 'permanent',
  startedOn: isoDate(startedOn),
  startSession,
  halfDays: null,
})

describe('the half days of a suspension', () => {
  const days = (row: SuspensionRow) => coveredHalfDays(row, sampleCalendar)?.map(({ on }) => on)

  it('are consecutive school sessions', () => {
    expect(days(suspension('2026-03-12', 'PM', 1.5))).toEqual(['2026-03-12', '2026-03-13', '2026-03-13'])
  })

  it('are one lunchtime a school day', () => {
    expect(days(lunchtimes('2026-03-12', 3))).toEqual(['2026-03-12', '2026-03-13', '2026-03-16'])
  })

  it('are none of a permanent exclusion', () => {
    expect(days(permanent('2026-03-12'))).toEqual([])
  })

  it('are unknown past the known calendar', () => {
    expect(days(suspension('2026-07-17', 'AM', 1))).toEqual(['2026-07-17', '2026-07-17'])
    expect(days(suspension('2026-07-17', 'AM', 1.5))).toBeUndefined()
    expect(days(lunchtimes('2026-07-17', 2))).toBeUndefined()
  })

  it('belong to the term they fall in, also over its end', () => {
    const byTerm = halfDaysByTerm(suspension('2025-12-18', 'PM', 3), sampleCalendar)
    expect([...(byTerm ?? [])]).toEqual([
      ['Autumn 2025', { year: '2025/26', halfDays: 3 }],
      ['Spring 2026', { year: '2025/26', halfDays: 3 }],
    ])
  })

  it('all count in the term of the start when the calendar ends before they do', () => {
    const byTerm = halfDaysByTerm(suspension('2026-07-16', 'AM', 5), sampleCalendar)
    expect([...(byTerm ?? [])]).toEqual([['Summer 2026', { year: '2025/26', halfDays: 10 }]])
    expect(halfDaysByTerm(suspension('2026-09-10', 'AM', 1), sampleCalendar)).toBeNull()
  })

  it('come in order of their start, a lunchtime between morning and afternoon', () => {
    const rows = [
      suspension('2026-03-12', 'PM', 1),
      lunchtimes('2026-03-12', 1),
      suspension('2026-03-12', 'AM', 1),
      suspension('2026-03-11', 'PM', 1),
    ]
    expect(rows.toSorted(bySuspensionStart)).toEqual(rows.toReversed())
  })
})

describe('the sixth consecutive school day', () => {
  const runs = (rows: SuspensionRow[], calendar: SchoolCalendar = sampleCalendar) =>
    sixthDayRuns(rows, calendar).map(
      ({ firstDay, sixthDay, responsible }) => `${firstDay}: ${sixthDay} ${responsible}`,
    )

  it('is not reached by five days, and is by half a day more', () => {
    expect(runs([suspension('2026-03-02', 'AM', 5)])).toEqual([])
    expect(runs([suspension('2026-03-02', 'AM', 5.5)])).toEqual(['2026-03-02: 2026-03-09 school'])
    expect(runs([suspension('2026-03-02', 'AM', 6)])).toEqual(['2026-03-02: 2026-03-09 school'])
  })

  it('counts dates, so that five days from an afternoon touch six', () => {
    expect(runs([suspension('2026-03-02', 'PM', 5)])).toEqual(['2026-03-02: 2026-03-09 school'])
    expect(runs([suspension('2026-03-02', 'PM', 4.5)])).toEqual([])
  })

  it('runs across suspensions back to back', () => {
    const first = suspension('2026-03-02', 'AM', 3)
    expect(runs([suspension('2026-03-05', 'AM', 2), first])).toEqual([])
    expect(runs([suspension('2026-03-05', 'AM', 3), first])).toEqual(['2026-03-02: 2026-03-09 school'])
  })

  it('starts again after one attended session', () => {
    const first = suspension('2026-03-02', 'AM', 3)
    expect(runs([first, suspension('2026-03-05', 'PM', 5)])).toEqual(['2026-03-05: 2026-03-12 school'])
    expect(runs([first, suspension('2026-03-05', 'PM', 4.5)])).toEqual([])
  })

  it('runs over a holiday', () => {
    expect(runs([suspension('2026-02-12', 'AM', 6)])).toEqual(['2026-02-12: 2026-02-26 school'])
  })

  it('is the authority’s from a permanent exclusion on', () => {
    expect(runs([permanent('2026-03-02')])).toEqual(['2026-03-02: 2026-03-09 la'])
    expect(runs([suspension('2026-03-02', 'AM', 5), permanent('2026-03-09')])).toEqual([
      '2026-03-02: 2026-03-09 la',
    ])
    expect(runs([suspension('2026-03-02', 'AM', 5.5), permanent('2026-03-09', 'PM')])).toEqual([
      '2026-03-02: 2026-03-09 la',
    ])
    expect(runs([suspension('2026-03-02', 'AM', 6), permanent('2026-03-10')])).toEqual([
      '2026-03-02: 2026-03-09 school',
    ])
  })

  it('is one for all that follows a permanent exclusion, which has no end', () => {
    expect(runs([permanent('2026-03-02'), suspension('2026-04-20', 'AM', 8)])).toEqual([
      '2026-03-02: 2026-03-09 la',
    ])
  })

  it('is reached by no permanent exclusion that was cancelled before it', () => {
    const cancelled = (schoolDays: number) => ({ ...permanent('2026-03-02'), halfDays: schoolDays * 2 })
    expect(runs([cancelled(5)])).toEqual([])
    expect(runs([cancelled(5.5)])).toEqual(['2026-03-02: 2026-03-09 la'])
    expect(runs([cancelled(0)])).toEqual([])
  })

  it('is the school’s when it lies in the suspension after a cancelled permanent exclusion', () => {
    const cancelled = { ...permanent('2026-03-02'), halfDays: 6 }
    expect(runs([cancelled, suspension('2026-03-05', 'AM', 3)])).toEqual(['2026-03-02: 2026-03-09 school'])
    expect(runs([{ ...cancelled, halfDays: 11 }, suspension('2026-03-09', 'PM', 3)])).toEqual([
      '2026-03-02: 2026-03-09 la',
    ])
  })

  it('is never of lunchtimes, nor of a suspension of no days', () => {
    expect(runs([lunchtimes('2026-02-23', 14)])).toEqual([])
    expect(runs([suspension('2026-03-02', 'AM', 0)])).toEqual([])
  })

  it('begins with the next school day when the start is none', () => {
    expect(runs([suspension('2026-02-28', 'PM', 6)])).toEqual(['2026-03-02: 2026-03-09 school'])
  })

  it('is reached on a day that nobody knows past the known calendar', () => {
    expect(runs([permanent('2026-07-10')])).toEqual(['2026-07-10: 2026-07-17 la'])
    expect(runs([permanent('2026-07-13')])).toEqual(['2026-07-13: null la'])
    expect(runs([permanent('2026-09-14')])).toEqual([])
  })

  it('does not join two runs over a term that nobody entered', () => {
    const gap = buildSchoolCalendar(
      termDatesOf(['term,Summer,2024-04-15,2024-07-23', 'term,Autumn,2025-09-01,2025-12-19']),
    )
    const rows = [suspension('2024-07-22', 'AM', 2), suspension('2025-09-01', 'AM', 5)]
    expect(runs(rows, gap)).toEqual([])
  })
})

describe('repeated suspension', () => {
  const on = isoDate('2026-03-13')
  const reached = (...rows: SuspensionRow[]) =>
    Object.entries(repeatedCriteria(rows, on, sampleCalendar))
      .filter(([, yes]) => yes)
      .map(([name]) => name)

  it('is none after a single one', () => {
    expect(reached(suspension('2026-03-02', 'AM', 5))).toEqual([])
    expect(reached()).toEqual([])
  })

  it('is two that start in a term', () => {
    expect(reached(suspension('2026-01-07', 'AM', 1), suspension('2026-03-13', 'AM', 1))).toEqual(['inTerm'])
    expect(reached(suspension('2025-09-10', 'AM', 1), suspension('2026-03-13', 'AM', 1))).toEqual([])
  })

  it('is three in the year, lunchtimes too, permanent exclusions not', () => {
    const two = [suspension('2025-09-10', 'AM', 1), suspension('2025-11-20', 'AM', 1)]
    expect(reached(...two, suspension('2026-03-02', 'AM', 1))).toEqual(['inTerm', 'inYear'])
    expect(reached(...two, lunchtimes('2026-03-02', 1))).toEqual(['inTerm', 'inYear'])
    expect(reached(...two, permanent('2026-03-02'))).toEqual(['inTerm'])
  })

  it('does not count what was cancelled before any of it was served', () => {
    const one = suspension('2026-01-07', 'AM', 1)
    expect(reached(one, suspension('2026-01-13', 'AM', 0))).toEqual([])
    expect(reached(one, suspension('2026-01-13', 'AM', 0.5))).toEqual(['inTerm', 'within'])
  })

  it('is two whose starts are at most 20 school days apart', () => {
    const start = suspension('2025-12-15', 'AM', 1)
    const after = (schoolDays: number) =>
      suspension(sampleCalendar.addSchoolDays(start.startedOn, schoolDays) ?? '', 'AM', 1)
    expect(reached(start, after(19))).toEqual(['within'])
    expect(reached(start, after(20))).toEqual(['within'])
    expect(reached(start, after(21))).toEqual([])
  })

  it('is found near the end of the known calendar as well', () => {
    const summer = repeatedCriteria(
      [suspension('2026-07-01', 'AM', 1), suspension('2026-07-17', 'AM', 1)],
      on,
      sampleCalendar,
    )
    expect(summer).toMatchObject({ within: true, inTerm: true })
  })

  it('is not found across a term that nobody entered, where nobody can count', () => {
    const holed = buildSchoolCalendar(
      termDatesOf(['term,Autumn,2025-09-01,2025-12-19', 'term,Summer,2026-04-13,2026-07-21']),
    )
    const rows = [suspension('2025-12-18', 'AM', 1), suspension('2026-04-14', 'AM', 1)]
    expect(repeatedCriteria(rows, on, holed).within).toBe(false)
  })

  it('is more than five school days in a term of the year', () => {
    expect(reached(suspension('2026-03-02', 'AM', 5))).toEqual([])
    expect(reached(suspension('2026-03-02', 'AM', 5.5))).toEqual(['termDays'])
    expect(reached(lunchtimes('2026-01-06', 11))).toEqual(['termDays'])
    expect(reached(suspension('2025-12-15', 'AM', 10))).toEqual([])
  })

  it('looks at the academic year of the day alone', () => {
    const lastYear = [
      suspension('2025-06-02', 'AM', 3),
      suspension('2025-06-10', 'AM', 3),
      suspension('2025-07-01', 'AM', 3),
    ]
    expect(reached(...lastYear)).toEqual([])
    expect(reached(...lastYear, suspension('2025-09-02', 'AM', 1))).toEqual([])
  })

  it('goes by the school’s own lines', () => {
    const rows = [suspension('2026-01-07', 'AM', 1), suspension('2026-03-13', 'AM', 1)]
    const lines = { inTerm: 3, inYear: 2, within: 50, termDays: 1.5 }
    expect(repeatedCriteria(rows, on, sampleCalendar, lines)).toEqual({
      inTerm: false,
      inYear: true,
      within: true,
      termDays: true,
    })
  })
})
