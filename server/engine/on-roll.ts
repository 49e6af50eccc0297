import type { IsoDate } from '../calendar/iso-date.ts'
import type { IdentityFacts } from '../facts/child-facts.ts'
import { notApplicable, type Finding } from './finding.ts'
import { dayWords } from './words.ts'

/** Why a duty about the school's own register does not exist on the day; null while the child is on roll. */
export function notOnRoll(
  { onRoll, admittedOn, leftOn }: Pick<IdentityFacts, 'onRoll' | 'admittedOn' | 'leftOn'>,
  on: IsoDate,
): Finding | null {
  if (onRoll) return null
  return notApplicable(
    leftOn !== null && leftOn < on
      ? `The child left this school on ${dayWords(leftOn, on)}.`
      : `The child joins this school on ${dayWords(admittedOn, on)}.`,
  )
}
