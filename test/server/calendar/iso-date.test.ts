import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  dayNumber,
  dayOf,
  daysBetween,
  fromDayNumber,
  isIsoDate,
  isLocalMinute,
  isRecordDay,
  isRecordMinute,
  isoDate,
  localMinute,
  mondayOf,
  weekday,
} from '../../../server/calendar/iso-date.ts'

describe('a day', () => {
  it('is a real day of the years 1900 to 2199, written year-month-day', () => {
    for (const day of ['1900-01-01', '2000-02-29', '2024-02-29', '2026-03-13', '2199-12-31'])
      expect(isIsoDate(day), day).toBe(true)
  })

  it('is nothing that only looks like one', () => {
    for (const text of [
      '',
      '2026-02-29',
      '1900-02-29',
      '2100-02-29',
      '2026-04-31',
      '2026-00-10',
      '2026-13-01',
      '2026-01-00',
      '2026-01-32',
      '1899-12-31',
      '2200-01-01',
      '2026-3-13',
      '26-03-13',
      '13/03/2026',
      '2026/03/13',
      '2026-03-13 ',
      ' 2026-03-13',
      '2026-03-13T00:00',
      '2026-03-1x',
      '+026-03-13',
      '２０２６-03-13',
    ])
      expect(isIsoDate(text), text).toBe(false)
  })

  it('is refused with the text that was given', () => {
    expect(() => isoDate('2026-02-30')).toThrow('2026-02-30')
    expect(isoDate('2026-02-28')).toBe('2026-02-28')
  })

  it('follows the day before, all through three centuries', () => {
    const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let number = -25_567
    let dayOfWeek = 0
    for (let year = 1900; year <= 2199; year += 1) {
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      for (const [index, length] of lengths.entries()) {
        for (let day = 1; day <= length + (leap && index === 1 ? 1 : 0); day += 1) {
          const text = `${year}-${String(index + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`
          const right =
            isIsoDate(text) &&
            dayNumber(text) === number &&
            fromDayNumber(number) === text &&
            weekday(text) === dayOfWeek
          if (!right) expect.fail(`${text} should be day ${number}, weekday ${dayOfWeek}`)
          number += 1
          dayOfWeek = (dayOfWeek + 1) % 7
        }
      }
    }
    expect(number).toBe(dayNumber(isoDate('2199-12-31')) + 1)
  })

  it('counts from 1 January 1970', () => {
    expect(dayNumber(isoDate('1970-01-01'))).toBe(0)
    expect(dayNumber(isoDate('1969-12-31'))).toBe(-1)
    expect(fromDayNumber(20_525)).toBe('2026-03-13')
  })

  it('does not leave the years it knows', () => {
    expect(() => addDays(isoDate('2199-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(isoDate('1900-01-01'), -1)).toThrow(RangeError)
    expect(() => fromDayNumber(0.5)).toThrow(RangeError)
    expect(() => addYears(isoDate('2199-12-31'), 1)).toThrow(RangeError)
  })

  it('moves by days over months, years and the days when clocks change', () => {
    expect(addDays(isoDate('2026-03-28'), 1)).toBe('2026-03-29')
    expect(addDays(isoDate('2026-03-29'), 1)).toBe('2026-03-30')
    expect(addDays(isoDate('2026-10-25'), 1)).toBe('2026-10-26')
    expect(addDays(isoDate('2026-01-01'), -1)).toBe('2025-12-31')
    expect(addDays(isoDate('2024-02-28'), 2)).toBe('2024-03-01')
    expect(daysBetween(isoDate('2026-03-13'), isoDate('2026-03-14'))).toBe(1)
    expect(daysBetween(isoDate('2026-03-14'), isoDate('2026-03-13'))).toBe(-1)
  })

  it('moves by months to the last day of a shorter month', () => {
    expect(addMonths(isoDate('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(isoDate('2024-01-31'), 1)).toBe('2024-02-29')
    expect(addMonths(isoDate('2026-08-31'), -6)).toBe('2026-02-28')
    expect(addMonths(isoDate('2026-03-13'), -15)).toBe('2024-12-13')
    expect(addMonths(isoDate('2026-12-13'), 1)).toBe('2027-01-13')
  })

  it('moves by years, 29 February to 28 February', () => {
    expect(addYears(isoDate('2024-02-29'), -6)).toBe('2018-02-28')
    expect(addYears(isoDate('2024-02-29'), 4)).toBe('2028-02-29')
    expect(addYears(isoDate('2026-03-13'), -6)).toBe('2020-03-13')
  })

  it('belongs to the week of the Monday before it', () => {
    expect(weekday(isoDate('2026-03-13'))).toBe(4)
    expect(mondayOf(isoDate('2026-03-13'))).toBe('2026-03-09')
    expect(mondayOf(isoDate('2026-03-09'))).toBe('2026-03-09')
    expect(mondayOf(isoDate('2026-03-15'))).toBe('2026-03-09')
  })
})

describe('an age', () => {
  const birth = isoDate('2012-03-13')

  it('changes on the birthday', () => {
    expect(ageOn(birth, isoDate('2026-03-12'))).toBe(13)
    expect(ageOn(birth, isoDate('2026-03-13'))).toBe(14)
    expect(ageOn(birth, isoDate('2026-03-14'))).toBe(14)
    expect(ageOn(birth, birth)).toBe(0)
  })

  it('changes on 1 March of a common year for a child born on 29 February', () => {
    const leapling = isoDate('2012-02-29')
    expect(ageOn(leapling, isoDate('2026-02-28'))).toBe(13)
    expect(ageOn(leapling, isoDate('2026-03-01'))).toBe(14)
    expect(ageOn(leapling, isoDate('2024-02-29'))).toBe(12)
  })
})

describe('a local time', () => {
  it('is a real day and a time from midnight to 23:59', () => {
    for (const text of ['2026-03-13T00:00', '2026-03-13T23:59', '2026-03-29T01:30'])
      expect(isLocalMinute(text), text).toBe(true)
    for (const text of [
      '2026-03-13T24:00',
      '2026-03-13T08:60',
      '2026-03-13 08:12',
      '2026-03-13T8:12',
      '2026-02-30T08:12',
      '2026-03-13T08:12:00',
      '2026-03-13T08:1x',
      '2026-03-13T0812x',
      '2026-03-13',
    ])
      expect(isLocalMinute(text), text).toBe(false)
  })

  it('has a day', () => {
    expect(dayOf(localMinute('2026-03-13T23:59'))).toBe('2026-03-13')
    expect(() => localMinute('2026-03-13T25:00')).toThrow('2026-03-13T25:00')
  })
})

describe('a day that a record may name', () => {
  it('lies in the years 1950 to 2099, with or without a time', () => {
    for (const day of ['1950-01-01', '2099-12-31'])
      expect([isRecordDay(day), isRecordMinute(`${day}T08:40`)]).toEqual([true, true])
    for (const day of ['1949-12-31', '2100-01-01', '2026-02-30'])
      expect([isRecordDay(day), isRecordMinute(`${day}T08:40`)]).toEqual([false, false])
  })
})
