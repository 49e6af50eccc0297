import { dayNumber, partsOf, weekday, type Day } from '../../days.ts'

/**
 * The days of an English school year as they usually lie, for the drawing beside the sign-in: nobody is signed in
 * yet, so no school's own calendar is known. Weekdays of three terms around Christmas and Easter, half-terms left out; that of the
 * summer is the week of the bank holiday, the last Monday in May.
 */
export interface UsualTerm {
  name: 'Autumn' | 'Spring' | 'Summer'
  days: readonly Day[]
}

const two = (value: number) => `${value}`.padStart(2, '0')

/** The day of a number of days since 1970-01-01 (civil from days, proleptic Gregorian). */
export function dayOfNumber(number: number): Day {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const inEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  )
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * inYear + 2) / 153)
  const date = inYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return `${yearOfEra + era * 400 + (month <= 2 ? 1 : 0)}-${two(month)}-${two(date)}`
}

/** Easter Sunday of a year (the anonymous Gregorian computus). */
export function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return `${year}-${two(Math.floor(f / 31))}-${two((f % 31) + 1)}`
}

/** Monday of the week in which a day lies. */
const monday = (day: Day) => dayNumber(day) - weekday(day)

function weekdays(from: number, to: number, holiday: number): Day[] {
  const days: Day[] = []
  for (let number = from; number <= to; number++) {
    const day = dayOfNumber(number)
    if (weekday(day) < 5 && (number < holiday || number > holiday + 4)) days.push(day)
  }
  return days
}

/** The usual three terms of the academic year in which a day lies; August belongs to the year that comes. */
export function usualYear(on: Day): readonly UsualTerm[] {
  const { year, month } = partsOf(on)
  const first = month >= 8 ? year : year - 1
  const second = first + 1
  const easter = dayNumber(easterSunday(second))
  return [
    {
      name: 'Autumn',
      days: weekdays(dayNumber(`${first}-09-02`), monday(`${first}-12-18`) + 4, monday(`${first}-10-28`)),
    },
    {
      name: 'Spring',
      days: weekdays(dayNumber(`${second}-01-05`), easter - 9, monday(`${second}-02-17`)),
    },
    {
      name: 'Summer',
      days: weekdays(easter + 8, dayNumber(`${second}-07-21`), monday(`${second}-05-31`)),
    },
  ]
}
