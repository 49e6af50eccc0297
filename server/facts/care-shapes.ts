import type { IsoDate } from '../calendar/iso-date.ts'
import type { Cohorts } from '../law/cohorts.ts'

/* What a rule may know about a child’s care and plans. */

/** One of the groups that duties differ by. */
export type Group = keyof Cohorts

export interface CareEpisodeFact {
  id: string
  status: 'cla' | 'previously-cla' | 'cin-plan' | 'cp-plan' | 'kinship'
  startedOn: IsoDate
  endedOn: IsoDate | null
  authority: AuthorityFact | null
}

export interface AuthorityFact {
  code: string
  name: string
  virtualSchoolPhone: string | null
}

/** An unbroken time of being looked after: rows that touch or overlap are one. */
export interface CareSpell {
  startedOn: IsoDate
  endedOn: IsoDate | null
}

export interface CareFacts {
  /** Rows that had started by the day. */
  episodes: readonly CareEpisodeFact[]
  now: Cohorts
  /** Groups the child was in on any day of this academic year up to the day. */
  thisYear: Cohorts
  spells: readonly CareSpell[]
  /** The authority that looks after the child today, or holds the plan. */
  authorityNow: AuthorityFact | null
  /** Statuses that cannot both be true today, such as a CIN and a CP plan open at once. */
  contradictions: readonly string[]
}
