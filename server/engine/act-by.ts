import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { dayWords } from './words.ts'

/**
 * The day to show for a deadline that may fall in a holiday: the last school day up to it. The deadline
 * itself when that school day has passed, or when the calendar does not reach it.
 */
export function actBy(calendar: SchoolCalendar, deadline: IsoDate, on: IsoDate): IsoDate {
  const schoolDay = calendar.schoolDayOnOrBefore(deadline)
  return schoolDay !== null && schoolDay >= on ? schoolDay : deadline
}

/** What to add to a sentence that names the deadline when the day to act by is another; else nothing. */
export function actByNote(dueOn: IsoDate, deadline: IsoDate): string {
  return dueOn === deadline ? '' : `; the last school day before it is ${dayWords(dueOn, deadline)}`
}

/** The same for a termly window, whose last school day is null past the known calendar. */
export function windowActBy(
  window: { readonly lastDay: IsoDate; readonly lastSchoolDay: IsoDate | null },
  on: IsoDate,
): IsoDate {
  const { lastDay, lastSchoolDay } = window
  return lastSchoolDay !== null && lastSchoolDay >= on ? lastSchoolDay : lastDay
}
