import { isoDate, type IsoDate } from './iso-date.ts'

/**
 * Bank holidays of England and Wales, substitute days included.
 * Source: https://www.gov.uk/bank-holidays (alphagov/frontend, lib/data/bank-holidays.json, read 2026).
 * A year is added here when GOV.UK publishes it, with its Easter Monday below.
 */
const BANK_HOLIDAYS: Readonly<Record<number, string>> = {
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
}

const EASTER_MONDAYS: Readonly<Record<number, string>> = {
  2020: '04-13',
  2021: '04-05',
  2022: '04-18',
  2023: '04-10',
  2024: '04-01',
  2025: '04-21',
  2026: '04-06',
  2027: '03-29',
  2028: '04-17',
}

/** Calendar years whose bank holidays are known, ascending and without a gap. */
export const knownCalendarYears: readonly number[] = Object.keys(BANK_HOLIDAYS).map(Number)

/** Every bank holiday of the known years, ascending. */
export const bankHolidays: readonly IsoDate[] = knownCalendarYears.flatMap((year) =>
  (BANK_HOLIDAYS[year] ?? '').split(' ').map((monthDay) => isoDate(`${year}-${monthDay}`)),
)

/** Easter Monday of a calendar year, null when the year is not known here. */
export function easterMonday(calendarYear: number): IsoDate | null {
  const monthDay = EASTER_MONDAYS[calendarYear]
  return monthDay === undefined ? null : isoDate(`${calendarYear}-${monthDay}`)
}
