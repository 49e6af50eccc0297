import type { Kysely } from 'kysely'
import { actionsOfReport } from '../../db/queries/report-action.ts'
import { reportsOfSchool } from '../../db/queries/report.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { ReportActionTable } from '../../db/tables/report-action.ts'
import type { ReportTable } from '../../db/tables/report.ts'
import { isoDate } from '../calendar/iso-date.ts'
import type { ReportAction } from '../report/shapes.ts'

/** A stored action as the document has it. */
export const actionOf = (row: ReportActionTable): ReportAction => ({
  id: row.id,
  text: row.words,
  owner: row.owner,
  dueOn: row.dueOn === null ? null : isoDate(row.dueOn),
  outcome: row.outcome,
  outcomeNote: row.outcomeNote,
})

export interface ActionRows {
  /** Those of the report itself. */
  readonly next: readonly ReportActionTable[]
  /** Those of the last annual report that governors have, as at an earlier day. */
  readonly last: readonly ReportActionTable[]
}

/** What a report asks for, and what the one before it asked for. */
export async function actionRowsOf(
  db: Kysely<Database>,
  scope: Scope,
  { id, schoolId, asOn }: Pick<ReportTable, 'id' | 'schoolId' | 'asOn'>,
): Promise<ActionRows> {
  const rows = await reportsOfSchool(db, scope, schoolId).execute()
  const before = rows
    .filter((row) => row.id !== id && row.kind === 'annual' && row.state === 'published' && row.asOn < asOn)
    .toSorted((a, b) => (`${a.asOn} ${a.publishedAt}` < `${b.asOn} ${b.publishedAt}` ? 1 : -1))[0]
  return {
    next: await actionsOfReport(db, scope, id).execute(),
    last: before ? await actionsOfReport(db, scope, before.id).execute() : [],
  }
}
