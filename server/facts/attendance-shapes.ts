import type { AcademicYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'

/* What a rule may know about a child’s registers. */

export interface MarkFact {
  on: IsoDate
  session: 'AM' | 'PM'
  code: string
}

export interface SchoolWeekFact {
  monday: IsoDate
  possible: number
  authorised: number
  unauthorised: number
}

export interface AttendanceFacts {
  year: AcademicYear
  /** School sessions from 1 September to the day, while on roll. */
  schoolSessions: number
  possible: number
  attended: number
  authorised: number
  unauthorised: number
  notPossible: number
  missing: number
  /** School sessions after the day to the year's last school day; null when not on roll or past the known calendar. */
  remaining: number | null
  /** School weeks of this year up to the day, oldest first. */
  weeks: readonly SchoolWeekFact[]
  /** Up to the nine school weeks of last year that come before them, where last year's marks are stored. */
  weeksBefore: readonly SchoolWeekFact[]
  /** Marks N and O of the year up to the day, oldest first. */
  unexplained: readonly MarkFact[]
  /** Marks E of the year up to the day, oldest first. */
  excludedMarks: readonly MarkFact[]
  /** Marks C2 of the year up to the day, oldest first. */
  partTimeMarks: readonly MarkFact[]
  /** School sessions up to the day that a suspension covers, with the mark that stands there; null = no mark. */
  suspendedSessions: readonly {
    on: IsoDate
    session: 'AM' | 'PM'
    code: string | null
    suspensionId: string
  }[]
  /** The last day with any mark, up to the day. */
  lastMarkOn: IsoDate | null
  /** School days after the last mark up to and including the day (since admission when there is no mark). */
  schoolDaysWithoutMarks: number
}
