import { describe, expect, it } from 'vitest'
import {
  academicYear,
  academicYearOf,
  attendancePlaces,
  firstDayOf,
  lastDayOf,
  nextYear,
  pepWindows,
  placeOf,
  previousYear,
  sessionAt,
} from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'

describe('an academic year', () => {
  const year = academicYear('2025/26')

  it('runs from 1 September to 31 August', () => {
    expect(academicYearOf(isoDate('2025-08-31'))).toBe('2024/25')
    expect(academicYearOf(isoDate('2025-09-01'))).toBe('2025/26')
    expect(academicYearOf(isoDate('2026-08-31'))).toBe('2025/26')
    expect(firstDayOf(year)).toBe('2025-09-01')
    expect(lastDayOf(year)).toBe('2026-08-31')
  })

  it('has one before and one after, also at the turn of a century', () => {
    expect(previousYear(year)).toBe('2024/25')
    expect(nextYear(year)).toBe('2026/27')
    expect(nextYear(academicYear('2098/99'))).toBe('2099/00')
    expect(lastDayOf(academicYear('2099/00'))).toBe('2100-08-31')
  })

  it('is written like 2025/26 and not otherwise', () => {
    for (const text of ['2025/27', '2025-26', '2025/2026', '25/26', '2025', '', '1899/00', '2199/00'])
      expect(() => academicYear(text), text).toThrow(RangeError)
  })
})

describe('the windows of personal education plans', () => {
  it('meet at the new year and at Easter Monday, and end on 31 July', () => {
    expect(pepWindows(academicYear('2025/26'))).toEqual([
      { term: 'autumn', firstDay: '2025-09-01', lastDay: '2025-12-31' },
      { term: 'spring', firstDay: '2026-01-01', lastDay: '2026-04-05' },
      { term: 'summer', firstDay: '2026-04-06', lastDay: '2026-07-31' },
    ])
    expect(pepWindows(academicYear('2026/27'))?.[2]?.firstDay).toBe('2027-03-29')
  })

  it('are not known when Easter Monday is not', () => {
    expect(pepWindows(academicYear('2018/19'))).toBeNull()
    expect(pepWindows(academicYear('2019/20'))).not.toBeNull()
    expect(pepWindows(academicYear('2027/28'))).not.toBeNull()
    expect(pepWindows(academicYear('2028/29'))).toBeNull()
  })
})

describe('the places of an attendance year', () => {
  it('begin on the Monday of the week that holds the first weekday of September', () => {
    expect(attendancePlaces(academicYear('2025/26'))).toEqual({ firstMonday: '2025-09-01', places: 530 })
    expect(attendancePlaces(academicYear('2026/27')).firstMonday).toBe('2026-08-31')
    expect(attendancePlaces(academicYear('2023/24')).firstMonday).toBe('2023-08-28')
    expect(attendancePlaces(academicYear('2024/25')).firstMonday).toBe('2024-09-02')
    expect(attendancePlaces(academicYear('2018/19')).firstMonday).toBe('2018-09-03')
  })

  it('give each weekday a morning and an afternoon', () => {
    const year = academicYear('2025/26')
    expect(placeOf(year, isoDate('2025-09-01'), 'AM')).toBe(0)
    expect(placeOf(year, isoDate('2025-09-01'), 'PM')).toBe(1)
    expect(placeOf(year, isoDate('2025-09-05'), 'PM')).toBe(9)
    expect(placeOf(year, isoDate('2025-09-08'), 'AM')).toBe(10)
    expect(placeOf(year, isoDate('2026-08-31'), 'PM')).toBe(521)
    expect(placeOf(academicYear('2026/27'), isoDate('2026-09-01'), 'AM')).toBe(2)
  })

  it('leave out weekends and days of other years', () => {
    const year = academicYear('2025/26')
    expect(placeOf(year, isoDate('2025-09-06'), 'AM')).toBeNull()
    expect(placeOf(year, isoDate('2025-09-07'), 'PM')).toBeNull()
    expect(placeOf(year, isoDate('2025-08-29'), 'PM')).toBeNull()
    expect(placeOf(year, isoDate('2026-09-01'), 'AM')).toBeNull()
    expect(placeOf(academicYear('2026/27'), isoDate('2026-08-31'), 'AM')).toBeNull()
    expect(placeOf(academicYear('2024/25'), isoDate('2024-09-01'), 'AM')).toBeNull()
  })

  it('hold every weekday of every year from 1900 on', () => {
    for (let start = 1900; start < 2199; start += 1) {
      const year = academicYearOf(isoDate(`${start}-09-01`))
      const last = isoDate(`${start + 1}-08-31`)
      const place = placeOf(year, last, 'PM')
      if (place !== null && place >= 530) expect.fail(`${last} has place ${place}`)
    }
    expect(sessionAt(academicYear('2023/24'), 529)).toEqual({ on: '2024-08-30', session: 'PM' })
  })

  it('are no places outside 0 to 529', () => {
    const year = academicYear('2025/26')
    for (const place of [-1, 530, 0.5, NaN]) expect(() => sessionAt(year, place)).toThrow(RangeError)
  })
})
