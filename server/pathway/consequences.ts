import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { ChildFacts } from '../facts/child-facts.ts'
import type { RepeatedLines } from '../law/suspension-days.ts'
import type { Consequences, Proposal } from './shapes.ts'

export interface ConsequenceOptions {
  /** The authority of the school, which is told of every suspension; null when it is not recorded. */
  readonly authorityName: string | null
  /** Whether the child has an education, health and care plan; null or left out when nobody said. */
  readonly hasPlan?: boolean | null
  /** The school's own lines of repeated suspension; the product's when left out. */
  readonly lines?: RepeatedLines
}

/** What a proposal would come to, as at a day: `facts` are those of the same day. */
export function consequencesOf(
  _facts: ChildFacts,
  _proposal: Proposal,
  _calendar: SchoolCalendar,
  _on: IsoDate,
  _options: ConsequenceOptions,
): Consequences {
  throw new Error('Not written yet')
}
