import { resolve } from 'node:path'
import type { DatabaseTarget } from '../../db/connect.ts'
import { readingOnly } from '../../db/read-only.ts'
import { DatabaseRefusedError } from '../../db/refused.ts'
import { readAnchorFile } from './anchor.ts'
import { loadAuditRecord } from './load-record.ts'
import { verdictWords } from './verdict-words.ts'
import { verifyAudit } from './verify.ts'

function anchorFile(words: readonly string[]): string | undefined {
  const [option, file, ...more] = words
  if (option === undefined) return undefined
  if (option !== '--anchor' || file === undefined || more.length > 0)
    throw new DatabaseRefusedError('Say: npm run verify-audit, or: npm run verify-audit -- --anchor FILE')
  return resolve(file)
}

/**
 * Whether the record of who looked is as it was written: the sentence to print and how to end, 0 when it is
 * whole and 1 when it is not. Changes nothing in the database. Throws `DatabaseRefusedError` or the system's
 * own error when it cannot be found out.
 */
export async function verifyCommand(
  words: readonly string[],
  database: DatabaseTarget,
): Promise<{ code: 0 | 1; said: string }> {
  const file = anchorFile(words)
  const kept = file === undefined ? undefined : readAnchorFile(file)
  if (file !== undefined && !kept) throw new DatabaseRefusedError(`${file} holds no seal.`)
  const verdict = await readingOnly(database, async (db) =>
    verifyAudit(await loadAuditRecord(db, { live: false }), kept ? [kept] : []),
  )
  return { code: verdict.whole ? 0 : 1, said: verdictWords(verdict, kept !== undefined) }
}
