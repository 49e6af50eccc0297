import { academicYearOf, previousYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import { thresholds } from '../law/thresholds.ts'
import type { RuleContext } from './rule.ts'

/**
 * Whether a duty of a day is still asked about: all the academic year, and over the summer for so many school
 * days, so that what was left open in July is not forgotten on 1 September.
 */
export function stillFollowed(
  day: IsoDate,
  { on, year, calendar }: Pick<RuleContext<unknown>, 'on' | 'year' | 'calendar'>,
): boolean {
  const ofYear = academicYearOf(day)
  if (ofYear === year) return true
  if (ofYear !== previousYear(year)) return false
  return calendar.schoolDaysBetween(day, on) <= thresholds.followedAfter.latest
}
