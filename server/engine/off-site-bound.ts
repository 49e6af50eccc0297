import { isoDate, type IsoDate } from '../calendar/iso-date.ts'
import { noData, type Finding } from './finding.ts'
import { dayWords } from './words.ts'

/** From then on the procedure of an off-site direction binds academies as well. */
const EVERY_SCHOOL_FROM = isoDate('2026-07-26')

/**
 * Whether the procedure bound this school when an off-site direction began is not known before every school was
 * bound, since what type of school it is, is not recorded; undefined from then on.
 */
export function offSiteUnknown(startsOn: IsoDate, about: string, on: IsoDate): Finding | undefined {
  if (startsOn >= EVERY_SCHOOL_FROM) return undefined
  return noData(
    about,
    `Began on ${dayWords(startsOn, on)}, before 26 July 2026: until then the procedure bound maintained schools alone, and whether this was one is not recorded.`,
  )
}
