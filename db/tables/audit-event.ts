/** Who did what, without the values themselves. */
export interface AuditEventTable {
  id: string
  schoolId: string | null
  at: string
  changedBy: string
  /** Such as `record.create`, `record.correct`, `record.remove`, `import.run`, `alert.answer`. */
  action: string
  childId: string | null
  kind: string | null
  recordId: string | null
  reason: string | null
}

/** Old and new value of every change of a record. */
export interface RecordHistoryTable {
  id: string
  schoolId: string
  childId: string | null
  kind: string
  recordId: string
  version: number
  /** JSON of the changed fields before; `{}` for a new record. */
  before: string
  /** JSON of the changed fields after. */
  after: string
  changedAt: string
  changedBy: string
  reason: string | null
  importRunId: string | null
}

declare module '../schema.ts' {
  interface Database {
    auditEvent: AuditEventTable
    recordHistory: RecordHistoryTable
  }
}
