import { isoDate, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar, SchoolSession } from '../calendar/school-calendar.ts'
import { asServed } from '../law/suspension-served.ts'
import type { SuspensionRow } from './child-rows.ts'
import { minuteBy } from './read-row.ts'

/** Sessions from a start, day by day, as far as the calendar knows them. */
function sessionsAsKnown(
  startedOn: IsoDate,
  startSession: 'AM' | 'PM',
  most: number,
  calendar: SchoolCalendar,
): readonly SchoolSession[] {
  const sessions: SchoolSession[] = []
  const first = calendar.schoolDayOnOrAfter(startedOn)
  let on = first
  for (let days = 1; first !== null && on !== null && sessions.length < most; days += 1) {
    if (on !== startedOn || startSession === 'AM') sessions.push({ on, session: 'AM' })
    if (sessions.length < most) sessions.push({ on, session: 'PM' })
    on = calendar.addSchoolDays(first, days)
  }
  return sessions
}

/**
 * School sessions up to and including a day that a suspension covers. A permanent exclusion has no end until it
 * is cancelled, and of what was cancelled by the day, what was served counts; a lunchtime, and a suspension by
 * another school, leave no mark in this school's register.
 */
export function suspendedSessions(
  row: SuspensionRow,
  calendar: SchoolCalendar,
  upTo: IsoDate,
): readonly SchoolSession[] {
  if (row.kind === 'lunchtime' || row.atOtherSchool === 1) return []
  const startedOn = isoDate(row.startedOn)
  const startSession = row.startSession ?? 'AM'
  const missesMorning = startSession === 'PM' && calendar.isSchoolDay(startedOn)
  const past = calendar.sessionsBetween(startedOn, upTo) - (missesMorning ? 1 : 0)
  const { halfDays } = asServed({ ...row, startedOn, cancelledAt: minuteBy(row.cancelledAt, upTo) }, calendar)
  const covered = Math.min(past, halfDays ?? (row.kind === 'permanent' ? past : 0))
  if (covered <= 0) return []
  return (
    calendar.coverage(startedOn, startSession, covered) ??
    sessionsAsKnown(startedOn, startSession, covered, calendar)
  )
}
