import type { ListedReport } from '../../db/queries/report.ts'
import { academicYear } from '../calendar/academic-year.ts'
import { isoDate } from '../calendar/iso-date.ts'
import type { ReportMay, ReportRow } from '../report/report-json.ts'

const dayOrNull = (text: string | null) => (text === null ? null : isoDate(text))

/** A stored report as the school's own staff see it in a list. */
export const reportRow = (row: ListedReport): ReportRow => ({
  id: row.id,
  kind: row.kind,
  year: academicYear(row.academicYear),
  on: isoDate(row.asOn),
  state: row.state,
  version: row.version,
  threshold: row.threshold,
  sentAt: row.sentAt,
  returnedReason: row.returnedReason,
  approvedAt: row.approvedAt,
  approvedBy: row.approvedBy,
  publishedAt: row.publishedAt,
  meetingOn: dayOrNull(row.meetingOn),
  minutedOn: dayOrNull(row.minutedOn),
  minute: row.minute,
  isFrozen: row.state === 'approved' || row.state === 'published',
})

/** The same for a governor: nothing of how it came about, of how often it was changed or of who waited for whom. */
export const rowForGovernors = (row: ListedReport): ReportRow => ({
  ...reportRow(row),
  version: 0,
  sentAt: null,
  returnedReason: null,
})

/** Steps that a right and a state leave. */
export const stepsOf = (
  { kind, state }: Pick<ListedReport, 'kind' | 'state'>,
  { write, approve }: { readonly write: boolean; readonly approve: boolean },
): ReportMay => ({
  write: write && state === 'draft',
  send: write && state === 'draft',
  return: approve && state === 'sent',
  approve: approve && state === 'sent',
  publish: write && state === 'approved',
  minute: write && state === 'published' && kind !== 'nil',
  remove: write && state === 'draft',
})
