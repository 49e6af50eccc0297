import type { IsoDate } from '../../calendar/iso-date.ts'
import type { AttendanceFacts } from '../../facts/child-facts.ts'
import {
  canStillMiss,
  greatestRun,
  isPersistent,
  isSevere,
  isSmallBase,
  percentToOneDecimal,
} from '../../law/attendance.ts'
import { valueOn } from '../../law/dated.ts'
import { thresholds } from '../../law/thresholds.ts'

/** One child's attendance of the academic year up to the day, in sessions; the exact pair beside the rate. */
export interface AttendanceSums {
  possible: number
  absent: number
  authorised: number
  unauthorised: number
  missing: number
  /** Percent to one decimal, rounded half up; null without a possible session. */
  rate: number | null
  persistent: boolean
  severe: boolean
  /** Too few possible sessions for the rate to say much. */
  smallBase: boolean
  /** Sessions that can still be missed before a tenth of the year; null when not on roll or not known. */
  canStillMiss: number | null
  remaining: number | null
  /** In the ten school weeks that end with this one, and the greatest of any ten. */
  unauthorisedLast10: number
  unauthorisedWorst10: number
}

/** Sums that nobody types; null when there is no register for the year. */
export function attendanceSums(facts: AttendanceFacts | null, on: IsoDate): AttendanceSums | null {
  if (facts === null) return null
  const { possible, authorised, unauthorised, missing, remaining, weeksBefore, weeks } = facts
  const absent = authorised + unauthorised
  const window = valueOn(thresholds.unauthorisedWeeks, on)
  const byWeek = [...weeksBefore, ...weeks].map((week) => week.unauthorised)
  return {
    possible,
    absent,
    authorised,
    unauthorised,
    missing,
    rate: percentToOneDecimal(absent, possible),
    persistent: isPersistent(absent, possible, on),
    severe: isSevere(absent, possible, on),
    smallBase: isSmallBase(possible),
    canStillMiss: remaining === null ? null : canStillMiss(possible, absent, remaining, on),
    remaining,
    unauthorisedLast10: byWeek.slice(-window).reduce((sum, each) => sum + each, 0),
    unauthorisedWorst10: greatestRun(byWeek, window),
  }
}
