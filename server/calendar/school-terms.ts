import {
  academicYearOf,
  firstDayOf,
  lastDayOf,
  pepWindows,
  type AcademicYear,
  type PepTerm,
} from './academic-year.ts'
import { easterMonday } from './bank-holidays-england.ts'
import { addDays, daysBetween, isoDate, type IsoDate } from './iso-date.ts'

/** A row of a school's calendar; both days inclusive. */
export interface TermDate {
  readonly kind: 'term' | 'half-term' | 'inset' | 'occasional' | 'bank-holiday'
  readonly name: string
  readonly firstDay: IsoDate
  readonly lastDay: IsoDate
}

/** A term of the school, both days inclusive. */
export interface SchoolTerm {
  readonly name: string
  readonly firstDay: IsoDate
  readonly lastDay: IsoDate
  readonly season: PepTerm
  readonly year: AcademicYear
}

/** A span of days, both inclusive. */
export interface Stretch {
  readonly firstDay: IsoDate
  readonly lastDay: IsoDate
}

/** Days since which, or until which, a longer silence means that a term is missing from the calendar. */
const LONGEST_BREAK = 70
const LONGEST_BREAK_IN_YEAR = 21

const seasonOf = (firstDay: IsoDate, lastDay: IsoDate): PepTerm => {
  const middle = addDays(firstDay, Math.floor(daysBetween(firstDay, lastDay) / 2))
  const windows = pepWindows(academicYearOf(middle))
  const window = windows?.find((each) => middle >= each.firstDay && middle <= each.lastDay)
  if (window !== undefined) return window.term
  const monthDay = middle.slice(5)
  return monthDay >= '08-01' ? 'autumn' : monthDay < '04-10' ? 'spring' : 'summer'
}

/**
 * The terms among the rows, ascending. Rows that end before they begin are left out; terms that overlap
 * are one term. A term belongs to the academic year in which it ends, so that one that begins in the last
 * days of August opens the new year. No two terms have the same name: "Autumn" again gets its year.
 */
export function schoolTermsOf(termDates: readonly TermDate[]): readonly SchoolTerm[] {
  const rows = termDates
    .filter((row) => row.kind === 'term' && row.firstDay <= row.lastDay)
    .toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : a.firstDay > b.firstDay ? 1 : 0))
  const merged: { name: string; firstDay: IsoDate; lastDay: IsoDate }[] = []
  for (const { name, firstDay, lastDay } of rows) {
    const previous = merged.at(-1)
    if (previous === undefined || firstDay > previous.lastDay) merged.push({ name, firstDay, lastDay })
    else if (lastDay > previous.lastDay) previous.lastDay = lastDay
  }
  const names = new Set<string>()
  return merged.map(({ name, firstDay, lastDay }) => {
    const year = academicYearOf(lastDay)
    const unique = [name, `${name} ${year}`].find((each) => !names.has(each)) ?? `${name} from ${firstDay}`
    names.add(unique)
    return { name: unique, firstDay, lastDay, season: seasonOf(firstDay, lastDay), year }
  })
}

const startOfStretch = (term: SchoolTerm): IsoDate => {
  const opening = firstDayOf(term.year)
  const window = pepWindows(term.year)?.find((each) => each.term === term.season)
  const from = window?.firstDay ?? opening
  const near = from < term.firstDay && daysBetween(from, term.firstDay) <= LONGEST_BREAK_IN_YEAR
  return near ? from : term.firstDay
}

const endOfStretch = (term: SchoolTerm): IsoDate => {
  const closing = lastDayOf(term.year)
  if (daysBetween(term.lastDay, closing) <= LONGEST_BREAK) return closing
  const to = pepWindows(term.year)?.find((each) => each.term === term.season)?.lastDay
  const near = to !== undefined && to > term.lastDay && daysBetween(term.lastDay, to) <= LONGEST_BREAK_IN_YEAR
  return near ? to : term.lastDay
}

/**
 * The stretches of days over which the calendar can be counted without meeting a term nobody has entered:
 * terms with no more than ten weeks between them, and the holidays about them.
 */
export function knownStretches(terms: readonly SchoolTerm[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  let first = terms[0]
  for (const [index, term] of terms.entries()) {
    const next = terms[index + 1]
    if (next !== undefined && daysBetween(term.lastDay, next.firstDay) <= LONGEST_BREAK) continue
    stretches.push({ firstDay: startOfStretch(first ?? term), lastDay: endOfStretch(term) })
    first = next
  }
  return stretches
}

/** A term as suspensions are counted by. */
export interface ExclusionTerm {
  readonly name: string
  readonly firstDay: IsoDate
  readonly lastDay: IsoDate
  readonly year: AcademicYear
}

/**
 * The period cut out by 31 July, 31 December and Easter Monday that holds the day (School Discipline (Pupil
 * Exclusions and Reviews) (England) Regulations 2012, regulation 2); null when Easter Monday is not known.
 */
export function referencePeriodOf(day: IsoDate): ExclusionTerm | null {
  const calendarYear = Number(day.slice(0, 4))
  if (day.slice(5) >= '08-01') {
    return {
      name: `August to December ${calendarYear}`,
      firstDay: isoDate(`${calendarYear}-08-01`),
      lastDay: isoDate(`${calendarYear}-12-31`),
      year: academicYearOf(isoDate(`${calendarYear}-12-31`)),
    }
  }
  const easter = easterMonday(calendarYear)
  if (easter === null) return null
  const year = academicYearOf(day)
  return day < easter
    ? {
        name: `January to Easter ${calendarYear}`,
        firstDay: isoDate(`${calendarYear}-01-01`),
        lastDay: addDays(easter, -1),
        year,
      }
    : {
        name: `Easter to July ${calendarYear}`,
        firstDay: easter,
        lastDay: isoDate(`${calendarYear}-07-31`),
        year,
      }
}
