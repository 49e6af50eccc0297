import type { RecordColumns } from '../schema.ts'

/** Special educational provision for a child from a day to a day, in the words of the school census. */
export interface SpecialNeedTable extends RecordColumns {
  childId: string
  startedOn: string
  provision: 'none' | 'sen-support' | 'ehc-plan'
  /** What the child needs. */
  need: string | null
  endedOn: string | null
}

declare module '../schema.ts' {
  interface Database {
    specialNeed: SpecialNeedTable
  }
}
