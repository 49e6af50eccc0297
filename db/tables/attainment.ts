import type { RecordColumns } from '../schema.ts'

/** Where a child stands in a subject at an assessment. */
export interface AttainmentTable extends RecordColumns {
  childId: string
  assessedOn: string
  subject:
    'reading' | 'writing' | 'maths' | 'reading-writing-maths' | 'english' | 'english-and-maths' | 'other'
  /** 1 at the standard expected of the age, 0 below; null when nobody said. */
  expected: 0 | 1 | null
  /** Against the child's own target. */
  progress: 'more' | 'expected' | 'less' | null
  note: string | null
}

declare module '../schema.ts' {
  interface Database {
    attainment: AttainmentTable
  }
}
