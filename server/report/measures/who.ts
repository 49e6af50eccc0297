import { academicYearOf, firstDayOf } from '../../calendar/academic-year.ts'
import { addYears, type IsoDate } from '../../calendar/iso-date.ts'
import type { CareEpisodeFact } from '../../facts/child-facts.ts'
import type { ReportChildFacts, ReportFacts } from '../../facts/report-facts.ts'
import { cohortsOn } from '../../law/cohorts.ts'
import { reportGroups, type ReportGroup } from '../figures.ts'
import type { Term } from '../shapes.ts'

/** A group that excludes all others. */
export type OneGroup = Exclude<ReportGroup, 'all'>

export const oneGroups = reportGroups.filter((group): group is OneGroup => group !== 'all')

/** A child that the report counts. */
export interface CountedChild {
  readonly id: string
  readonly facts: ReportChildFacts
  /** The group on the day, of a child who left on the last day on roll. */
  readonly group: OneGroup
  /** On roll on the day. */
  readonly isHere: boolean
  /** Came on roll on or after 1 September of the day's academic year. */
  readonly joined: boolean
}

/** The atom of a group: every child of the report is in one. */
export const groupAtom = (group: OneGroup): string => `group:${group}`

/** All children of the report, or those of one group, as a sum of atoms. */
export const childrenOf = (group: ReportGroup): Term[] =>
  (group === 'all' ? oneGroups : [group]).map((each) => ({ atom: groupAtom(each), times: 1 }))

/** The children of the report who are on roll on its day, all or those of one group. */
export const childrenHere = (group: ReportGroup): Term[] =>
  (group === 'all' ? oneGroups : [group]).map((each) => ({ atom: `place:${each}:here`, times: 1 }))

function groupOn(episodes: readonly CareEpisodeFact[], day: IsoDate): OneGroup | null {
  const now = cohortsOn(episodes, day)
  if (now.cla) return 'looked-after'
  if (now.cin || now.cp) return 'social-worker'
  if (now.previouslyCla) return 'previously'
  if (now.ever6) return 'past'
  return now.kinship ? 'kinship' : null
}

const SOCIAL_WORK: ReadonlySet<CareEpisodeFact['status']> = new Set(['cla', 'cin-plan', 'cp-plan'])

/** In a group on a day of the span, both ends included. */
function wasInAGroup(episodes: readonly CareEpisodeFact[], from: IsoDate, to: IsoDate): boolean {
  const sixYearsBefore = addYears(from, -6)
  return episodes.some(({ status, startedOn, endedOn }) => {
    const since = SOCIAL_WORK.has(status) ? sixYearsBefore : from
    return startedOn <= to && (endedOn === null || endedOn >= since)
  })
}

/** The child as a report of the day counts it; null for one who is not in it. */
export function countedOn(facts: ReportChildFacts, on: IsoDate): CountedChild | null {
  const { childId: id, admittedOn, leftOn } = facts.identity
  const first = firstDayOf(academicYearOf(on))
  const from = admittedOn > first ? admittedOn : first
  const to = leftOn !== null && leftOn < on ? leftOn : on
  if (facts.care === null || from > to) return null
  const { episodes } = facts.care
  const group = groupOn(episodes, to) ?? (wasInAGroup(episodes, from, to) ? 'past' : null)
  return group === null ? null : { id, facts, group, isHere: to === on, joined: admittedOn >= first }
}

/** The children of the report: on roll, and in a group, on a day of the academic year to the day. */
export const countedChildren = ({ children, on }: Pick<ReportFacts, 'children' | 'on'>): CountedChild[] =>
  children.map((facts) => countedOn(facts, on)).filter((child) => child !== null)
