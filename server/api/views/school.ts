import type { Picture } from '../../alerts/picture.ts'
import type { AcademicYear, PepTerm } from '../../calendar/academic-year.ts'
import { addDays, mondayOf, type IsoDate } from '../../calendar/iso-date.ts'
import type { SchoolCalendar } from '../../calendar/school-calendar.ts'
import { cohortGroupOf } from './child-name.ts'

/** A term with its school days: a stretch of the day line. */
export interface TermDays {
  name: string
  season: PepTerm
  firstDay: IsoDate
  lastDay: IsoDate
  schoolDays: readonly IsoDate[]
}

/** Where a day stands in its term; null in the holidays and past the known calendar. */
export interface TermPosition {
  name: string
  season: PepTerm
  week: number
  weeks: number
  /** School days after the day to the term's last. */
  schoolDaysLeft: number
}

export interface SchoolView {
  setUp: true
  id: string
  name: string
  urn: string
  laestab: string
  phase: string
  authorityCode: string
  demonstration: boolean
  today: IsoDate
  on: IsoDate
  evaluatesOn: IsoDate
  isToday: boolean
  isSchoolDay: boolean
  year: AcademicYear
  /** At least one term of the academic year is known. */
  calendarKnown: boolean
  terms: readonly TermDays[]
  position: TermPosition | null
  /** The day of the last full evaluation. */
  evaluatedOn: string | null
  /** Of the children of who asks; null for who reads no exact figures. */
  counts: { children: number; onRoll: number; cohort: number } | null
}

const termDays = (calendar: SchoolCalendar, year: AcademicYear): TermDays[] =>
  calendar.terms
    .filter((term) => term.year === year)
    .map(({ name, season, firstDay, lastDay }) => ({
      name,
      season,
      firstDay,
      lastDay,
      schoolDays: calendar.schoolDays.filter((day) => day >= firstDay && day <= lastDay),
    }))

/** Where a day lies in its term, in weeks with a school day and in school days to come; null between terms. */
export function termPosition(calendar: SchoolCalendar, on: IsoDate): TermPosition | null {
  const term = calendar.termOf(on)
  if (term === null) return null
  const { name, season, firstDay, lastDay } = term
  const mondays = calendar
    .weeksOf(term.year)
    .filter((monday) => monday >= mondayOf(firstDay) && monday <= lastDay)
  return {
    name,
    season,
    week: Math.max(1, mondays.filter((monday) => monday <= on).length),
    weeks: mondays.length,
    schoolDaysLeft: calendar.schoolDaysBetween(addDays(on, 1), lastDay),
  }
}

/** Which school, which day, and where that day lies in its year: what stands above every page. */
export function schoolView(
  { school, calendar, year, on, children }: Picture,
  { today, asked, isToday }: { today: IsoDate; asked: IsoDate; isToday: boolean },
  withCounts: boolean,
): SchoolView {
  const { id, name, urn, laestab, phase, authorityCode, demonstration, evaluatedOn } = school
  const onRoll = children.filter(({ facts }) => facts.identity.onRoll)
  return {
    setUp: true,
    id,
    name,
    urn,
    laestab,
    phase,
    authorityCode,
    demonstration: demonstration === 1,
    today,
    on: asked,
    evaluatesOn: on,
    isToday,
    isSchoolDay: calendar.isSchoolDay(asked),
    year,
    calendarKnown: calendar.years.includes(year),
    terms: termDays(calendar, year),
    position: termPosition(calendar, on),
    evaluatedOn,
    counts: withCounts
      ? {
          children: children.length,
          onRoll: onRoll.length,
          cohort: onRoll.filter(({ facts }) => cohortGroupOf(facts.care?.now) !== null).length,
        }
      : null,
  }
}
