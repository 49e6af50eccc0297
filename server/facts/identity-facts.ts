import { ageOn, isoDate, type IsoDate } from '../calendar/iso-date.ts'
import type { IdentityFacts } from './child-facts.ts'
import type { ChildRow } from './child-rows.ts'
import { dayOrNull } from './read-row.ts'

/** Who the child is as at a day, without a name. The last day on roll is a day on roll. */
export function buildIdentityFacts(row: ChildRow, on: IsoDate): IdentityFacts {
  const dateOfBirth = isoDate(row.dateOfBirth)
  const admittedOn = isoDate(row.admittedOn)
  const leftOn = dayOrNull(row.leftOn)
  return {
    childId: row.id,
    dateOfBirth,
    yearGroup: row.yearGroup,
    age: ageOn(dateOfBirth, on),
    admittedOn,
    leftOn,
    onRoll: admittedOn <= on && (leftOn === null || on <= leftOn),
  }
}
