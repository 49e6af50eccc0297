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
  readonly lastDay: IsoDate
} {
  const ended = terms.filter((term) => school.windowEnds[term] < on)
  const last = ended.at(-1)
  const count = ended.length + (read.whyUnknown('pep.last-year.due') === null ? terms.length : 0)
  return {
    count,
    words: things(count, TERMS),
    lastDay: last === undefined ? lastSummerEnd(year) : school.windowEnds[last],
  }
}

/** 31 July before the year. */
const lastSummerEnd = (year: AcademicYear) => `${firstDayOf(year).slice(0, 4)}-07-31` as IsoDate

/** How many plans of a span of time were completed in their term, as far as it is shown. */
export function inTerm(read: Reader, span: string): Share {
  return shareOf(
    read.span(`${span}.due`),
    read.span(`${span}.on-time`),
    sumOf(read.span(`${span}.late`), read.span(`${span}.missing`)),
  )
}

/** Plans of a span that were late or are missing, where that follows exactly from what is shown. */
export function notInTerm(read: Reader, span: string): number | null {
  const both = onlyOf(sumOf(read.span(`${span}.late`), read.span(`${span}.missing`)))
  return both ?? onlyOf(restOf(read.span(`${span}.due`), read.span(`${span}.on-time`)))
}
