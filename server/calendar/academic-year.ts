import { easterMonday } from './bank-holidays-england.ts'
import { addDays, dayNumber, fromDayNumber, isoDate, mondayOf, weekday, type IsoDate } from './iso-date.ts'

/** A school year from 1 September to 31 August as text, `2025/26`. Text order is time order. */
export type AcademicYear = string & { readonly __academicYear: unique symbol }

export type PepTerm = 'autumn' | 'spring' | 'summer'

export type SessionHalf = 'AM' | 'PM'

/** One of the three spans of an academic year in which a personal education plan is reviewed. */
export interface PepWindow {
  readonly term: PepTerm
  readonly firstDay: IsoDate
  readonly lastDay: IsoDate
}

const startingIn = (year: number): AcademicYear =>
  `${year}/${String((year + 1) % 100).padStart(2, '0')}` as AcademicYear
const startYear = (year: AcademicYear): number => Number(year.slice(0, 4))

/** The text as an academic year; throws a RangeError unless it is written like `2025/26`. */
export function academicYear(text: string): AcademicYear {
  const year = Number(text.slice(0, 4))
  if (!(year >= 1900 && year <= 2198) || startingIn(year) !== text) {
    throw new RangeError(`Not an academic year: ${text}`)
  }
  return text as AcademicYear
}

/** The academic year that holds the day. */
export function academicYearOf(day: IsoDate): AcademicYear {
  const year = Number(day.slice(0, 4))
  return startingIn(day.slice(5) >= '09-01' ? year : year - 1)
}

/** 1 September of the academic year. */
export function firstDayOf(year: AcademicYear): IsoDate {
  return isoDate(`${startYear(year)}-09-01`)
}

/** 31 August of the academic year. */
export function lastDayOf(year: AcademicYear): IsoDate {
  return isoDate(`${startYear(year) + 1}-08-31`)
}

/** The academic year before. */
export function previousYear(year: AcademicYear): AcademicYear {
  return startingIn(startYear(year) - 1)
}

/** The academic year after. */
export function nextYear(year: AcademicYear): AcademicYear {
  return startingIn(startYear(year) + 1)
}

/**
 * The termly windows of personal education plans: 1 September to 31 December, 1 January to the day before
 * Easter Monday, Easter Monday to 31 July. Null when Easter Monday of the year is not known.
 */
export function pepWindows(year: AcademicYear): readonly PepWindow[] | null {
  const spring = startYear(year) + 1
  const easter = easterMonday(spring)
  if (easter === null) return null
  return [
    { term: 'autumn', firstDay: firstDayOf(year), lastDay: isoDate(`${spring - 1}-12-31`) },
    { term: 'spring', firstDay: isoDate(`${spring}-01-01`), lastDay: addDays(easter, -1) },
    { term: 'summer', firstDay: easter, lastDay: isoDate(`${spring}-07-31`) },
  ]
}

const SESSIONS_A_WEEK = 10
const PLACES = 53 * SESSIONS_A_WEEK
const layouts = new Map<AcademicYear, { firstMonday: number; first: number; last: number }>()

/** Day numbers of the Monday that places count from, and of the year's own first and last day. */
const layoutOf = (year: AcademicYear) => {
  const found = layouts.get(year)
  if (found !== undefined) return found
  const first = firstDayOf(year)
  const firstWeekday = weekday(first) < 5 ? first : addDays(first, 7 - weekday(first))
  const firstMonday = dayNumber(mondayOf(firstWeekday))
  const layout = { firstMonday, first: dayNumber(first), last: dayNumber(lastDayOf(year)) }
  layouts.set(year, layout)
  return layout
}

/** The places of one attendance year: 53 weeks of ten weekday sessions from a Monday. */
export function attendancePlaces(year: AcademicYear): {
  readonly firstMonday: IsoDate
  readonly places: 530
} {
  return { firstMonday: fromDayNumber(layoutOf(year).firstMonday), places: PLACES as 530 }
}

/**
 * The place of a session among the 530 of an attendance year; place 0 is the morning of the Monday of the
 * week that holds the first weekday on or after 1 September. Null at a weekend and outside the year.
 */
export function placeOf(year: AcademicYear, day: IsoDate, session: SessionHalf): number | null {
  const { firstMonday, first, last } = layoutOf(year)
  const number = dayNumber(day)
  const sinceMonday = number - firstMonday
  const dayOfWeek = sinceMonday % 7
  if (number < first || number > last || sinceMonday < 0 || dayOfWeek > 4) return null
  return Math.floor(sinceMonday / 7) * SESSIONS_A_WEEK + dayOfWeek * 2 + (session === 'AM' ? 0 : 1)
}

/**
 * The session at a place of an attendance year. The first places may lie in August and the last in
 * September, where `placeOf` puts nothing. Throws a RangeError outside 0 to 529.
 */
export function sessionAt(
  year: AcademicYear,
  place: number,
): { readonly on: IsoDate; readonly session: SessionHalf } {
  if (!Number.isInteger(place) || place < 0 || place >= PLACES) throw new RangeError(`Not a place: ${place}`)
  const week = Math.floor(place / SESSIONS_A_WEEK)
  const inWeek = place % SESSIONS_A_WEEK
  return {
    on: fromDayNumber(layoutOf(year).firstMonday + week * 7 + Math.floor(inWeek / 2)),
    session: inWeek % 2 === 0 ? 'AM' : 'PM',
  }
}
