import { isoDate, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar, SchoolSession } from '../calendar/school-calendar.ts'
import type { SuspensionRow } from './child-rows.ts'

/**
 * School sessions up to and including a day that a suspension covers. A permanent exclusion has no end; a
 * lunchtime, and a suspension by another school, leave no mark in this school's register.
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
  const covered = Math.min(past, row.kind === 'permanent' ? past : (row.halfDays ?? 0))
  return covered > 0 ? (calendar.coverage(startedOn, startSession, covered) ?? []) : []
}
