/** A report to governors from its draft on; `nil` is the return to the Virtual School alone that no child is looked after. */
export interface ReportTable {
  id: string
  schoolId: string
  kind: 'annual' | 'term' | 'nil'
  academicYear: string
  /** The day as at which it counts. */
  asOn: string
  /** Counts of 1 to this many are hidden. */
  threshold: number
  state: 'draft' | 'sent' | 'approved' | 'published'
  madeAt: string
  madeBy: string
  sentAt: string | null
  sentBy: string | null
  /** What the headteacher asked to change, when it was last sent back. */
  returnedReason: string | null
  approvedAt: string | null
  approvedBy: string | null
  publishedAt: string | null
  publishedBy: string | null
  /** The board's meeting it was published for. */
  meetingOn: string | null
  /** The day and the words of the minute in which the board noted it. */
  minutedOn: string | null
  minute: string | null
  /** All that a governor can fetch of it, as JSON; written when the headteacher approves, never changed. */
  document: string | null
  /** What the next report is held against, as JSON: exact numbers, for no governor. */
  settled: string | null
  /** The copy of each authority's Virtual School by its code, as JSON. */
  copies: string | null
  /** SHA-256 of document, settled and copies, in hexadecimal. */
  hash: string | null
  version: number
  removedAt: string | null
  removedReason: string | null
}

declare module '../schema.ts' {
  interface Database {
    report: ReportTable
  }
}
