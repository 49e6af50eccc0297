import type { RecordColumns } from '../schema.ts'

export interface PepMeetingTable extends RecordColumns {
  childId: string
  /** The day on which the school asked the authority to begin or review the plan. */
  askedOn: string | null
  heldOn: string
  completedOn: string | null
  quality: 'gold' | 'green' | 'amber' | 'red' | null
  /** Roles that attended, separated by `;`. */
  attended: string
  /** Whether the child's own views are recorded; null when nobody said. */
  childViews: 0 | 1 | null
  /** The child's own words, as the child wants them read. */
  childWords: string | null
}

declare module '../schema.ts' {
  interface Database {
    pepMeeting: PepMeetingTable
  }
}
