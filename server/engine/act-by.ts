import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'

/**
 * The day to show for a deadline that may fall in a holiday: the last school day up to it. The deadline
 * itself when that school day has passed, or when the calendar does not reach it.
 */
export function actBy(calendar: SchoolCalendar, deadline: IsoDate, on: IsoDate): IsoDate {
  const schoolDay = calendar.schoolDayOnOrBefore(deadline)
  return schoolDay !== null && schoolDay >= on ? schoolDay : deadline
}
