import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar, SchoolSession } from '../calendar/school-calendar.ts'
import type { Force, Owner } from '../engine/rule.ts'
import type { ChildFacts } from '../facts/child-facts.ts'
import { inNoGroup, type Cohorts } from '../law/cohorts.ts'
import type { SourceId } from '../law/sources.ts'
import type { ExclusionRun } from '../law/suspension-days.ts'
import { governorDuty } from '../law/suspension.ts'
import type { ConsequenceOptions } from './consequences.ts'
import type { Proposed, YearTotal } from './proposal.ts'
import type { Consequence, Proposal, Total } from './shapes.ts'
import { sourceOf } from './source-of.ts'

/** A proposal with all that is worked out about it. */
export interface Weighed {
  readonly facts: ChildFacts
  readonly row: Proposed
  readonly proposal: Proposal
  /** Null past the known calendar. */
  readonly covered: readonly SchoolSession[] | null
  readonly back: SchoolSession | null
  readonly run: ExclusionRun | null
  readonly term: Total | null
  readonly years: readonly [YearTotal, ...YearTotal[]]
  readonly calendar: SchoolCalendar
  readonly on: IsoDate
  readonly options: ConsequenceOptions
}

/** A consequence as a rule of the pathway says it. */
export interface Said {
  readonly id: string
  readonly title: string
  readonly words: string
  readonly status?: Consequence['status']
  readonly dueOn?: IsoDate | null
  readonly owner?: Owner
  readonly force: Force
  readonly source: SourceId
  readonly place?: string
  readonly cautious?: string | null
}

/** The same for a page: due, the headteacher’s, without a day and not cautious, unless said otherwise. */
export const said = ({
  id,
  title,
  words,
  status = 'due',
  dueOn = null,
  owner = 'headteacher',
  force,
  source,
  place,
  cautious = null,
}: Said): Consequence => ({
  id,
  title,
  words,
  status,
  dueOn,
  owner,
  force,
  source: sourceOf(source, place ?? null),
  cautious,
})

export const NOT_KNOWN = 'The term dates are not known so far ahead, so the day cannot be told.'

export const OTHERS_WRITE = 'Taken from what others write about the guidance, not from its own words.'

/** The child’s groups today; none where nobody told us of care. */
export const groupsOf = ({ care }: ChildFacts): Cohorts => care?.now ?? inNoGroup

/** The first school day it covers; null where the calendar does not know it. */
export const firstDayOf = ({ covered, row, calendar }: Weighed): IsoDate | null =>
  covered?.[0]?.on ?? calendar.schoolDayOnOrAfter(row.startedOn)

/** What the board must do, with the proposal counted in its term. */
export const dutyOf = ({ row, term, proposal, on }: Weighed) =>
  governorDuty(row.kind, term?.after ?? 0, { missesExam: proposal.missesExam === true, on })

/** Sessions in order, as text. */
export const place = ({ on, session }: SchoolSession): string => `${on} ${session}`

/** The session at which a permanent exclusion begins. */
export function startOf(row: Proposed, calendar: SchoolCalendar): SchoolSession | null {
  const on = calendar.schoolDayOnOrAfter(row.startedOn)
  if (on === null) return null
  return { on, session: on === row.startedOn ? (row.startSession ?? 'AM') : 'AM' }
}
