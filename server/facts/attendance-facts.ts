import { lastDayOf, placeOf, previousYear, type AcademicYear } from '../calendar/academic-year.ts'
import { addDays, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { unpackMark } from '../law/register-codes.ts'
import type { AttendanceFacts, IdentityFacts, SchoolWeekFact } from './child-facts.ts'
import type { AttendanceYearRow, SuspensionRow } from './child-rows.ts'
import { registerLayout, type RegisterLayout } from './register-layout.ts'
import { tallyRegister } from './register-tally.ts'
import { suspendedSessions } from './suspended-sessions.ts'

/** Nine weeks of last year and the first of this make ten. */
const WEEKS_BEFORE = 9

/** What one school's registers are read with on a day, laid out once for all children. */
export interface AttendanceLayout {
  readonly on: IsoDate
  readonly year: AcademicYear
  readonly calendar: SchoolCalendar
  readonly thisYear: RegisterLayout
  readonly lastYear: RegisterLayout
  /** Sessions and weeks of this year up to the day. */
  readonly sessions: number
  readonly weeks: number
  /** Number of the first of last year's weeks that still matter. */
  readonly firstWeekBefore: number
  /** School sessions after the day to the end of the year; null past the known calendar. */
  readonly remaining: number | null
}

/** `year` is that of the day. */
export function layOutAttendance(
  calendar: SchoolCalendar,
  on: IsoDate,
  year: AcademicYear,
): AttendanceLayout {
  const thisYear = registerLayout(calendar, year)
  const lastYear = registerLayout(calendar, previousYear(year))
  return {
    on,
    year,
    calendar,
    thisYear,
    lastYear,
    sessions: thisYear.sessionsUpTo(on),
    weeks: thisYear.mondays.filter((monday) => monday <= on).length,
    firstWeekBefore: Math.max(0, lastYear.mondays.length - WEEKS_BEFORE),
    remaining: calendar.knowsEndOf(year) ? calendar.sessionsBetween(addDays(on, 1), lastDayOf(year)) : null,
  }
}

type OnRoll = Pick<IdentityFacts, 'admittedOn' | 'leftOn' | 'onRoll'>

/** Numbers of the first session on roll and of the first after it. */
function onRollIn(layout: RegisterLayout, { admittedOn, leftOn }: OnRoll): readonly [number, number] {
  const before =
    admittedOn <= (layout.days[0] ?? admittedOn) ? 0 : layout.sessionsUpTo(addDays(admittedOn, -1))
  return [before, leftOn === null ? layout.places.length : layout.sessionsUpTo(leftOn)]
}

function weeksBefore(
  marks: string | undefined,
  roll: OnRoll,
  { lastYear, firstWeekBefore: fromWeek }: AttendanceLayout,
): readonly SchoolWeekFact[] {
  if (marks === undefined) return []
  const [from, to] = onRollIn(lastYear, roll)
  return tallyRegister(marks, lastYear, { from, to, fromWeek, toWeek: lastYear.mondays.length }).weeks
}

function sessionsOfSuspensions(
  marks: string,
  suspensions: readonly SuspensionRow[],
  { admittedOn, leftOn }: OnRoll,
  { on: today, year, calendar }: AttendanceLayout,
): AttendanceFacts['suspendedSessions'] {
  if (suspensions.length === 0) return []
  const seen = new Set<number>()
  const upTo = leftOn !== null && leftOn < today ? leftOn : today
  return suspensions.flatMap((row) =>
    suspendedSessions(row, calendar, upTo).flatMap(({ on, session }) => {
      const place = on < admittedOn ? null : placeOf(year, on, session)
      if (place === null || seen.has(place)) return []
      seen.add(place)
      return [{ on, session, code: unpackMark(marks.charAt(place)), suspensionId: row.id }]
    }),
  )
}

/** The register of the day's academic year, counted up to the day while on roll; null when there is none. */
export function buildAttendanceFacts(
  registers: readonly AttendanceYearRow[],
  suspensions: readonly SuspensionRow[],
  roll: OnRoll,
  layout: AttendanceLayout,
): AttendanceFacts | null {
  const marks = registers.find(({ academicYear }) => academicYear === layout.year)?.marks
  if (marks === undefined) return null
  const { thisYear, lastYear } = layout
  const before = registers.find(({ academicYear }) => academicYear === lastYear.year)?.marks
  const [from, untilLeaving] = onRollIn(thisYear, roll)
  const to = Math.max(from, Math.min(untilLeaving, layout.sessions))
  const tally = tallyRegister(marks, thisYear, { from, to, fromWeek: 0, toWeek: layout.weeks })
  const lastMarkOn = tally.last < 0 ? null : thisYear.days[tally.last >> 1]!
  return {
    year: layout.year,
    schoolSessions: to - from,
    possible: tally.attended + tally.authorised + tally.unauthorised,
    attended: tally.attended,
    authorised: tally.authorised,
    unauthorised: tally.unauthorised,
    notPossible: tally.notPossible,
    missing: tally.missing,
    remaining: roll.onRoll ? layout.remaining : null,
    weeks: tally.weeks,
    weeksBefore: weeksBefore(before, roll, layout),
    unexplained: tally.unexplained,
    excludedMarks: tally.excluded,
    partTimeMarks: tally.partTime,
    suspendedSessions: sessionsOfSuspensions(marks, suspensions, roll, layout),
    lastMarkOn,
    schoolDaysWithoutMarks: (lastMarkOn === null ? to - from : to - 2 * ((tally.last >> 1) + 1)) / 2,
  }
}
