import { describe, expect, it } from 'vitest'
import { academicYear } from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { buildSchoolCalendar } from '../../../server/calendar/school-calendar.ts'
import { sampleCalendar, termDatesOf } from '../../support/term-dates.ts'

const calendarOf = (...lines: string[]) => buildSchoolCalendar(termDatesOf(lines))
const year = academicYear('2025/26')

/** The Hertfordshire pattern of 2025/26 with days out at the ends of terms: 189 days for pupils. */
const illustrative = calendarOf(
  'term,Autumn,2025-09-01,2025-12-19',
  'half-term,Autumn half-term,2025-10-27,2025-10-31',
  'term,Spring,2026-01-05,2026-03-27',
  'half-term,Spring half-term,2026-02-16,2026-02-20',
  'term,Summer,2026-04-13,2026-07-21',
  'half-term,Summer half-term,2026-05-25,2026-05-29',
  'bank-holiday,Early May,2026-05-04,2026-05-04',
  'inset,INSET,2025-09-01,2025-09-01',
  'inset,INSET,2025-10-23,2025-10-24',
  'occasional,Closed,2025-12-18,2025-12-19',
  'inset,INSET,2026-07-20,2026-07-21',
)

describe('days counted in school days', () => {
  it('rest on 189 days for pupils', () => {
    expect(illustrative.schoolDays).toHaveLength(189)
  })

  it.each([
    ['2025-10-20', '2025-11-05', '2025-11-19', '2026-01-23'],
    ['2025-12-12', '2026-01-06', '2026-01-20', '2026-03-17'],
    ['2026-03-20', '2026-03-27', '2026-04-24', '2026-06-22'],
  ])('from %s: sixth day %s, 15 school days after %s, 50 after %s', (day, sixth, fifteen, fifty) => {
    const start = isoDate(day)
    expect(illustrative.coverage(start, 'AM', 12)?.at(-1)).toEqual({ on: sixth, session: 'PM' })
    expect(illustrative.addSchoolDays(start, 5)).toBe(sixth)
    expect(illustrative.addSchoolDays(start, 15)).toBe(fifteen)
    expect(illustrative.addSchoolDays(start, 50)).toBe(fifty)
  })

  it('take the event as day 0, in the holidays as well', () => {
    expect(sampleCalendar.addSchoolDays(isoDate('2026-03-13'), 0)).toBe('2026-03-13')
    expect(sampleCalendar.addSchoolDays(isoDate('2025-12-25'), 1)).toBe('2026-01-06')
    expect(sampleCalendar.addSchoolDays(isoDate('2026-03-13'), 1)).toBe('2026-03-16')
  })

  it('include both ends', () => {
    expect(sampleCalendar.schoolDaysBetween(isoDate('2026-03-13'), isoDate('2026-03-13'))).toBe(1)
    expect(sampleCalendar.schoolDaysBetween(isoDate('2026-03-13'), isoDate('2026-03-16'))).toBe(2)
    expect(sampleCalendar.sessionsBetween(isoDate('2026-03-13'), isoDate('2026-03-16'))).toBe(4)
    expect(sampleCalendar.schoolDaysBetween(isoDate('2026-02-14'), isoDate('2026-02-22'))).toBe(0)
    expect(sampleCalendar.schoolDaysBetween(isoDate('2026-03-16'), isoDate('2026-03-13'))).toBe(0)
  })

  it('refuse a number that is none', () => {
    expect(() => sampleCalendar.addSchoolDays(isoDate('2026-03-13'), -1)).toThrow(RangeError)
  })
})

describe('a school day', () => {
  it('is a weekday in a term that no other row covers', () => {
    expect(sampleCalendar.isSchoolDay(isoDate('2025-09-01'))).toBe(false)
    expect(sampleCalendar.isSchoolDay(isoDate('2025-09-02'))).toBe(true)
    expect(sampleCalendar.isSchoolDay(isoDate('2025-10-28'))).toBe(false)
    expect(sampleCalendar.isSchoolDay(isoDate('2026-03-14'))).toBe(false)
    expect(sampleCalendar.isSchoolDay(isoDate('2026-05-04'))).toBe(false)
    expect(sampleCalendar.isSchoolDay(isoDate('2026-07-20'))).toBe(false)
    expect(sampleCalendar.isSchoolDay(isoDate('2026-04-01'))).toBe(false)
  })

  it('is found before and after a holiday', () => {
    expect(sampleCalendar.schoolDayOnOrBefore(isoDate('2026-04-05'))).toBe('2026-03-27')
    expect(sampleCalendar.schoolDayOnOrAfter(isoDate('2026-04-05'))).toBe('2026-04-13')
    expect(sampleCalendar.schoolDayOnOrBefore(isoDate('2026-03-13'))).toBe('2026-03-13')
    expect(sampleCalendar.schoolDayOnOrAfter(isoDate('2026-03-13'))).toBe('2026-03-13')
  })

  it('is counted in years and weeks', () => {
    expect(sampleCalendar.years).toEqual(['2024/25', '2025/26'])
    expect(sampleCalendar.firstSchoolDayOf(year)).toBe('2025-09-02')
    expect(sampleCalendar.lastSchoolDayOf(year)).toBe('2026-07-17')
    expect(sampleCalendar.schoolDaysBetween(isoDate('2025-09-01'), isoDate('2026-08-31'))).toBe(190)
    expect(sampleCalendar.firstSchoolDayOf(academicYear('2026/27'))).toBeNull()
    expect(sampleCalendar.lastSchoolDayOf(academicYear('2023/24'))).toBeNull()
  })

  it('makes its week a school week', () => {
    const weeks = sampleCalendar.weeksOf(year)
    expect(weeks).toHaveLength(39)
    expect(weeks.slice(0, 2)).toEqual(['2025-09-01', '2025-09-08'])
    expect(weeks).not.toContain('2025-10-27')
    expect(weeks).not.toContain('2026-07-20')
    expect(sampleCalendar.weeksOf(academicYear('2026/27'))).toEqual([])
  })

  it('makes a school week of the last days of August only in the year it lies in', () => {
    const early = calendarOf('term,Autumn,2026-08-31,2026-12-18')
    expect(early.weeksOf(year)).toEqual(['2026-08-31'])
    expect(early.weeksOf(academicYear('2026/27'))[0]).toBe('2026-08-31')
    expect(early.lastSchoolDayOf(year)).toBe('2026-08-31')
    expect(early.firstSchoolDayOf(academicYear('2026/27'))).toBe('2026-09-01')
    expect(early.knowsDay(isoDate('2026-08-31'))).toBe(true)
    expect(early.knowsDay(isoDate('2026-08-30'))).toBe(false)
  })
})

describe('past the known calendar', () => {
  it('there is no day rather than a wrong one', () => {
    const lastDay = isoDate('2026-07-17')
    expect(sampleCalendar.addSchoolDays(isoDate('2026-07-16'), 1)).toBe('2026-07-17')
    expect(sampleCalendar.addSchoolDays(lastDay, 1)).toBeNull()
    expect(sampleCalendar.schoolDayOnOrAfter(isoDate('2026-07-18'))).toBeNull()
    expect(sampleCalendar.schoolDayOnOrBefore(isoDate('2026-08-31'))).toBe(lastDay)
    expect(sampleCalendar.schoolDayOnOrBefore(isoDate('2026-09-01'))).toBeNull()
    expect(sampleCalendar.schoolDayOnOrAfter(isoDate('2024-08-31'))).toBeNull()
    expect(sampleCalendar.schoolDayOnOrAfter(isoDate('2024-09-01'))).toBe('2024-09-04')
    expect(sampleCalendar.coverage(lastDay, 'PM', 1)).toHaveLength(1)
    expect(sampleCalendar.coverage(lastDay, 'PM', 2)).toBeNull()
    expect(sampleCalendar.knowsEndOf(year)).toBe(true)
    expect(sampleCalendar.knowsDay(isoDate('2026-08-31'))).toBe(true)
    expect(sampleCalendar.knowsDay(isoDate('2026-09-01'))).toBe(false)
  })

  it('no count runs over a year that nobody entered', () => {
    const gap = calendarOf('term,Summer 2024,2024-04-15,2024-07-23', 'term,Autumn 2025,2025-09-01,2025-12-19')
    expect(gap.addSchoolDays(isoDate('2024-07-22'), 1)).toBe('2024-07-23')
    expect(gap.addSchoolDays(isoDate('2024-07-22'), 2)).toBeNull()
    expect(gap.schoolDayOnOrAfter(isoDate('2024-08-01'))).toBeNull()
    expect(gap.schoolDayOnOrAfter(isoDate('2025-03-01'))).toBeNull()
    expect(gap.coverage(isoDate('2024-07-23'), 'AM', 3)).toBeNull()
    expect(gap.exclusionTermOf(isoDate('2025-03-03'))).toBeNull()
  })

  it('no count runs over a term that nobody entered', () => {
    const holed = calendarOf('term,Autumn,2025-09-01,2025-12-19', 'term,Summer,2026-04-13,2026-07-21')
    expect(holed.addSchoolDays(isoDate('2025-12-18'), 1)).toBe('2025-12-19')
    expect(holed.addSchoolDays(isoDate('2025-12-18'), 2)).toBeNull()
    expect(holed.knowsEndOf(year)).toBe(false)
  })

  it('the first and the last day of a term that stands alone are still counted', () => {
    const alone = calendarOf('term,Term 4,2026-02-23,2026-03-06')
    expect(alone.schoolDayOnOrAfter(isoDate('2026-02-22'))).toBeNull()
    expect(alone.schoolDayOnOrAfter(isoDate('2026-02-23'))).toBe('2026-02-23')
    expect(alone.addSchoolDays(isoDate('2026-03-05'), 1)).toBe('2026-03-06')
    expect(alone.addSchoolDays(isoDate('2026-03-06'), 1)).toBeNull()
    expect(alone.schoolDayOnOrBefore(isoDate('2026-03-07'))).toBeNull()
  })

  it('the rest of a year is known once its terms follow each other to the end', () => {
    const summer = 'term,Summer,2026-04-13,2026-07-21'
    expect(calendarOf('term,Autumn,2025-09-01,2025-12-19').knowsEndOf(year)).toBe(false)
    expect(calendarOf('term,Spring,2026-01-05,2026-03-27', summer).knowsEndOf(year)).toBe(true)
    expect(calendarOf(summer, 'term,Autumn,2026-09-01,2026-12-18').knowsEndOf(year)).toBe(true)
    expect(calendarOf('term,Autumn,2026-08-31,2026-12-18').knowsEndOf(year)).toBe(false)
    expect(sampleCalendar.knowsEndOf(academicYear('2024/25'))).toBe(true)
  })

  it('nothing is known without a single term', () => {
    const empty = calendarOf('inset,INSET,2026-03-13,2026-03-13')
    const day = isoDate('2026-03-13')
    expect(empty.known).toBe(false)
    expect(empty.years).toEqual([])
    expect(empty.schoolDays).toEqual([])
    expect(empty.knowsDay(day)).toBe(false)
    expect(empty.isSchoolDay(day)).toBe(false)
    expect(empty.schoolDayOnOrBefore(day)).toBeNull()
    expect(empty.addSchoolDays(day, 1)).toBeNull()
    expect(empty.schoolDaysBetween(day, day)).toBe(0)
    expect(empty.termOf(day)).toBeNull()
    expect(empty.exclusionTermOf(day)).toBeNull()
    expect(empty.coverage(day, 'AM', 1)).toBeNull()
    expect(empty.knowsEndOf(year)).toBe(false)
  })
})

describe('rows that cannot be right', () => {
  it('count once where they overlap and not at all where they are reversed', () => {
    const muddled = calendarOf(
      'term,Spring,2026-01-05,2026-03-27',
      'term,Spring again,2026-01-05,2026-03-27',
      'term,Spring late,2026-03-01,2026-04-02',
      'half-term,Half-term,2026-02-16,2026-02-20',
      'inset,INSET,2026-02-18,2026-02-23',
      'inset,Reversed,2026-03-20,2026-03-10',
      'term,Reversed,2026-12-01,2026-11-01',
    )
    expect(muddled.terms).toHaveLength(1)
    expect(muddled.isSchoolDay(isoDate('2026-03-13'))).toBe(true)
    expect(muddled.isSchoolDay(isoDate('2026-02-23'))).toBe(false)
    expect(muddled.isSchoolDay(isoDate('2026-04-02'))).toBe(true)
    expect(new Set(muddled.schoolDays).size).toBe(muddled.schoolDays.length)
    expect(muddled.schoolDays).toEqual(muddled.schoolDays.toSorted())
  })

  it('of a term without a school day leave a calendar that says so', () => {
    const weekend = calendarOf('term,Weekend,2026-03-14,2026-03-15')
    expect(weekend.known).toBe(true)
    expect(weekend.schoolDays).toEqual([])
    expect(weekend.lastSchoolDayOf(year)).toBeNull()
    expect(weekend.schoolDayOnOrAfter(isoDate('2026-03-14'))).toBeNull()
  })
})

describe('the sessions from a start', () => {
  it('run on over weekends and holidays', () => {
    expect(sampleCalendar.coverage(isoDate('2026-03-13'), 'PM', 2)).toEqual([
      { on: '2026-03-13', session: 'PM' },
      { on: '2026-03-16', session: 'AM' },
    ])
    expect(sampleCalendar.coverage(isoDate('2025-12-19'), 'PM', 3)).toEqual([
      { on: '2025-12-19', session: 'PM' },
      { on: '2026-01-06', session: 'AM' },
      { on: '2026-01-06', session: 'PM' },
    ])
  })

  it('begin with the next school morning when the start is no school day', () => {
    expect(sampleCalendar.coverage(isoDate('2026-03-14'), 'PM', 1)).toEqual([
      { on: '2026-03-16', session: 'AM' },
    ])
  })

  it('are none for no half days', () => {
    expect(sampleCalendar.coverage(isoDate('2026-03-13'), 'AM', 0)).toEqual([])
  })
})

describe('the term of a day', () => {
  it('is the school’s own and holds the half-term', () => {
    expect(sampleCalendar.termOf(isoDate('2025-08-31'))).toBeNull()
    expect(sampleCalendar.termOf(isoDate('2025-09-01'))?.name).toBe('Autumn 2025')
    expect(sampleCalendar.termOf(isoDate('2025-10-29'))?.name).toBe('Autumn 2025')
    expect(sampleCalendar.termOf(isoDate('2025-12-19'))?.name).toBe('Autumn 2025')
    expect(sampleCalendar.termOf(isoDate('2025-12-20'))).toBeNull()
  })

  it('for suspensions is the next one in the holidays', () => {
    const name = (day: string) => sampleCalendar.exclusionTermOf(isoDate(day))?.name ?? null
    expect(name('2025-12-19')).toBe('Autumn 2025')
    expect(name('2025-12-20')).toBe('Spring 2026')
    expect(name('2026-01-04')).toBe('Spring 2026')
    expect(name('2025-08-15')).toBe('Autumn 2025')
    expect(name('2026-07-21')).toBe('Summer 2026')
    expect(name('2026-07-22')).toBeNull()
    expect(name('2026-09-01')).toBeNull()
  })

  it('for suspensions lies between the reference dates in a school of six terms', () => {
    const six = calendarOf(
      'term,Term 1,2025-09-01,2025-10-24',
      'term,Term 2,2025-11-03,2025-12-19',
      'term,Term 3,2026-01-05,2026-02-13',
      'term,Term 4,2026-02-23,2026-03-27',
      'term,Term 5,2026-04-13,2026-05-22',
      'term,Term 6,2026-06-01,2026-07-21',
    )
    const name = (day: string) => six.exclusionTermOf(isoDate(day))?.name ?? null
    expect(name('2025-10-27')).toBe('August to December 2025')
    expect(name('2025-12-31')).toBe('August to December 2025')
    expect(name('2026-01-01')).toBe('January to Easter 2026')
    expect(name('2026-04-05')).toBe('January to Easter 2026')
    expect(name('2026-04-06')).toBe('Easter to July 2026')
    expect(six.exclusionTermOf(isoDate('2026-07-21'))?.year).toBe('2025/26')
  })

  it('for suspensions lies between the reference dates where three of six terms were entered so far', () => {
    const half = calendarOf(
      'term,Term 1,2025-09-01,2025-10-24',
      'term,Term 2,2025-11-03,2025-12-19',
      'term,Term 3,2026-01-05,2026-02-13',
    )
    expect(half.exclusionTermOf(isoDate('2025-11-10'))?.name).toBe('August to December 2025')
    expect(half.exclusionTermOf(isoDate('2026-02-13'))?.name).toBe('January to Easter 2026')
    expect(half.exclusionTermOf(isoDate('2026-02-14'))).toBeNull()
  })
})
