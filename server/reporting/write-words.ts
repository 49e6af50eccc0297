import type { Kysely } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Change } from '../../db/queries/record-shape.ts'
import { insertWords, updateWords, wordsOfReport } from '../../db/queries/report-words.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { ReportTable } from '../../db/tables/report.ts'
import type { ReportWordsTable } from '../../db/tables/report-words.ts'
import { keepReportEvent, standing, takeUpReport } from './stepping.ts'

/** What came of saving words: what is stored now, or why nothing was written. */
export type WordsWritten =
  | { outcome: 'ok'; row: ReportTable; words: ReportWordsTable }
  /** Somebody else saved others; none are stored when the version was one of nothing. */
  | { outcome: 'stale'; row: ReportTable; words: ReportWordsTable | undefined }
  | { outcome: 'closed'; row: ReportTable; message: string }
  | { outcome: 'missing' }

/**
 * Saves the words of a section of a draft, over the version that the writer saw: 0 where there were none. The same
 * words again are answered as they are stored, so that a save whose answer was lost can be sent once more.
 */
export const writeWords = (
  db: Kysely<Database>,
  scope: Scope,
  { reportId, section, version }: { reportId: string; section: number; version: number },
  words: string,
  change: Change,
): Promise<WordsWritten> =>
  inTransaction(db, async (trx): Promise<WordsWritten> => {
    const row = await takeUpReport(trx, scope, reportId)
    if (!row || row.kind === 'nil') return { outcome: 'missing' }
    if (row.state !== 'draft') return { outcome: 'closed', row, message: standing(row) }
    const find = () => wordsOfReport(trx, scope, reportId).where('section', '=', section).executeTakeFirst()
    const stored = await find()
    if (stored?.words === words) return { outcome: 'ok', row, words: stored }
    if ((stored?.version ?? 0) !== version) return { outcome: 'stale', row, words: stored }
    const written = { words, changedAt: change.at, changedBy: change.changedBy }
    if (stored) await updateWords(trx, scope, stored, written).execute()
    else
      await insertWords(trx, { reportId, schoolId: row.schoolId, section, version: 1, ...written }).execute()
    await keepReportEvent(trx, row, 'report.words', change, { detail: { section } })
    return { outcome: 'ok', row, words: (await find())! }
  })
