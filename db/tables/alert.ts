/** A finding that stays open until facts close it or a person answers it. */
export interface AlertTable {
  id: string
  schoolId: string
  childId: string
  ruleId: string
  /** Tells several findings of one rule on one child apart. */
  about: string
  /** The finding's status when last evaluated. */
  status: 'breach' | 'due' | 'watch'
  state: 'open' | 'answered' | 'postponed' | 'closed'
  dueOn: string | null
  raisedAt: string
  seenAt: string | null
  /** Which of the answers a person gave; null while nobody did. */
  answer: 'done' | 'not-done' | 'not-a-duty' | null
  note: string | null
  /** Postponed until this day. */
  askAgainOn: string | null
  closedAt: string | null
  version: number
}

/** The life of an alert: every step with who and when. */
export interface AlertEventTable {
  id: string
  schoolId: string
  alertId: string
  at: string
  changedBy: string
  step: 'raised' | 'seen' | 'answered' | 'postponed' | 'closed' | 'reopened' | 'worsened'
  note: string | null
}

declare module '../schema.ts' {
  interface Database {
    alert: AlertTable
    alertEvent: AlertEventTable
  }
}
