import type { RecordColumns } from '../schema.ts'

/** What helps a child in school, agreed and written so that everybody who teaches the child may read it. */
export interface SupportTable extends RecordColumns {
  childId: string
  /** The day it was agreed. */
  agreedOn: string
  /** What helps. */
  helps: string
  /** What makes a hard moment harder. */
  avoid: string | null
  /** Whom the child goes to. */
  goTo: string | null
  reviewOn: string | null
  endedOn: string | null
}

declare module '../schema.ts' {
  interface Database {
    support: SupportTable
  }
}
