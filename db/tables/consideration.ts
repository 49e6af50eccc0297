import type { RecordColumns } from '../schema.ts'

/** A child whom the school thinks of suspending: what is considered, who was asked, what was decided. */
export interface ConsiderationTable extends RecordColumns {
  childId: string
  /** The instant it was opened, from which the Virtual School sees it. */
  openedAt: string
  openedBy: string
  /** What happened, when, and what came just before it. */
  happenedAt: string | null
  whatHappened: string | null
  whatBefore: string | null
  /** None to three reason codes, separated by `;`. */
  reasons: string
  /** What is considered; null while nothing is. */
  kind: 'suspension' | 'permanent' | 'lunchtime' | null
  startedOn: string | null
  startSession: 'AM' | 'PM' | null
  /** School days × 2; each lunchtime is one. */
  halfDays: number | null
  /** 1 when a public examination or National Curriculum test would be missed; null when nobody said. */
  missesExam: 0 | 1 | null
  examOn: string | null
  /** A number, or a person, that the Virtual School can ring back. */
  ringBack: string | null
  state: 'open' | 'not-suspended' | 'suspended' | 'withdrawn'
  /** Local minute of the decision. */
  decidedAt: string | null
  decidedBy: string | null
  /** What happens instead, when the child stays in school. */
  instead: string | null
  /** Why it was decided before anybody who should be asked first was. */
  withoutContact: string | null
  /** The instant at which the Virtual School first read it, and who. */
  readAt: string | null
  readBy: string | null
}

declare module '../schema.ts' {
  interface Database {
    consideration: ConsiderationTable
  }
}
