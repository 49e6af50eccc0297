import type { IsoDate } from '../calendar/iso-date.ts'
import type { PersonFact } from './child-facts.ts'
import type { PersonRow } from './child-rows.ts'

/** The adults around the child on a day, first and last day included. */
export function buildPersonFacts(rows: readonly PersonRow[], on: IsoDate): readonly PersonFact[] {
  return rows
    .filter(
      ({ startedOn, endedOn }) =>
        (startedOn === null || startedOn <= on) && (endedOn === null || on <= endedOn),
    )
    .map(({ id, role, phone, doNotContact }) => ({
      id,
      role,
      hasPhone: phone !== null,
      doNotContact: doNotContact === 1,
    }))
}
