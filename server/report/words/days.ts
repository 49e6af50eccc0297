import type { AcademicYear } from '../../calendar/academic-year.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import { dateWords } from '../../engine/words.ts'

/** `13 March 2026`. */
export function longDay(day: IsoDate): string {
  return `${dateWords(day)} ${day.slice(0, 4)}`
}

/** The span that the numbers of the year are for: `1 September 2025 to 13 March 2026`. */
export function yearSoFar(year: AcademicYear, on: IsoDate): string {
  return `1 September ${year.slice(0, 4)} to ${longDay(on)}`
}
