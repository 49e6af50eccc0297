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

/** The days before one, from a start; those of a calendar that does not know them are all its weekdays. */
function daysServed(from: IsoDate, before: IsoDate, calendar: SchoolCalendar): number {
  const first = calendar.schoolDayOnOrAfter(from)
  const last = calendar.schoolDayOnOrBefore(before)
  const known = first !== null && last !== null && (last < first || sameStretch(first, last, calendar))
  if (known) return calendar.schoolDaysBetween(from, addDays(before, -1))
  let days = 0
  for (let day = from; day < before; day = addDays(day, 1)) if (isWeekday(day)) days += 1
  return days
}

/**
 * Half days served before a cancelling, at most those of the row: all of the school days before it, and of its
 * own day the morning (and the lunchtime) when it came at noon or later, never the afternoon. Where the calendar
 * does not know the days, every weekday counts as a school day, which errs on the side of the duty.
 */
export function servedHalfDays(
  row: SuspensionRow,
  cancelledAt: LocalMinute,
  calendar: SchoolCalendar,
): number {
  const { kind, startedOn, startSession } = row
  const on = dayOf(cancelledAt)
  if (on < startedOn) return 0
  const knows = calendar.schoolDayOnOrBefore(on) !== null
  const isSchoolDay = (day: IsoDate) => (knows ? calendar.isSchoolDay(day) : isWeekday(day))
  const days = daysServed(startedOn, on, calendar)
  const morning = isSchoolDay(on) && cancelledAt.slice(-NOON.length) >= NOON ? 1 : 0
  if (kind === 'lunchtime') return Math.min(row.halfDays ?? 0, days + morning)
  const fromAfternoon = startSession === 'PM' && isSchoolDay(startedOn) ? 1 : 0
  return Math.min(row.halfDays ?? Infinity, Math.max(0, 2 * days + morning - fromAfternoon))
}

/**
 * The row as it was served: the half days of a cancelled one are those before the cancelling, also of a permanent
 * exclusion, which else has no number of them.
 */
export function asServed<R extends CancellableRow>(row: R, calendar: SchoolCalendar): R {
  if (row.cancelledAt === null) return row
  return { ...row, halfDays: servedHalfDays(row, row.cancelledAt, calendar) }
}
