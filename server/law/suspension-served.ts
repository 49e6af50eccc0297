import { addDays, dayOf, weekday, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { sameStretch, type SuspensionRow } from './suspension-days.ts'

/** A row that a headteacher may have cancelled; null when nobody did. */
export interface CancellableRow extends SuspensionRow {
  readonly cancelledAt: LocalMinute | null
}

/** The wall time from which the morning of the day of a cancelling has been served. */
const NOON = '12:00'

const isWeekday = (day: IsoDate): boolean => weekday(day) < 5

/** The calendar counts the school days from one day to another without meeting a term nobody has entered. */
function isCounted(from: IsoDate, to: IsoDate, calendar: SchoolCalendar): boolean {
  const first = calendar.schoolDayOnOrAfter(from)
  const last = calendar.schoolDayOnOrBefore(to)
  if ((first !== null && first > to) || (last !== null && last < from)) return true
  return first !== null && last !== null && sameStretch(first, last, calendar)
}

/** All weekdays from one day to the day before another. */
function weekdaysBefore(from: IsoDate, end: IsoDate): number {
  let days = 0
  for (let day = from; day < end; day = addDays(day, 1)) if (isWeekday(day)) days += 1
  return days
}

/**
 * Half days served before a cancelling, at most those of the row: all of the school days before it, and of its
 * own day the morning (and the lunchtime) when it came at noon or later, and the afternoon when it came at its end or
 * later. Where the calendar does not know the days, every weekday counts as a school day, which errs on the side of
 * the duty.
 */
export function servedHalfDays(
  row: SuspensionRow,
  cancelledAt: LocalMinute,
  calendar: SchoolCalendar,
): number {
  const { kind, startedOn, startSession } = row
  const on = dayOf(cancelledAt)
  if (on < startedOn) return 0
  const counted = isCounted(startedOn, on, calendar)
  const isSchoolDay = (day: IsoDate) => (counted ? calendar.isSchoolDay(day) : isWeekday(day))
  const days = counted
    ? calendar.schoolDaysBetween(startedOn, addDays(on, -1))
    : weekdaysBefore(startedOn, on)
  const time = cancelledAt.slice(-NOON.length)
  const morning = isSchoolDay(on) && time >= NOON ? 1 : 0
  const afternoon = isSchoolDay(on) && time >= calendar.afternoonEnds ? 1 : 0
  if (kind === 'lunchtime') return Math.min(row.halfDays ?? 0, days + morning)
  const fromAfternoon = startSession === 'PM' && isSchoolDay(startedOn) ? 1 : 0
  return Math.min(row.halfDays ?? Infinity, Math.max(0, 2 * days + morning + afternoon - fromAfternoon))
}

/**
 * The row as it was served: the half days of a cancelled one are those before the cancelling, also of a permanent
 * exclusion, which else has no number of them.
 */
export function asServed<R extends CancellableRow>(row: R, calendar: SchoolCalendar): R {
  if (row.cancelledAt === null) return row
  return { ...row, halfDays: servedHalfDays(row, row.cancelledAt, calendar) }
}
