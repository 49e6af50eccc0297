import type { RecordColumns } from '../schema.ts'

/** The governing board’s meeting about a suspension or exclusion, planned or held. */
export interface BoardMeetingTable extends RecordColumns {
  childId: string
  suspensionId: string
  meetsOn: string
  /** 1 when it was held, 0 while it is planned. */
  held: 0 | 1
  remote: 0 | 1 | null
  /** Who was invited, separated by `;`. */
  invited: string
  outcome: 'reinstated' | 'reinstated-later' | 'declined' | 'considered' | null
  reinstatedOn: string | null
  /** The day the decision was sent to the parents in writing. */
  decisionToldOn: string | null
}

declare module '../schema.ts' {
  interface Database {
    boardMeeting: BoardMeetingTable
  }
}
