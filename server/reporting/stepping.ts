import type { Kysely, Transaction } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import { appendAuditEvents } from '../../db/queries/audit-event.ts'
import type { Change } from '../../db/queries/record-shape.ts'
import { lockSchool, reportById, updateReport } from '../../db/queries/report.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { ReportTable } from '../../db/tables/report.ts'

/** A report at the version that a person saw. */
export interface SeenReport {
  readonly id: string
  readonly version: number
}

/** What came of a step: what is stored now, or why nothing was written. */
export type Stepped =
  | { outcome: 'ok' | 'again'; row: ReportTable }
  /** Somebody changed what the person saw. */
  | { outcome: 'stale'; row: ReportTable }
  /** The report stands where this cannot be done; in a sentence. */
  | { outcome: 'closed'; row: ReportTable; message: string }
  /** What was asked for cannot be; at its field, in a sentence. */
  | { outcome: 'refused'; field: string; message: string }
  | { outcome: 'missing' }

type Changes = Parameters<typeof updateReport>[3]

export interface Step {
  /** As the record of who did what has it, such as `report.send`. */
  readonly action: string
  /** The states in which it can be taken. */
  readonly from: readonly ReportTable['state'][]
  /** Whether what is stored is already what this step leads to. */
  isDone(row: ReportTable): boolean
  /** The columns to set, or why not. Runs with the school locked. */
  changes(trx: Transaction<Database>, row: ReportTable): Promise<Changes | { field: string; message: string }>
  readonly reason?: string | null
}

const stands: Readonly<Record<ReportTable['state'], string>> = {
  draft: 'This report is a draft.',
  sent: 'This report is with the headteacher.',
  approved: 'This report is approved and no longer changes.',
  published: 'This report is before the governors and no longer changes.',
}

/** Where a report stands, in a sentence. */
export const standing = ({ state }: Pick<ReportTable, 'state'>): string => stands[state]

/** On record: what was done with a report, without a child. */
export const keepReportEvent = (
  trx: Transaction<Database>,
  { id, schoolId }: Pick<ReportTable, 'id' | 'schoolId'>,
  action: string,
  change: Change,
  more: { reason?: string | null; detail?: Readonly<Record<string, string | number>> } = {},
) =>
  appendAuditEvents(trx, [
    {
      ...change.by,
      at: change.at,
      changedBy: change.changedBy,
      action,
      schoolId,
      dataClasses: [10],
      kind: 'report',
      recordId: id,
      reason: more.reason ?? null,
      ...(more.detail ? { detail: more.detail } : {}),
    },
  ])

/**
 * Takes a report up to change it: from here to the end of the transaction no other writer of the school comes between,
 * so that of two who approve at once the second sees what the first has frozen.
 */
export async function takeUpReport(
  trx: Transaction<Database>,
  scope: Scope,
  id: string,
): Promise<ReportTable | undefined> {
  const found = await reportById(trx, scope, id).executeTakeFirst()
  if (!found) return undefined
  await lockSchool(trx, scope, found.schoolId).execute()
  return reportById(trx, scope, id).executeTakeFirst()
}

/** Takes one step in the life of a report, whole or not at all. The same step sent twice is answered twice. */
export const takeStep = (
  db: Kysely<Database>,
  scope: Scope,
  seen: SeenReport,
  step: Step,
  change: Change,
): Promise<Stepped> =>
  inTransaction(db, async (trx): Promise<Stepped> => {
    const row = await takeUpReport(trx, scope, seen.id)
    if (!row) return { outcome: 'missing' }
    if (row.version === seen.version + 1 && step.isDone(row)) return { outcome: 'again', row }
    if (row.version !== seen.version) return { outcome: 'stale', row }
    if (!step.from.includes(row.state)) return { outcome: 'closed', row, message: standing(row) }
    const changes = await step.changes(trx, row)
    if ('message' in changes)
      return { outcome: 'refused', ...(changes as { field: string; message: string }) }
    await updateReport(trx, scope, row, changes).execute()
    const now = await reportById(trx, scope, row.id).executeTakeFirst()
    // A removed one is gone.
    const after = now ?? { ...row, ...changes, version: row.version + 1 }
    const detail = 'hash' in changes && changes.hash ? { detail: { sha256: changes.hash } } : {}
    await keepReportEvent(trx, row, step.action, change, { reason: step.reason ?? null, ...detail })
    return { outcome: 'ok', row: after as ReportTable }
  })
