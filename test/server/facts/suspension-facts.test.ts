import { describe, expect, it } from 'vitest'
import { academicYearOf } from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import type { SchoolCalendar } from '../../../server/calendar/school-calendar.ts'
import type { SuspensionRow } from '../../../server/facts/child-rows.ts'
import { buildContactFacts } from '../../../server/facts/contact-facts.ts'
import { buildSuspensionFacts, layOutSuspensions } from '../../../server/facts/suspension-facts.ts'
import { aCalendar, calendarToSpring, noCalendar } from '../../support/build/a-calendar.ts'
import { anEpisode } from '../../support/build/a-care.ts'
import { aContactRow, aSuspensionRow, childRows } from '../../support/build/child-rows.ts'

const calendar = aCalendar()

const factsOn = (day: string, rows: readonly SuspensionRow[], of: SchoolCalendar = calendar) => {
  const on = isoDate(day)
  return buildSuspensionFacts(
    childRows({ suspensions: rows }),
    [],
    [],
    layOutSuspensions(of, on, academicYearOf(on)),
  )
}

describe('the days of a suspension', () => {
  it('run over consecutive school sessions from its first', () => {
    const [row] = factsOn('2026-03-13', [aSuspensionRow('2026-02-13', 4, { startSession: 'PM' })]).rows
    expect(row).toMatchObject({ lastDay: '2026-02-24', byTerm: { 'Spring 2026': 4 } })
  })

  it('belong to the term and year in which each falls, also over the end of a term', () => {
    const facts = factsOn('2026-03-13', [aSuspensionRow('2025-12-18', 8)])
    expect(facts.byTerm).toEqual({ 'Autumn 2025': 4, 'Spring 2026': 4 })
    expect(facts.inCurrentTerm).toBe(4)
    expect(facts.rows[0]?.lastDay).toBe('2026-01-07')
  })

  it('belong to two academic years when it runs over the summer', () => {
    const facts = factsOn('2025-09-05', [aSuspensionRow('2025-07-23', 4)])
    expect(facts.byYear).toEqual({ '2024/25': 2, '2025/26': 2 })
    expect(facts.inCurrentYear).toBe(2)
  })

  it('count in full while some are still to come', () => {
    expect(factsOn('2026-03-13', [aSuspensionRow('2026-03-12', 12)]).inCurrentTerm).toBe(12)
  })

  it('are half a day a lunchtime, one lunchtime a school day', () => {
    const lunchtimes = aSuspensionRow('2026-02-12', 3, { kind: 'lunchtime', startSession: null })
    expect(factsOn('2026-03-13', [lunchtimes])).toMatchObject({
      byTerm: { 'Spring 2026': 3 },
      rows: [{ lastDay: '2026-02-23' }],
    })
  })

  it('are none of a permanent exclusion, which has no last day', () => {
    const facts = factsOn('2026-03-13', [aSuspensionRow('2026-02-26', null)])
    expect(facts).toMatchObject({ byTerm: {}, byYear: {}, inCurrentYear: 0 })
    expect(facts.rows[0]).toMatchObject({ byTerm: {}, termTotalAfter: {}, lastDay: null })
  })

  it('count in the term of the start, with no last day, where the calendar ends too early', () => {
    const facts = factsOn(
      '2026-03-25',
      [aSuspensionRow('2026-03-26', 10, { decidedAt: '2026-03-25T14:00' })],
      calendarToSpring,
    )
    expect(facts).toMatchObject({ byTerm: { 'January to Easter 2026': 10 }, byYear: { '2025/26': 10 } })
    expect(facts.rows[0]?.lastDay).toBeNull()
  })

  it('count in the year of the start when no term is known at all', () => {
    const facts = factsOn('2026-03-13', [aSuspensionRow('2026-03-10', 4)], noCalendar)
    expect(facts).toMatchObject({ byTerm: {}, byYear: { '2025/26': 4 }, currentTerm: null, inCurrentTerm: 0 })
    expect(facts.rows).toHaveLength(1)
  })

  it('of another school count for the year, and for no term of this school', () => {
    const facts = factsOn('2026-03-13', [
      aSuspensionRow('2026-03-02', 10, { atOtherSchool: 1 }),
      aSuspensionRow('2026-03-09', 2),
    ])
    expect(facts).toMatchObject({ inCurrentTerm: 2, inCurrentYear: 12, atOtherSchool: 10 })
    expect(facts.runs).toEqual([])
  })
})

describe('the term total after a suspension', () => {
  it('is the sum of all earlier rows and itself, in the order of their starts', () => {
    const facts = factsOn('2026-03-13', [
      aSuspensionRow('2026-03-03', 3),
      aSuspensionRow('2025-12-18', 8),
      aSuspensionRow('2026-01-20', 2),
    ])
    expect(facts.rows.map(({ termTotalAfter }) => termTotalAfter)).toEqual([
      { 'Autumn 2025': 4, 'Spring 2026': 4 },
      { 'Spring 2026': 6 },
      { 'Spring 2026': 9 },
    ])
  })

  it('takes a morning before a lunchtime before an afternoon of one day', () => {
    const { rows } = factsOn('2026-03-13', [
      aSuspensionRow('2026-03-03', 1, { startSession: 'PM' }),
      aSuspensionRow('2026-03-03', 1, { kind: 'lunchtime', startSession: null }),
      aSuspensionRow('2026-03-03', 1, { startSession: 'AM' }),
    ])
    expect(rows.map(({ startSession }) => startSession)).toEqual(['AM', null, 'PM'])
    expect(rows.map(({ termTotalAfter }) => termTotalAfter['Spring 2026'])).toEqual([1, 2, 3])
  })
})

describe('the current term', () => {
  it('is the school’s term that holds the day, and in a holiday the next one', () => {
    const term = (day: string) => factsOn(day, []).currentTerm
    expect(['2026-03-27', '2026-03-28', '2026-04-12', '2026-04-13'].map(term)).toEqual([
      'Spring 2026',
      'Summer 2026',
      'Summer 2026',
      'Summer 2026',
    ])
  })
})

describe('what was known by the day', () => {
  it('is what was decided or had begun', () => {
    const decided = aSuspensionRow('2026-03-16', 2, { decidedAt: '2026-03-13T15:00' })
    expect(['2026-03-12', '2026-03-13'].map((day) => factsOn(day, [decided]).rows.length)).toEqual([0, 1])
    const begun = aSuspensionRow('2026-03-16', 2)
    expect(['2026-03-15', '2026-03-16'].map((day) => factsOn(day, [begun]).rows.length)).toEqual([0, 1])
  })

  it('leaves out years of which the calendar knows nothing', () => {
    const starts = ['2024-07-01', '2024-09-10', '2025-09-10'].map((day) => aSuspensionRow(day, 2))
    expect(factsOn('2026-03-13', starts).rows.map(({ startedOn }) => startedOn)).toEqual([
      '2024-09-10',
      '2025-09-10',
    ])
  })
})

describe('the child’s groups at a suspension', () => {
  const groupsWith = (decidedAt: string | null) => {
    const on = isoDate('2026-03-13')
    const care = anEpisode({ startedOn: isoDate('2026-02-20') })
    const row = aSuspensionRow('2026-02-20', 2, { decidedAt })
    const { rows } = buildSuspensionFacts(
      childRows({ suspensions: [row] }),
      [care],
      [],
      layOutSuspensions(calendar, on, academicYearOf(on)),
    )
    return rows[0]?.groupsThen.cla
  }

  it('are those of the day of the decision, and of the start when no decision is recorded', () => {
    expect([groupsWith('2026-02-19T23:59'), groupsWith('2026-02-20T00:00'), groupsWith(null)]).toEqual([
      false,
      true,
      true,
    ])
  })
})

describe('six school days away', () => {
  it('are a run across suspensions back to back, and end with one attended session', () => {
    const second = (startSession: 'AM' | 'PM') =>
      factsOn('2026-03-13', [
        aSuspensionRow('2026-02-23', 8),
        aSuspensionRow('2026-02-27', 4, { startSession }),
      ]).runs
    expect(second('AM')).toEqual([{ firstDay: '2026-02-23', sixthDay: '2026-03-02', responsible: 'school' }])
    expect(second('PM')).toEqual([])
  })

  it('are said without a date when the calendar ends before the sixth', () => {
    const facts = factsOn('2026-03-25', [aSuspensionRow('2026-03-25', 14)], calendarToSpring)
    expect(facts).toMatchObject({ runs: [], runsPastCalendar: ['2026-03-25'] })
  })
})

describe('contacts about a suspension', () => {
  it('stand beside it, and only up to the day', () => {
    const rows = ['2026-03-13T15:00', '2026-03-14T09:00'].map((at, place) =>
      aContactRow(place === 0 ? 'parent' : 'local-authority', at, {
        purpose: 'suspension-notice',
        suspensionId: 'suspension-2026-03-13',
      }),
    )
    const on = isoDate('2026-03-13')
    const [row] = buildSuspensionFacts(
      childRows({ suspensions: [aSuspensionRow('2026-03-13', 1)] }),
      [],
      buildContactFacts(rows, on),
      layOutSuspensions(calendar, on, academicYearOf(on)),
    ).rows
    expect(row?.told).toMatchObject({ parent: '2026-03-13T15:00', la: null })
  })
})
