import type { Kysely, Transaction } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Change } from '../../db/queries/record-shape.ts'
import { actionById, insertAction, updateAction } from '../../db/queries/report-action.ts'
import { reportsOfSchool } from '../../db/queries/report.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { ReportActionTable } from '../../db/tables/report-action.ts'
import type { ReportTable } from '../../db/tables/report.ts'
import { keepReportEvent, standing, takeUpReport } from './stepping.ts'

export type AskedFor = Pick<ReportActionTable, 'words' | 'owner' | 'dueOn'>
export type Outcome = Pick<ReportActionTable, 'outcome' | 'outcomeNote'>

/** What came of writing an action: what is stored now, or why nothing was written. */
export type ActionWritten =
  | { outcome: 'ok' | 'stale'; action: ReportActionTable; threshold: number }
  | { outcome: 'closed'; message: string }
  | { outcome: 'missing' }

const isSame = (row: ReportActionTable, given: Partial<ReportActionTable>) =>
  Object.entries(given).every(([name, value]) => row[name as keyof ReportActionTable] === value)

/** Adds an action to a draft. `id` is the caller's: random, or that of an idempotency key. */
export const addAction = (
  db: Kysely<Database>,
  scope: Scope,
  { reportId, id }: { reportId: string; id: string },
  asked: AskedFor,
  change: Change,
): Promise<ActionWritten> =>
  inTransaction(db, async (trx): Promise<ActionWritten> => {
    const row = await takeUpReport(trx, scope, reportId)
    if (!row || row.kind === 'nil') return { outcome: 'missing' }
    const before = await actionById(trx, scope, id).executeTakeFirst()
    if (before)
      return { outcome: isSame(before, asked) ? 'ok' : 'stale', action: before, threshold: row.threshold }
    if (row.state !== 'draft') return { outcome: 'closed', message: standing(row) }
    await insertAction(trx, {
      id,
      schoolId: row.schoolId,
      reportId,
      ...asked,
      outcome: null,
      outcomeNote: null,
      outcomeAt: null,
      outcomeBy: null,
      version: 1,
      removedAt: null,
    }).execute()
    await keepReportEvent(trx, row, 'report.action', change)
    const added = await actionById(trx, scope, id).executeTakeFirstOrThrow()
    return { outcome: 'ok', action: added, threshold: row.threshold }
  })

interface Taken {
  readonly action: ReportActionTable
  readonly report: ReportTable
}

async function takeUp(trx: Transaction<Database>, scope: Scope, id: string): Promise<Taken | undefined> {
  const found = await actionById(trx, scope, id).executeTakeFirst()
  const report = found && (await takeUpReport(trx, scope, found.reportId))
  const action = await actionById(trx, scope, id).executeTakeFirst()
  return report && action && { action, report }
}

/** What the headteacher has in hand does not change: its last actions are in it. */
const withHead = async (trx: Transaction<Database>, scope: Scope, { schoolId }: ReportTable) =>
  (await reportsOfSchool(trx, scope, schoolId).execute()).find(({ state }) => state === 'sent')

/**
 * Changes an action: of a draft what it asks for; of a report that governors have only what became of it, which the
 * next report tells.
 */
export const changeAction = (
  db: Kysely<Database>,
  scope: Scope,
  { id, version }: { id: string; version: number },
  { asked, became }: { asked: AskedFor; became: Outcome },
  change: Change,
): Promise<ActionWritten> =>
  inTransaction(db, async (trx): Promise<ActionWritten> => {
    const taken = await takeUp(trx, scope, id)
    if (!taken) return { outcome: 'missing' }
    const { action, report } = taken
    if (isSame(action, { ...asked, ...became })) return { outcome: 'ok', action, threshold: report.threshold }
    if (action.version !== version) return { outcome: 'stale', action, threshold: report.threshold }
    const isDraft = report.state === 'draft'
    if (!isDraft && (report.state !== 'published' || !isSame(action, asked)))
      return { outcome: 'closed', message: standing(report) }
    const sent = isSame(action, became) ? undefined : await withHead(trx, scope, report)
    if (sent) return { outcome: 'closed', message: standing(sent) }
    const told =
      became.outcome === null
        ? { outcomeAt: null, outcomeBy: null }
        : { outcomeAt: change.at, outcomeBy: change.changedBy }
    await updateAction(trx, scope, action, { ...asked, ...became, ...told }).execute()
    await keepReportEvent(trx, report, isDraft ? 'report.action' : 'report.outcome', change)
    const changed = await actionById(trx, scope, id).executeTakeFirstOrThrow()
    return { outcome: 'ok', action: changed, threshold: report.threshold }
  })

/** Takes an action out of a draft. */
export const removeAction = (
  db: Kysely<Database>,
  scope: Scope,
  { id, version }: { id: string; version: number },
  change: Change,
): Promise<ActionWritten> =>
  inTransaction(db, async (trx): Promise<ActionWritten> => {
    const taken = await takeUp(trx, scope, id)
    if (!taken) return { outcome: 'missing' }
    const { action, report } = taken
    if (action.version !== version) return { outcome: 'stale', action, threshold: report.threshold }
    if (report.state !== 'draft') return { outcome: 'closed', message: standing(report) }
    await updateAction(trx, scope, action, { removedAt: change.at }).execute()
    await keepReportEvent(trx, report, 'report.action', change)
    return { outcome: 'ok', action, threshold: report.threshold }
  })
