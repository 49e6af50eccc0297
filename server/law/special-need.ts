import type { IsoDate } from '../calendar/iso-date.ts'

interface Provided {
  readonly provision: 'none' | 'sen-support' | 'ehc-plan'
  readonly startedOn: IsoDate
  readonly endedOn: IsoDate | null
}

/**
 * Whether a child has an education, health and care plan on a day (Children and Families Act 2014, section 37);
 * null when nobody told us anything of its special educational needs.
 */
export function hasEhcPlan(provisions: readonly Provided[], on: IsoDate): boolean | null {
  if (provisions.length === 0) return null
  return provisions.some(
    ({ provision, startedOn, endedOn }) =>
      provision === 'ehc-plan' && startedOn <= on && (endedOn === null || on <= endedOn),
  )
}

/**
 * Whether the authority of a plan has the notice of an off-site direction as well: where the direction itself or the
 * child's own record says that there is a plan; null where nobody said.
 */
export const isPlanSaid = (said: boolean | null, known: boolean | null): boolean | null =>
  said === true || known === true || (said ?? known)
