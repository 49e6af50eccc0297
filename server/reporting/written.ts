import type { Kysely } from 'kysely'
import { wordsOfReport } from '../../db/queries/report-words.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { ReportWordsTable } from '../../db/tables/report-words.ts'
import { actionOf, actionRowsOf, type ActionRows } from './actions-kept.ts'
import type { CountedRow, Written } from './count-report.ts'

export interface WrittenRows extends ActionRows {
  readonly words: readonly ReportWordsTable[]
}

/** What people wrote into a report, as it is stored. */
export async function writtenRowsOf(
  db: Kysely<Database>,
  scope: Scope,
  row: CountedRow,
): Promise<WrittenRows> {
  const words = await wordsOfReport(db, scope, row.id).execute()
  return { words, ...(await actionRowsOf(db, scope, row)) }
}

/** The same as the document has it; words that were emptied are none. */
export const writtenOf = ({ words, last, next }: WrittenRows): Written => ({
  words: new Map(words.flatMap((row) => (row.words === '' ? [] : [[row.section, row.words] as const]))),
  lastActions: last.map(actionOf),
  nextActions: next.map(actionOf),
})
