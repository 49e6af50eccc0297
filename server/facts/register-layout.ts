import { academicYearOf, placeOf, type AcademicYear } from '../calendar/academic-year.ts'
import { mondayOf, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { classTable } from '../law/register-codes.ts'
import type { SchoolWeekFact } from './child-facts.ts'

/** Consecutive school sessions whose marks mean the same. */
interface Era {
  /** Number of the first session after it. */
  readonly end: number
  readonly classes: Uint8Array
}

/**
 * Where the school's sessions of one academic year lie in a stored register, laid out once for all children.
 * A session's number is its place among the year's school sessions: two a school day, morning first.
 */
export interface RegisterLayout {
  readonly year: AcademicYear
  readonly days: readonly IsoDate[]
  /** By session: its place in the stored text. */
  readonly places: Int32Array
  /** By session: the number of its school week. */
  readonly weeks: Uint8Array
  readonly mondays: readonly IsoDate[]
  readonly eras: readonly Era[]
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

function erasOf(days: readonly IsoDate[]): readonly Era[] {
  const eras: { end: number; classes: Uint8Array }[] = []
  for (const [index, day] of days.entries()) {
    const classes = classTable(day)
    const era = eras.at(-1)
    if (era?.classes === classes) era.end = 2 * (index + 1)
    else eras.push({ end: 2 * (index + 1), classes })
  }
  return eras
}

function layOut(calendar: SchoolCalendar, year: AcademicYear): RegisterLayout {
  const days = calendar.schoolDays.filter((day) => academicYearOf(day) === year)
  const mondays = calendar.weeksOf(year)
  const places = new Int32Array(days.length * 2)
  const weeks = new Uint8Array(days.length * 2)
  for (const [index, day] of days.entries()) {
    const place = placeOf(year, day, 'AM') ?? 0
    const week = mondays.indexOf(mondayOf(day))
    for (const half of [0, 1]) {
      places[2 * index + half] = place + half
      weeks[2 * index + half] = week
    }
  }
  const facts = Array.from<SchoolWeekFact | undefined>({ length: mondays.length * COUNTS ** 3 })
  return {
    year,
    days,
    places,
    weeks,
    mondays,
    eras: erasOf(days),
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
