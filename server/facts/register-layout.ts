import { academicYearOf, placeOf, type AcademicYear } from '../calendar/academic-year.ts'
import { addDays, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { classTable } from '../law/register-codes.ts'
import type { SchoolWeekFact } from './child-facts.ts'

/**
 * Where the school's sessions of one academic year lie in a stored register, laid out once for all children.
 * A session's number is its place among the year's school sessions: two a school day, morning first.
 */
export interface RegisterLayout {
  readonly year: AcademicYear
  readonly days: readonly IsoDate[]
  /** By session: its place in the stored text. */
  readonly places: Int32Array
  /** By school day: the classes of marks on it, by character code. */
  readonly classes: readonly Uint8Array[]
  readonly mondays: readonly IsoDate[]
  /** By school week: the number of its first session; one more for the end. */
  readonly weekStarts: Int32Array
  /** Number of sessions up to and including a day. */
  sessionsUpTo(day: IsoDate): number
  /** A week's facts; children with the same counts share one object. */
  weekFact(week: number, possible: number, authorised: number, unauthorised: number): SchoolWeekFact
}

/** A week has from none to ten sessions of a kind. */
const COUNTS = 11

/** Number of entries of ascending text that are less than or equal to a value. */
const countUpTo = (ascending: readonly string[], value: string): number => {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low
}

function placesOf(year: AcademicYear, days: readonly IsoDate[]): Int32Array {
  const places = new Int32Array(days.length * 2)
  for (const [index, day] of days.entries()) {
    const morning = placeOf(year, day, 'AM') ?? 0
    places[2 * index] = morning
    places[2 * index + 1] = morning + 1
  }
  return places
}

function layOut(calendar: SchoolCalendar, year: AcademicYear): RegisterLayout {
  const days = calendar.schoolDays.filter((day) => academicYearOf(day) === year)
  const mondays = calendar.weeksOf(year)
  const sessionsBefore = (day: IsoDate) => 2 * countUpTo(days, addDays(day, -1))
  const facts = Array.from<SchoolWeekFact | undefined>({ length: mondays.length * COUNTS ** 3 })
  return {
    year,
    days,
    places: placesOf(year, days),
    classes: days.map(classTable),
    mondays,
    weekStarts: Int32Array.of(...mondays.map(sessionsBefore), days.length * 2),
    sessionsUpTo: (day) => 2 * countUpTo(days, day),
    weekFact(week, possible, authorised, unauthorised) {
      const key = ((week * COUNTS + possible) * COUNTS + authorised) * COUNTS + unauthorised
      return (facts[key] ??= { monday: mondays[week]!, possible, authorised, unauthorised })
    },
  }
}

const layouts = new WeakMap<SchoolCalendar, Map<AcademicYear, RegisterLayout>>()

/** The layout of a school's register, made at the first call for its calendar and year. */
export function registerLayout(calendar: SchoolCalendar, year: AcademicYear): RegisterLayout {
  let ofCalendar = layouts.get(calendar)
  if (ofCalendar === undefined) layouts.set(calendar, (ofCalendar = new Map<AcademicYear, RegisterLayout>()))
  let layout = ofCalendar.get(year)
  if (layout === undefined) ofCalendar.set(year, (layout = layOut(calendar, year)))
  return layout
}
