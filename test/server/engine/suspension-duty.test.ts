import { describe, expect, it } from 'vitest'
import { academicYear } from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import {
  addendsOfTerm,
  addendsOfYear,
  dayOver,
  eachSuspension,
  rulingTotal,
  sumEvidence,
  sumWords,
  suspensionEvidence,
  suspensionName,
} from '../../../server/engine/suspension-duty.ts'
import { met } from '../../../server/engine/finding.ts'
import { aCalendar, noCalendar } from '../../support/build/a-calendar.ts'
import { aSuspension, aSuspensionHistory } from '../../support/build/a-suspension.ts'

const on = isoDate('2026-03-13')
const year = academicYear('2025/26')
const spring = (...starts: readonly string[]) =>
  addendsOfTerm(
    starts.map((start) => aSuspension(start, { halfDays: 3 })),
    'Spring 2026',
  )

describe('words of suspensions', () => {
  it('name each kind by its first day', () => {
    expect(suspensionName(aSuspension('2026-03-04'), on)).toBe('suspension of 4 March')
    expect(suspensionName(aSuspension('2026-03-04', { kind: 'permanent' }), on)).toBe(
      'permanent exclusion of 4 March',
    )
    expect(suspensionName(aSuspension('2025-03-04', { kind: 'lunchtime' }), on)).toBe(
      'lunchtime suspension of 4 March 2025',
    )
  })

  it('sum half days for one, a few and many', () => {
    expect(sumWords(spring('2026-01-14'), 'Spring 2026', on)).toBe(
      '1.5 school days in Spring 2026 (14 January)',
    )
    expect(sumWords(spring('2026-01-14', '2026-02-03', '2026-03-04'), 'Spring 2026', on)).toBe(
      '4.5 school days in Spring 2026 (14 January, 3 February and 4 March: 1.5 + 1.5 + 1.5)',
    )
    const many = spring('2026-01-06', '2026-01-14', '2026-01-28', '2026-02-03', '2026-03-04')
    expect(sumWords(many, 'Spring 2026', on)).toBe(
      '7.5 school days in Spring 2026 (five suspensions from 6 January to 4 March)',
    )
  })

  it('show each row as evidence, and their sum', () => {
    expect(sumEvidence(spring('2026-01-14', '2026-03-04'), 'Together', on)).toEqual([
      {
        label: 'Suspended',
        value: 'from Wed 14 January, 1.5 school days',
        on: '2026-01-14',
        record: { kind: 'suspension', id: 'suspension-2026-01-14' },
      },
      {
        label: 'Suspended',
        value: 'from Wed 4 March, 1.5 school days',
        on: '2026-03-04',
        record: { kind: 'suspension', id: 'suspension-2026-03-04' },
      },
      { label: 'Together', value: '3 school days' },
    ])
  })

  it('say which were at another school and which have no end', () => {
    expect(suspensionEvidence(aSuspension('2026-03-04', { atOtherSchool: true }), on)).toMatchObject({
      label: 'Suspended, at another school',
      value: 'from Wed 4 March, 1 school day',
    })
    expect(
      suspensionEvidence(aSuspension('2026-03-04', { kind: 'permanent', halfDays: null }), on),
    ).toMatchObject({ label: 'Permanently excluded', value: 'from Wed 4 March' })
  })
})

describe('the half days of an academic year', () => {
  const overSummer = aSuspension('2025-07-22', { halfDays: 8 })

  it('are those that fall in it', () => {
    expect(addendsOfYear([overSummer], year, aCalendar())).toMatchObject([{ halfDays: 4 }])
    expect(addendsOfYear([overSummer], academicYear('2024/25'), aCalendar())).toMatchObject([{ halfDays: 4 }])
  })

  it('all count in the year of the start where no calendar places them', () => {
    expect(addendsOfYear([overSummer], year, noCalendar)).toEqual([])
    expect(addendsOfYear([{ ...overSummer, atOtherSchool: true }], year, aCalendar())).toEqual([])
    expect(addendsOfYear([aSuspension('2026-03-04', { halfDays: 9 })], year, noCalendar)).toMatchObject([
      { halfDays: 9 },
    ])
  })

  it('leave permanent exclusions out', () => {
    const permanent = aSuspension('2026-03-04', { kind: 'permanent', halfDays: null })
    expect(addendsOfYear([permanent], year, aCalendar())).toEqual([])
  })

  it('pass a limit on the day of the half day after it', () => {
    const addends = addendsOfYear(
      [aSuspension('2026-03-04', { halfDays: 3 }), aSuspension('2026-03-10', { halfDays: 4 })],
      year,
      aCalendar(),
    )
    expect([2, 3, 4, 5, 6, 7].map((limit) => dayOver(addends, limit))).toEqual([
      '2026-03-05',
      '2026-03-10',
      '2026-03-10',
      '2026-03-11',
      '2026-03-11',
      null,
    ])
  })

  it('pass a limit on the first day of a suspension that no calendar places', () => {
    const addends = addendsOfYear([aSuspension('2026-03-04', { halfDays: 9 })], year, noCalendar)
    expect(dayOver(addends, 8)).toBe('2026-03-04')
  })
})

describe('the total that rules a suspension', () => {
  it('is the greater of two terms, with the earlier rows that make it', () => {
    const first = aSuspension('2025-11-04', { halfDays: 9, byTerm: { 'Autumn 2025': 9 } })
    const later = aSuspension('2026-01-14')
    const across = aSuspension('2025-12-19', {
      halfDays: 4,
      byTerm: { 'Autumn 2025': 2, 'Spring 2026': 2 },
      termTotalAfter: { 'Autumn 2025': 11, 'Spring 2026': 2 },
    })
    const rows = [first, across, later]
    expect(rulingTotal(rows, across)).toEqual({
      term: 'Autumn 2025',
      halfDays: 11,
      addends: [
        { suspension: first, halfDays: 9 },
        { suspension: across, halfDays: 2 },
      ],
    })
  })

  it('is not known when the suspension touches no known term', () => {
    const row = aSuspension('2026-03-04', { byTerm: {}, termTotalAfter: {} })
    expect(rulingTotal([row], row)).toBeNull()
  })
})

describe('the suspensions that this school has duties for', () => {
  const find = ({ id }: { id: string }) => met(id, 'Kept.')

  const context = { on: isoDate('2026-03-13'), year, calendar: aCalendar() }

  it('are its own of this academic year', () => {
    const history = aSuspensionHistory([
      aSuspension('2025-07-01'),
      aSuspension('2025-09-02'),
      aSuspension('2026-01-14', { atOtherSchool: true }),
      aSuspension('2026-03-16'),
    ])
    expect(eachSuspension(history, context, find).map(({ about }) => about)).toEqual([
      'suspension-2025-09-02',
      'suspension-2026-03-16',
    ])
  })

  it('are still those of July in the first weeks of September', () => {
    const history = aSuspensionHistory([aSuspension('2025-04-23'), aSuspension('2025-07-15')])
    const september = { ...context, on: isoDate('2025-09-08') }
    expect(eachSuspension(history, september, find).map(({ about }) => about)).toEqual([
      'suspension-2025-07-15',
    ])
  })

  it('may be none', () => {
    expect(eachSuspension(aSuspensionHistory(), context, find)).toEqual([
      { status: 'not-applicable', about: '', message: 'No suspension here this academic year.' },
    ])
  })
})
