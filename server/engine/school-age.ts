import type { IsoDate } from '../calendar/iso-date.ts'
import type { IdentityFacts } from '../facts/child-facts.ts'
import { isCompulsorySchoolAge } from '../law/compulsory-school-age.ts'
import { notApplicable, type Finding } from './finding.ts'
import { dayWords } from './words.ts'

/** Why a duty of a day that is owed in compulsory school age alone does not exist; null when it does. */
export function notOfSchoolAge(
  { dateOfBirth }: Pick<IdentityFacts, 'dateOfBirth'>,
  day: IsoDate,
  { about, on }: { readonly about: string; readonly on: IsoDate },
): Finding | null {
  return isCompulsorySchoolAge(dateOfBirth, day)
    ? null
    : notApplicable(`Not of compulsory school age on ${dayWords(day, on)}.`, about)
}
