import { firstDayOf, type AcademicYear } from '../calendar/academic-year.ts'
import { bankHolidays, easterMonday } from '../calendar/bank-holidays-england.ts'
import { addDays, isoDate, mondayOf, weekday, type IsoDate } from '../calendar/iso-date.ts'
import type { TermDate } from '../calendar/school-calendar.ts'

const nextMonday = (day: IsoDate) => (weekday(day) === 0 ? day : addDays(mondayOf(day), 7))
const weekdayOnOrAfter = (day: IsoDate) => (weekday(day) > 4 ? nextMonday(day) : day)

/**
 * The invented school's terms of one academic year, laid around the year's real bank holidays.
 * Empty when Easter of that year is not known.
 */
export function demoTermDates(year: AcademicYear): TermDate[] {
  const starts = Number(year.slice(0, 4))
  const easter = easterMonday(starts + 1)
  if (!easter) return []
  const on = (calendarYear: number, monthAndDay: string) => isoDate(`${calendarYear}-${monthAndDay}`)

  const autumnFirst = weekdayOnOrAfter(firstDayOf(year))
  const autumnLast = addDays(mondayOf(on(starts, '12-17')), 4)
  const autumnHalf = mondayOf(on(starts, '10-28'))
  const springFirst = nextMonday(on(starts + 1, '01-04'))
  const springHalf = nextMonday(on(starts + 1, '02-13'))
  const easterIsEarly = easter < on(starts + 1, '04-02')
  const springLast = addDays(easter, easterIsEarly ? -4 : -10)
  const summerFirst = addDays(mondayOf(springLast), 21)
  const summerHalf = mondayOf(on(starts + 1, '05-31'))
  const summerLast = addDays(mondayOf(on(starts + 1, '07-21')), 1)

  const row = (kind: TermDate['kind'], name: string, firstDay: IsoDate, lastDay = firstDay): TermDate => ({
    kind,
    name,
    firstDay,
    lastDay,
  })
  return [
    row('term', `Autumn ${starts}`, autumnFirst, autumnLast),
    row('half-term', `Autumn half-term ${starts}`, autumnHalf, addDays(autumnHalf, 4)),
    row('term', `Spring ${starts + 1}`, springFirst, springLast),
    row('half-term', `Spring half-term ${starts + 1}`, springHalf, addDays(springHalf, 4)),
    row('term', `Summer ${starts + 1}`, summerFirst, summerLast),
    row('half-term', `Summer half-term ${starts + 1}`, summerHalf, addDays(summerHalf, 4)),
    row('inset', 'INSET day', autumnFirst),
    row('inset', 'INSET day', addDays(autumnHalf, -3)),
    row('inset', 'INSET day', springFirst),
    row('inset', 'INSET day', summerLast),
    ...bankHolidays
      .filter((day) => day >= autumnFirst && day <= summerLast)
      .map((day) => row('bank-holiday', 'Bank holiday', day)),
  ]
}
