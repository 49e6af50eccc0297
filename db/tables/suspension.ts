import type { RecordColumns } from '../schema.ts'

export interface SuspensionTable extends RecordColumns {
  childId: string
  kind: 'suspension' | 'permanent' | 'lunchtime'
  startedOn: string
  startSession: 'AM' | 'PM' | null
  /** School days × 2; each lunchtime is one; null for a permanent exclusion. */
  halfDays: number | null
  /** One to three reason codes, separated by `;`. */
  reasons: string
  /** Local minute of the headteacher's decision. */
  decidedAt: string | null
  /** 1 when another school suspended the child: its days count towards the year's 45. */
  atOtherSchool: 0 | 1
}

declare module '../schema.ts' {
  interface Database {
    suspension: SuspensionTable
  }
}
