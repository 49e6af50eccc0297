import {
  canStillMiss,
  greatestRun,
  isPersistent,
  isSevere,
  isSmallBase,
  percentToOneDecimal,
} from '../law/attendance.ts'
import { thresholds } from '../law/thresholds.ts'
import type { AttendanceFacts } from '../facts/child-facts.ts'

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** One child's register of the academic year, counted and judged (D13 to D16). */
export function attendancePicture(attendance: AttendanceFacts) {
  const { possible, authorised, unauthorised, remaining } = attendance
  const absent = authorised + unauthorised
  const unauthorisedByWeek = attendance.weeks.map((week) => week.unauthorised)
  const window = thresholds.unauthorisedWeeks.latest
  const worst = greatestRun(unauthorisedByWeek, window)
  return {
    school_sessions: attendance.schoolSessions,
    possible,
    attended: attendance.attended,
    authorised,
    unauthorised,
    not_possible: attendance.notPossible,
    missing: attendance.missing,
    absence_fraction: possible === 0 ? null : `${absent}/${possible}`,
    absence_percent: percentToOneDecimal(absent, possible),
    persistent: isPersistent(absent, possible),
    severe: isSevere(absent, possible),
    small_base: isSmallBase(possible),
    remaining_sessions: remaining,
    can_still_miss_before_10_percent: remaining === null ? null : canStillMiss(possible, absent, remaining),
    unauthorised_worst_10_weeks: worst,
    unauthorised_last_10_weeks: sum(unauthorisedByWeek.slice(-window)),
    ten_unauthorised_reached: worst >= thresholds.unauthorisedSessions.latest,
  }
}
