import { academicYear } from '../../../server/calendar/academic-year.ts'
import { addDays, isoDate, type IsoDate } from '../../../server/calendar/iso-date.ts'
import type { AttendanceFacts, MarkFact, SchoolWeekFact } from '../../../server/facts/child-facts.ts'

/** A mark, such as `aMark('2026-03-12', 'AM', 'N')`. */
export function aMark(on: string, session: 'AM' | 'PM', code: string): MarkFact {
  return { on: isoDate(on), session, code }
}

/** A session that a suspension covers, with the mark that stands there. */
export function aSuspendedSession(
  on: string,
  session: 'AM' | 'PM',
  code: string | null,
  suspensionId = 'suspension-1',
): AttendanceFacts['suspendedSessions'][number] {
  return { on: isoDate(on), session, code, suspensionId }
}

/** Consecutive weeks from a Monday with so many unauthorised sessions each, and ten possible ones. */
export function weeksFrom(monday: string, unauthorised: readonly number[]): readonly SchoolWeekFact[] {
  const first: IsoDate = isoDate(monday)
  return unauthorised.map((sessions, index) => ({
    monday: addDays(first, index * 7),
    possible: 10,
    authorised: 0,
    unauthorised: sessions,
  }))
}

/**
 * A register of 2025/26 up to Friday 13 March 2026 with nothing amiss. Give `authorised` and `unauthorised`
 * sessions: those attended follow from the possible ones, 234 unless said otherwise.
 */
export function anAttendance(given: Partial<AttendanceFacts> = {}): AttendanceFacts {
  const possible = given.possible ?? 234
  const absent = (given.authorised ?? 0) + (given.unauthorised ?? 0)
  return {
    year: academicYear('2025/26'),
    schoolSessions: 234,
    possible,
    attended: possible - absent,
    authorised: 0,
    unauthorised: 0,
    notPossible: 0,
    missing: 0,
    remaining: 146,
    weeks: [],
    weeksBefore: [],
    unexplained: [],
    excludedMarks: [],
    partTimeMarks: [],
    suspendedSessions: [],
    lastMarkOn: isoDate('2026-03-13'),
    schoolDaysWithoutMarks: 0,
    ...given,
  }
}
