import type { RecordColumns } from '../schema.ts'

/** Training on children with a social worker that was given at the school, or to its designated teacher. */
export interface TrainingTable extends RecordColumns {
  heldOn: string
  forWhom: 'designated-teacher' | 'all-staff' | 'governors'
  title: string
  provider: string | null
  /** Whole hours. */
  hours: number | null
  /** What it changed. */
  impact: string | null
}

declare module '../schema.ts' {
  interface Database {
    training: TrainingTable
  }
}
