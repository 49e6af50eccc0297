import type { RecordColumns } from '../schema.ts'

/** A child sent home or kept away without a suspension, as to cool off: unlawful, also when the parents agree. */
export interface UnlawfulExclusionTable extends RecordColumns {
  childId: string
  happenedOn: string
  session: 'AM' | 'PM' | null
  halfDays: number | null
  whatHappened: string
  /** What was done to put it right, and when. */
  putRightOn: string | null
  putRight: string | null
  parentToldAt: string | null
  /** Local minutes. */
  socialWorkerToldAt: string | null
  virtualSchoolToldAt: string | null
}

declare module '../schema.ts' {
  interface Database {
    unlawfulExclusion: UnlawfulExclusionTable
  }
}
