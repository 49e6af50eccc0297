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
  /** What it came from, when the headteacher decided it here. */
  considerationId: string | null
  /** 1 when a public examination or National Curriculum test is missed; null when nobody said. */
  missesExam: 0 | 1 | null
  examOn: string | null
  /** 1 when parents made representations to the board, 0 when they said they make none; null when nobody said. */
  representations: 0 | 1 | null
  representationsOn: string | null
  /** Local minute of the headteacher’s cancelling: days served before it still count. */
  cancelledAt: string | null
  cancelledReason: string | null
}

declare module '../schema.ts' {
  interface Database {
    suspension: SuspensionTable
  }
}
