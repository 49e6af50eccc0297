import type { Cohort } from '../../api.ts'

export type CohortRow = Cohort['rows'][number]
export type CohortGroup = CohortRow['group']
export type CohortPep = NonNullable<CohortRow['pep']['autumn']>
export type PepTermName = Cohort['pepByTerm'][number]['term']

/** Groups in the order of their rows, as headings and as short words for a filter. */
export const GROUPS: readonly { group: CohortGroup; title: string; short: string }[] = [
  { group: 'cla', title: 'Looked after', short: 'Looked after' },
  { group: 'social-worker', title: 'In need or on a protection plan', short: 'In need or on a plan' },
  { group: 'previously-cla', title: 'Previously looked after', short: 'Previously looked after' },
  { group: 'ever6', title: 'Had a social worker within six years', short: 'Social worker before' },
  { group: 'kinship', title: 'Kinship care', short: 'Kinship' },
]
