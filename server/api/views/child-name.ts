import type { ChildTable } from '../../../db/tables/child.ts'
import type { ChildFacts } from '../../facts/child-facts.ts'
import type { Cohorts } from '../../law/cohorts.ts'

type Names = Pick<ChildTable, 'forename' | 'surname' | 'preferredName'>

/** The name the child goes by, with the surname. */
export const nameOf = ({ preferredName, forename, surname }: Names): string =>
  `${preferredName ?? forename} ${surname}`

/** A child's status on a day, in the words of the files; `ever6` for one who has none but had one. */
export type ChildStatus = 'cla' | 'cp-plan' | 'cin-plan' | 'previously-cla' | 'kinship' | 'ever6'

/** What a child is today, the strongest first; empty for a child who is in no group, or of whom nobody told. */
export function statusesOf(care: ChildFacts['care']): ChildStatus[] {
  const now = care?.now
  if (!now) return []
  const statuses: ChildStatus[] = []
  if (now.cla) statuses.push('cla')
  if (now.cp) statuses.push('cp-plan')
  if (now.cin) statuses.push('cin-plan')
  if (now.previouslyCla) statuses.push('previously-cla')
  if (now.kinship) statuses.push('kinship')
  return statuses.length === 0 && now.ever6 ? ['ever6'] : statuses
}

/** The one heading a child stands under on the cohort page; kinship is named apart. */
export type CohortGroup = 'cla' | 'social-worker' | 'previously-cla' | 'ever6' | 'kinship'

export const cohortGroups: readonly CohortGroup[] = [
  'cla',
  'social-worker',
  'previously-cla',
  'ever6',
  'kinship',
]

/** The first group that holds: looked after, a plan, previously looked after, earlier, kinship; null for none. */
export function cohortGroupOf(now: Cohorts | undefined): CohortGroup | null {
  if (!now) return null
  if (now.cla) return 'cla'
  if (now.cin || now.cp) return 'social-worker'
  if (now.previouslyCla) return 'previously-cla'
  if (now.ever6) return 'ever6'
  return now.kinship ? 'kinship' : null
}

/** A child as pages name one. */
export interface NamedChild {
  id: string
  name: string
  yearGroup: string
  statuses: ChildStatus[]
}

export const namedChild = (
  row: Names & Pick<ChildTable, 'id' | 'yearGroup'>,
  { care }: Pick<ChildFacts, 'care'>,
): NamedChild => ({
  id: row.id,
  name: nameOf(row),
  yearGroup: row.yearGroup,
  statuses: statusesOf(care),
})
