import {
  academicYearOf,
  firstDayOf,
  lastDayOf,
  type AcademicYear,
  type SessionHalf,
} from './academic-year.ts'
import { dayNumber, fromDayNumber, mondayOf, timeOfDay, weekday, type IsoDate } from './iso-date.ts'
import {
  knownStretches,
  referencePeriodOf,
  schoolTermsOf,
  type ExclusionTerm,
  type SchoolTerm,
  type Stretch,
  type TermDate,
} from './school-terms.ts'

export type { ExclusionTerm, SchoolTerm, TermDate } from './school-terms.ts'

/** One school half-day. */
export interface SchoolSession {
  readonly on: IsoDate
  readonly session: SessionHalf
}

/**
 * The days on which one school meets, laid out once. A count that would run over a term nobody has entered
 * answers null, never a wrong day.
 */
export interface SchoolCalendar {
  /** At least one term is known. */
  readonly known: boolean
  /** Academic years with terms, ascending. */
  readonly years: readonly AcademicYear[]
  readonly terms: readonly SchoolTerm[]
  /** Every school day, ascending. */
  readonly schoolDays: readonly IsoDate[]
  /** The wall time at which the afternoon session ends, such as `15:30`. */
  readonly afternoonEnds: string
  /** The day lies in a term or in an academic year that has terms. */
  knowsDay(day: IsoDate): boolean
  /** The terms known of the year follow each other to its end, so that what is left of it can be counted. */
  knowsEndOf(year: AcademicYear): boolean
  isSchoolDay(day: IsoDate): boolean
  schoolDayOnOrBefore(day: IsoDate): IsoDate | null
  schoolDayOnOrAfter(day: IsoDate): IsoDate | null
  /** The `n`-th school day after a day, which is day 0 and itself the answer for 0. */
  addSchoolDays(day: IsoDate, n: number): IsoDate | null
  /** School days known from `first` to `last`, both included; 0 when reversed. */
  schoolDaysBetween(first: IsoDate, last: IsoDate): number
  /** Half-days known from `first` to `last`, both included: two a school day. */
  sessionsBetween(first: IsoDate, last: IsoDate): number
  /** The school's term that holds the day, half-terms included; null in the holidays. */
  termOf(day: IsoDate): SchoolTerm | null
  /**
   * The term by which suspensions are counted: the school's when it has three in that year, else the period
   * between the reference dates of the 2012 Regulations. A day between terms belongs to the next.
   */
  exclusionTermOf(day: IsoDate): ExclusionTerm | null
  /** Mondays of the weeks with a school day in the academic year, ascending. */
  weeksOf(year: AcademicYear): readonly IsoDate[]
  firstSchoolDayOf(year: AcademicYear): IsoDate | null
  lastSchoolDayOf(year: AcademicYear): IsoDate | null
  /** Consecutive sessions from a start (the next school morning when that is no school day), or null. */
  coverage(startOn: IsoDate, startSession: SessionHalf, halfDays: number): readonly SchoolSession[] | null
}

/**
 * When the afternoon session ends, in minutes of the day, where a school has not said: 15:30 is our own usual value,
 * as no law names an hour.
 */
export const AFTERNOON_ENDS = 15 * 60 + 30

/** Number of entries of an ascending list that are less than or equal to a value. */
const countUpTo = (ascending: readonly number[], value: number): number => {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? Infinity) <= value) low = middle + 1
    else high = middle
  }
  return low
}

const schoolDayNumbers = (terms: readonly SchoolTerm[], termDates: readonly TermDate[]): number[] => {
  const closed = new Set<number>()
  for (const row of termDates) {
    if (row.kind === 'term') continue
    for (let n = dayNumber(row.firstDay); n <= dayNumber(row.lastDay); n += 1) closed.add(n)
  }
  const days: number[] = []
  for (const term of terms) {
    for (let n = dayNumber(term.firstDay); n <= dayNumber(term.lastDay); n += 1) {
      if (!closed.has(n) && weekday(fromDayNumber(n)) < 5) days.push(n)
    }
  }
  return days
}

/** The last of an ascending list of spans that begins on or before the day. */
const lastBegun = <T extends Stretch>(
  spans: readonly T[],
  starts: readonly number[],
  day: IsoDate,
): T | undefined => spans[countUpTo(starts, dayNumber(day)) - 1]

/**
 * Lays a school's calendar out from its rows in any order. A school day is a weekday inside a term that no
 * other row covers. Rows that overlap count once; rows that end before they begin count for nothing.
 */
export function buildSchoolCalendar(
  termDates: readonly TermDate[],
  afternoonEnds: number = AFTERNOON_ENDS,
): SchoolCalendar {
  const terms = schoolTermsOf(termDates)
  const termStarts = terms.map((term) => dayNumber(term.firstDay))
  const numbers = schoolDayNumbers(terms, termDates)
  const schoolDays = numbers.map(fromDayNumber)
  const open = new Set<string>(schoolDays)
  const years = [...new Set(terms.map((term) => term.year))]
  const stretches = knownStretches(terms)
  const stretchStarts = stretches.map((stretch) => dayNumber(stretch.firstDay))
  const weeks = new Map<AcademicYear, IsoDate[]>()
  for (const day of schoolDays) {
    const year = academicYearOf(day)
    const ofYear = weeks.get(year) ?? []
    const monday = mondayOf(day)
    if (ofYear.at(-1) !== monday) ofYear.push(monday)
    weeks.set(year, ofYear)
  }

  const stretchOf = (day: IsoDate): Stretch | null => {
    const stretch = lastBegun(stretches, stretchStarts, day)
    return stretch !== undefined && day <= stretch.lastDay ? stretch : null
  }
  /** The school day at a place of the list, if the way to it from `day` is known throughout. */
  const reached = (day: IsoDate, place: number): IsoDate | null => {
    const found = schoolDays[place]
    const stretch = stretchOf(day)
    const inside =
      found !== undefined && stretch !== null && found >= stretch.firstDay && found <= stretch.lastDay
    return inside ? found : null
  }
  const schoolDayOnOrAfter = (day: IsoDate) => reached(day, countUpTo(numbers, dayNumber(day) - 1))
  const schoolDaysBetween = (first: IsoDate, last: IsoDate) =>
    Math.max(0, countUpTo(numbers, dayNumber(last)) - countUpTo(numbers, dayNumber(first) - 1))
  const termOf = (day: IsoDate): SchoolTerm | null => {
    const term = lastBegun(terms, termStarts, day)
    return term !== undefined && day <= term.lastDay ? term : null
  }
  /** The school day at a place, if it lies in the year. */
  const inYear = (place: number, year: AcademicYear): IsoDate | null => {
    const found = schoolDays[place]
    return found !== undefined && academicYearOf(found) === year ? found : null
  }

  return {
    known: terms.length > 0,
    years,
    terms,
    schoolDays,
    afternoonEnds: timeOfDay(afternoonEnds),
    knowsDay: (day) => years.includes(academicYearOf(day)) || termOf(day) !== null,
    knowsEndOf(year) {
      const stretch = stretchOf(lastDayOf(year))
      const first = terms.find((term) => term.year === year)
      return stretch !== null && first !== undefined && first.firstDay >= stretch.firstDay
    },
    isSchoolDay: (day) => open.has(day),
    schoolDayOnOrBefore: (day) => reached(day, countUpTo(numbers, dayNumber(day)) - 1),
    schoolDayOnOrAfter,
    addSchoolDays(day, n) {
      if (!Number.isInteger(n) || n < 0) throw new RangeError(`Not a number of school days: ${n}`)
      return n === 0 ? day : reached(day, countUpTo(numbers, dayNumber(day)) + n - 1)
    },
    schoolDaysBetween,
    sessionsBetween: (first, last) => 2 * schoolDaysBetween(first, last),
    termOf,
    exclusionTermOf(day) {
      const stretch = stretchOf(day)
      if (stretch === null) return null
      const term = terms.find((each) => each.lastDay >= day && each.lastDay <= stretch.lastDay)
      const year = term?.year ?? academicYearOf(day)
      const seasons = terms.filter((each) => each.year === year).map(({ season }) => season)
      if (seasons.length !== 3 || new Set(seasons).size !== 3) return referencePeriodOf(day)
      if (term === undefined) return null
      return { name: term.name, firstDay: term.firstDay, lastDay: term.lastDay, year: term.year }
    },
    weeksOf: (year) => weeks.get(year) ?? [],
    firstSchoolDayOf: (year) => inYear(countUpTo(numbers, dayNumber(firstDayOf(year)) - 1), year),
    lastSchoolDayOf: (year) => inYear(countUpTo(numbers, dayNumber(lastDayOf(year))) - 1, year),
    coverage(startOn, startSession, halfDays) {
      const sessions: SchoolSession[] = []
      const first = schoolDayOnOrAfter(startOn)
      if (first === null) return halfDays === 0 ? sessions : null
      let place = countUpTo(numbers, dayNumber(first)) - 1
      let session: SessionHalf = first === startOn ? startSession : 'AM'
      while (sessions.length < halfDays) {
        const on = reached(startOn, place)
        if (on === null) return null
        sessions.push({ on, session })
        if (session === 'PM') place += 1
        session = session === 'AM' ? 'PM' : 'AM'
      }
      return sessions
    },
  }
}
