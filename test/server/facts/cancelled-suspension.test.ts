import { describe, expect, it } from 'vitest'
import { academicYearOf } from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import type { SuspensionRow } from '../../../server/facts/child-rows.ts'
import { suspendedSessions } from '../../../server/facts/suspended-sessions.ts'
import { buildSuspensionFacts, layOutSuspensions } from '../../../server/facts/suspension-facts.ts'
import { aCalendar, someTermDates } from '../../support/build/a-calendar.ts'
import { aSuspensionRow, childRows } from '../../support/build/child-rows.ts'

const calendar = aCalendar()

const factsOn = (day: string, suspensions: readonly SuspensionRow[]) => {
  const on = isoDate(day)
  return buildSuspensionFacts(
    childRows({ suspensions }),
    [],
    [],
    layOutSuspensions(calendar, on, academicYearOf(on)),
  )
}

const cancelled = (cancelledAt: string, halfDays: number | null = 10) =>
  aSuspensionRow('2026-03-09', halfDays, { cancelledAt })

describe('a suspension that was cancelled', () => {
  it('counts the half days served before it, towards term, year and what comes after', () => {
    const facts = factsOn('2026-03-20', [cancelled('2026-03-11T12:30'), aSuspensionRow('2026-03-18', 2)])
    expect(facts).toMatchObject({ inCurrentTerm: 7, inCurrentYear: 7 })
    expect(facts.rows).toMatchObject([
      { halfDays: 5, lastDay: '2026-03-11', cancelledAt: '2026-03-11T12:30' },
      { halfDays: 2, termTotalAfter: { 'Spring 2026': 7 } },
    ])
  })

  it('stays listed, and counts nothing, when it was cancelled before it began', () => {
    const facts = factsOn('2026-03-20', [cancelled('2026-03-09T08:00')])
    expect(facts).toMatchObject({ byTerm: {}, byYear: {}, runs: [] })
    expect(facts.rows).toMatchObject([{ halfDays: 0, lastDay: null, byTerm: {}, termTotalAfter: {} }])
  })

  it('counts in full on the days before the cancelling', () => {
    const facts = factsOn('2026-03-10', [cancelled('2026-03-11T12:30')])
    expect(facts.inCurrentTerm).toBe(10)
    expect(facts.rows).toMatchObject([{ halfDays: 10, cancelledAt: null }])
  })

  it('reaches no sixth school day when it was cancelled before, also with another right after it', () => {
    const long = (cancelledAt: string | null) => aSuspensionRow('2026-03-02', 14, { cancelledAt })
    expect(factsOn('2026-03-20', [long(null)]).runs).toHaveLength(1)
    expect(factsOn('2026-03-20', [long('2026-03-06T13:00')]).runs).toEqual([])
    const after = aSuspensionRow('2026-03-09', 8)
    expect(factsOn('2026-03-20', [long('2026-03-06T13:00'), after]).runs).toEqual([])
  })

  it('covers no session of the register from the cancelling on', () => {
    const sessions = (cancelledAt: string | null) =>
      suspendedSessions(aSuspensionRow('2026-03-09', 10, { cancelledAt }), calendar, isoDate('2026-03-20'))
        .length
    expect([sessions(null), sessions('2026-03-11T12:30'), sessions('2026-03-09T08:00')]).toEqual([10, 5, 0])
  })
})

describe('a permanent exclusion that was cancelled', () => {
  it('adds nothing to the totals, and ends on the day of the cancelling', () => {
    const facts = factsOn('2026-03-30', [cancelled('2026-03-18T09:00', null)])
    expect(facts).toMatchObject({ byTerm: {}, byYear: {}, inCurrentYear: 0 })
    expect(facts.rows).toMatchObject([{ kind: 'permanent', halfDays: 14, lastDay: '2026-03-17' }])
    expect(facts.runs).toEqual([{ firstDay: '2026-03-09', sixthDay: '2026-03-16', responsible: 'la' }])
  })

  it('has no sixth school day when it was cancelled before it', () => {
    expect(factsOn('2026-03-30', [cancelled('2026-03-13T15:00', null)]).runs).toEqual([])
    expect(factsOn('2026-03-13', [cancelled('2026-03-16T08:00', null)]).runs).toHaveLength(1)
  })

  it('leaves the sixth day to the school when that lies in the suspension after it', () => {
    const facts = factsOn('2026-03-30', [
      cancelled('2026-03-12T08:00', null),
      aSuspensionRow('2026-03-12', 8),
    ])
    expect(facts.runs).toEqual([{ firstDay: '2026-03-09', sixthDay: '2026-03-16', responsible: 'school' }])
  })
})

describe('a permanent exclusion before a term that nobody entered', () => {
  it('still covers the sessions that are known', () => {
    const holed = aCalendar(someTermDates.filter(({ name }) => !name.startsWith('Spring')))
    const sessions = suspendedSessions(aSuspensionRow('2025-12-18', null), holed, isoDate('2026-04-20'))
    expect(sessions.map(({ on, session }) => `${on} ${session}`)).toEqual([
      '2025-12-18 AM',
      '2025-12-18 PM',
      '2025-12-19 AM',
      '2025-12-19 PM',
    ])
  })
})
