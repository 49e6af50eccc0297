import { describe, expect, it } from 'vitest'
import {
  bankHolidays,
  easterMonday,
  knownCalendarYears,
} from '../../../server/calendar/bank-holidays-england.ts'
import { addDays, isoDate, mondayOf, weekday, type IsoDate } from '../../../server/calendar/iso-date.ts'

/** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Jones, Butcher). */
function easterSunday(year: number): IsoDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return isoDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

/** Weekend days give way to the next free weekdays. */
function substituted(days: readonly IsoDate[]): IsoDate[] {
  const taken: IsoDate[] = days.filter((day) => weekday(day) < 5)
  for (const day of days.filter((each) => weekday(each) > 4)) {
    let next = day
    while (weekday(next) > 4 || taken.includes(next)) next = addDays(next, 1)
    taken.push(next)
  }
  return taken
}

const lastMondayOf = (lastDay: string) => mondayOf(isoDate(lastDay))

/** The days proclaimed for one year: moved, and added. */
const proclaimed: Record<number, { moved?: Record<string, string>; added?: string[] }> = {
  2020: { moved: { '2020-05-04': '2020-05-08' } },
  2022: { moved: { '2022-05-30': '2022-06-02' }, added: ['2022-06-03', '2022-09-19'] },
  2023: { added: ['2023-05-08'] },
}

describe('bank holidays', () => {
  for (const year of knownCalendarYears)
    it(`of ${year} are those of the Banking and Financial Dealings Act and the proclamations`, () => {
      const { moved = {}, added = [] } = proclaimed[year] ?? {}
      const usual = [
        ...substituted([isoDate(`${year}-01-01`)]),
        addDays(easterSunday(year), -2),
        addDays(easterSunday(year), 1),
        lastMondayOf(`${year}-05-07`),
        lastMondayOf(`${year}-05-31`),
        lastMondayOf(`${year}-08-31`),
        ...substituted([isoDate(`${year}-12-25`), isoDate(`${year}-12-26`)]),
      ].map((day) => moved[day] ?? day)
      const known = bankHolidays.filter((day) => day.startsWith(`${year}-`))
      expect(known).toEqual([...usual, ...added].toSorted())
    })

  it('have their Easter Monday in every known year and none beyond', () => {
    for (const year of knownCalendarYears) expect(easterMonday(year)).toBe(addDays(easterSunday(year), 1))
    expect(easterMonday(2019)).toBeNull()
    expect(easterMonday(2029)).toBeNull()
  })

  it('are known without a gap, so that working days can be counted through', () => {
    expect(knownCalendarYears[0]).toBe(2020)
    expect(knownCalendarYears.at(-1)).toBe(2028)
    expect(knownCalendarYears.map((year) => year - 2020)).toEqual([...knownCalendarYears.keys()])
  })
})
