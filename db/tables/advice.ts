import type { RecordColumns } from '../schema.ts'

/** What a Virtual School advised on a suspension that a school considered. */
export interface AdviceTable extends RecordColumns {
  childId: string
  considerationId: string
  /** Local minute. */
  givenAt: string
  givenBy: string
  words: string
}

declare module '../schema.ts' {
  interface Database {
    advice: AdviceTable
  }
}
