/** What a report asks to be done until the next, and what became of it. */
export interface ReportActionTable {
  id: string
  schoolId: string
  reportId: string
  words: string
  owner: string | null
  dueOn: string | null
  outcome: 'done' | 'partly' | 'not-done' | null
  outcomeNote: string | null
  outcomeAt: string | null
  outcomeBy: string | null
  version: number
  removedAt: string | null
}

declare module '../schema.ts' {
  interface Database {
    reportAction: ReportActionTable
  }
}
