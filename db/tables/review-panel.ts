import type { RecordColumns } from '../schema.ts'

/** The independent review of a permanent exclusion that a board upheld. */
export interface ReviewPanelTable extends RecordColumns {
  childId: string
  suspensionId: string
  /** The day the parents were told of the board’s decision in writing. */
  boardDecisionToldOn: string
  appliedOn: string | null
  /** 1 when the parents said in writing that they will not apply. */
  willNotApply: 0 | 1 | null
  specialNeedsExpert: 0 | 1 | null
  meetsOn: string | null
  outcome: 'upheld' | 'reconsider' | 'quashed' | null
  panelDecisionToldOn: string | null
  boardReconsideredOn: string | null
}

declare module '../schema.ts' {
  interface Database {
    reviewPanel: ReviewPanelTable
  }
}
