import { academicYearOf, type Day } from '../../days.ts'
import { fullDay, plainDay } from '../../format.ts'
import type { CalendarSpan } from './year-grid-series.ts'

/** One entry of the calendar with its record, so that it can be corrected. */
export interface CalendarEntry extends CalendarSpan {
  id: string
  name: string
}

const KINDS: Readonly<Record<string, string>> = {
  term: 'Term',
  'half-term': 'Half-term holiday',
  inset: 'INSET day',
  occasional: 'Occasional day',
  'bank-holiday': 'Bank holiday',
}

/** What an entry is, in plain words. */
export const entryWord = (kind: string): string => KINDS[kind] ?? kind

/** `Wed 3 September 2025 to Fri 19 December 2025`, or the one day. */
export function spanWords({ firstDay, lastDay }: CalendarSpan): string {
  return firstDay === lastDay ? fullDay(firstDay) : `${fullDay(firstDay)} to ${fullDay(lastDay)}`
}

/** Entries by the academic year they begin in, oldest day first; the latest year comes first. */
export function entriesByYear(
  entries: readonly CalendarEntry[],
): { year: number; entries: CalendarEntry[] }[] {
  const years = [...new Set(entries.map(({ firstDay }) => academicYearOf(firstDay)))].toSorted(
    (a, b) => b - a,
  )
  return years.map((year) => ({
    year,
    entries: entries
      .filter(({ firstDay }) => academicYearOf(firstDay) === year)
      .toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1)),
  }))
}

/** `2025/26`. */
export const yearWord = (year: number): string => `${year}/${`${year + 1}`.slice(2)}`

/** The page's sentence: how long the year is and how much of it is left, or that nobody knows. */
export function schoolSentence(year: string, schoolDays: readonly Day[], on: Day): string {
  if (schoolDays.length === 0) return `No term of ${year} is known yet, so no school day can be counted.`
  const left = schoolDays.filter((day) => day > on).length
  const still = left === 0 ? 'none is' : left === 1 ? 'one is' : `${left} are`
  return `${year} has ${schoolDays.length} school days; ${still} still to come.`
}

/** What is missing of this year's or the next year's calendar; empty when terms of both are known. */
export function calendarWarning(entries: readonly CalendarEntry[], on: Day): string {
  const known = new Set(
    entries.filter(({ kind }) => kind === 'term').map(({ firstDay }) => academicYearOf(firstDay)),
  )
  const year = academicYearOf(on)
  const missing = [year, year + 1].filter((one) => !known.has(one)).map(yearWord)
  if (missing.length === 0) return ''
  const until = known.has(year)
    ? ` Nothing that falls due after ${plainDay(`${year + 1}-08-31`)} can be given its day.`
    : ''
  return `No term dates for ${missing.join(' and ')} yet.${until} Add them here, or bring a term-dates file in.`
}
