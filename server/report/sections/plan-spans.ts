import { firstDayOf, type AcademicYear } from '../../calendar/academic-year.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import { terms, type ReportTerm } from '../figures.ts'
import { shareOf, type Share } from '../words/claims.ts'
import { things } from '../words/numbers.ts'
import { onlyOf, restOf, sumOf, type Reader } from '../words/reader.ts'
import type { Writing } from './writing.ts'

const TERMS = ['term', 'terms'] as const

/** The term of education plans that holds the day: the first whose window has not ended. Null in August. */
export function planTermOf({ on, school }: Pick<Writing, 'on' | 'school'>): ReportTerm | null {
  return terms.find((term) => on <= school.windowEnds[term]) ?? null
}

/**
 * The windows that have ended: how many of this year and, where its plans are known, the three of the last; the same
 * in words, and the last day of the newest.
 */
export function endedTerms({ on, school, year, read }: Pick<Writing, 'on' | 'school' | 'year' | 'read'>): {
  readonly count: number
  readonly words: string
  /** The term, where it is one alone. */
  readonly only: ReportTerm | null
  readonly lastDay: IsoDate
} {
  const ended = terms.filter((term) => school.windowEnds[term] < on)
  const last = ended.at(-1)
  const count = ended.length + (read.whyUnknown('pep.last-year.due') === null ? terms.length : 0)
  return {
    count,
    words: things(count, TERMS),
    only: count === 1 ? (last ?? null) : null,
    lastDay: last === undefined ? lastSummerEnd(year) : school.windowEnds[last],
  }
}

const LAST_MONTH = '07'

/**
 * Whether the school year is over, though the window of its last term may be open until the end of July: in July with no
 * school day left, or after that window.
 */
export function isYearOver({ on, school }: Pick<Writing, 'on' | 'school'>): boolean {
  if (on > school.windowEnds.summer) return true
  return on.slice(5, 7) === LAST_MONTH && (school.termNow?.schoolDaysLeft ?? 0) === 0
}

/** 31 July before the year. */
const lastSummerEnd = (year: AcademicYear) => `${firstDayOf(year).slice(0, 4)}-07-31` as IsoDate

/** How many plans of a span of time were completed in their term, as far as it is shown. */
export function inTerm(read: Reader, span: string): Share {
  const of = (level: string) => read.span(`${span}.${level}`)
  const notInTime = sumOf(of('late'), of('missing'))
  // Only this year has a term whose plans are still to be completed.
  const rest = span === 'pep.year' ? sumOf(notInTime, of('to-do')) : notInTime
  return shareOf(of('due'), of('on-time'), rest)
}

/** What is said first of the plans: of the year that is over, where anything can be said, else of all terms that have ended. */
export function firstFinding(from: Pick<Writing, 'on' | 'school' | 'read'>): {
  readonly span: 'pep.year' | 'pep.closed'
  readonly share: Share
} {
  const ofYear = inTerm(from.read, 'pep.year')
  return isYearOver(from) && ofYear.of !== 'unsaid'
    ? { span: 'pep.year', share: ofYear }
    : { span: 'pep.closed', share: inTerm(from.read, 'pep.closed') }
}

/** Plans of a span that were late or are missing, where that follows exactly from what is shown. */
export function notInTerm(read: Reader, span: string): number | null {
  const both = onlyOf(sumOf(read.span(`${span}.late`), read.span(`${span}.missing`)))
  return both ?? onlyOf(restOf(read.span(`${span}.due`), read.span(`${span}.on-time`)))
}
