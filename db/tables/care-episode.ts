import type { RecordColumns } from '../schema.ts'

export interface CareEpisodeTable extends RecordColumns {
  childId: string
  status: 'cla' | 'previously-cla' | 'cin-plan' | 'cp-plan' | 'kinship'
  startedOn: string
  /** The last day of the status, inclusive; null while it is open. */
  endedOn: string | null
  /** The authority that looks after the child, or holds the plan. */
  authorityCode: string | null
  /** Category of plan or legal status, in the file's words. */
  detail: string | null
  /** Of a child-in-need or child-protection plan: 1 when the safeguarding lead lets the designated teacher read the detail. */
  detailShared: 0 | 1
}

declare module '../schema.ts' {
  interface Database {
    careEpisode: CareEpisodeTable
  }
}
