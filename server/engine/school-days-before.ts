import { addDays, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'

/**
 * The last day on which something is so many school days before a day: for 2 and a Thursday the Tuesday. Null past
 * the known calendar.
 */
export function schoolDaysBefore(calendar: SchoolCalendar, day: IsoDate, n: number): IsoDate | null {
  let found = calendar.schoolDayOnOrAfter(day)
  for (let left = n; left > 0 && found !== null; left -= 1)
    found = calendar.schoolDayOnOrBefore(addDays(found, -1))
  return found
}
