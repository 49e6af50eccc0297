import { lastDayOf, placeOf, previousYear, type AcademicYear } from '../calendar/academic-year.ts'
import { addDays, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { CLASS_NUMBER, unpackMark } from '../law/register-codes.ts'
import type { AttendanceFacts, IdentityFacts, SchoolWeekFact } from './child-facts.ts'
import type { AttendanceYearRow, SuspensionRow } from './child-rows.ts'
import { registerLayout, type RegisterLayout } from './register-layout.ts'
import { newTally, tallyRegister, weekFacts, type RegisterTally } from './register-tally.ts'
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
  /** Number of the first of last year's weeks that still matter, and of its first session. */
  readonly firstWeekBefore: number
  readonly firstSessionBefore: number
  /** School sessions after the day to the end of the year; null past the known calendar. */
  readonly remaining: number | null
  readonly tally: RegisterTally
}

export function layOutAttendance(
  calendar: SchoolCalendar,
  on: IsoDate,
  year: AcademicYear,
): AttendanceLayout {
  const thisYear = registerLayout(calendar, year)
  const lastYear = registerLayout(calendar, previousYear(year))
  const firstWeekBefore = Math.max(0, lastYear.mondays.length - WEEKS_BEFORE)
  const firstSessionBefore = lastYear.weeks.indexOf(firstWeekBefore)
  return {
    on,
    year,
    calendar,
    thisYear,
    lastYear,
    sessions: thisYear.sessionsUpTo(on),
    weeks: thisYear.mondays.filter((monday) => monday <= on).length,
    firstWeekBefore,
    firstSessionBefore: Math.max(0, firstSessionBefore),
    remaining: calendar.knowsEndOf(year) ? calendar.sessionsBetween(addDays(on, 1), lastDayOf(year)) : null,
    tally: newTally(),
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
  { lastYear, firstWeekBefore, firstSessionBefore, tally }: AttendanceLayout,
): readonly SchoolWeekFact[] {
  if (marks === undefined) return []
  const [from, to] = onRollIn(lastYear, roll)
  tallyRegister(tally, marks, lastYear, Math.max(from, firstSessionBefore), to)
  return weekFacts(tally, lastYear, firstWeekBefore, lastYear.mondays.length)
}

function sessionsOfSuspensions(
  marks: string,
  suspensions: readonly SuspensionRow[],
  { admittedOn, leftOn }: OnRoll,
  { on: today, year, calendar }: AttendanceLayout,
): AttendanceFacts['suspendedSessions'] {
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
  const { thisYear, lastYear, tally } = layout
  const before = registers.find(({ academicYear }) => academicYear === lastYear.year)?.marks
  const weeksOfLastYear = weeksBefore(before, roll, layout)

  const [from, untilLeaving] = onRollIn(thisYear, roll)
  const to = Math.max(from, Math.min(untilLeaving, layout.sessions))
  tallyRegister(tally, marks, thisYear, from, to)
  const of = (kind: keyof typeof CLASS_NUMBER) => tally.byClass[CLASS_NUMBER[kind]]!
  const attended = of('PRES') + of('AEA')
  const lastMarkOn = tally.last < 0 ? null : thisYear.days[tally.last >> 1]!
  return {
    year: layout.year,
    schoolSessions: to - from,
    possible: attended + of('AUTH') + of('UNAUTH'),
    attended,
    authorised: of('AUTH'),
    unauthorised: of('UNAUTH'),
    notPossible: of('NP'),
    missing: of('none'),
    remaining: roll.onRoll ? layout.remaining : null,
    weeks: weekFacts(tally, thisYear, 0, layout.weeks),
    weeksBefore: weeksOfLastYear,
    unexplained: tally.unexplained,
    excludedMarks: tally.excluded,
    suspendedSessions: sessionsOfSuspensions(marks, suspensions, roll, layout),
    lastMarkOn,
    schoolDaysWithoutMarks: (lastMarkOn === null ? to - from : to - 2 * ((tally.last >> 1) + 1)) / 2,
  }
}
