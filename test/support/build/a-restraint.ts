import { localMinute } from '../../../server/calendar/iso-date.ts'
import type { RestrictiveInterventionFact } from '../../../server/facts/child-facts.ts'

/** A use of force, restraint or seclusion at a minute, of which nothing was written or told. */
export const aRestraint = (
  happenedAt: string,
  given: Partial<RestrictiveInterventionFact> = {},
): RestrictiveInterventionFact => ({
  id: `restraint-${happenedAt}`,
  happenedAt: localMinute(happenedAt),
  writtenAt: null,
  parentToldAt: null,
  isWithheld: false,
  socialWorkerToldAt: null,
  ...given,
})
