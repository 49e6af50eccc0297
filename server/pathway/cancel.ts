import type { Kysely, Transaction } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Change } from '../../db/queries/record-shape.ts'
import { correctRecord, getRecord } from '../../db/queries/record.ts'
import { bumpRevision } from '../../db/queries/school.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { SuspensionTable } from '../../db/tables/suspension.ts'
import type { LocalMinute } from '../calendar/iso-date.ts'
import type { FieldProblem } from '../records/kind.ts'
import type { Seen } from './considering.ts'

/** Whether it may be cancelled, or why not, and what speaks against the time that was given. */
export interface CancelJudged {
  readonly may: boolean
  readonly why: string | null
  readonly problems: readonly FieldProblem[]
}

export type Cancelled =
  | { outcome: 'ok' | 'again' | 'stale'; row: SuspensionTable }
  /** The time that was given cannot be. */
  | { outcome: 'bad'; problems: readonly FieldProblem[] }
  /** Not lawful any more, and why. */
  | { outcome: 'may-not'; why: string }
  | { outcome: 'missing' }

/**
 * The headteacher's cancelling of a suspension or exclusion (2012 Regulations as amended in 2023, 17A): what was
 * served before `at`, which may have passed when it is recorded, still counts. `judge` says whether it is lawful, by the rows as the transaction sees them.
 */
export const cancelSuspension = (
  db: Kysely<Database>,
  scope: Scope,
  seen: Seen,
  { at, reason }: { readonly at: LocalMinute; readonly reason: string },
  judge: (trx: Transaction<Database>, row: SuspensionTable) => Promise<CancelJudged>,
  change: Change,
): Promise<Cancelled> =>
  inTransaction(db, async (trx): Promise<Cancelled> => {
    const found = await getRecord(trx, scope, 'suspension', seen.id)
    if (!found) return { outcome: 'missing' }
    await bumpRevision(trx, scope, found.schoolId).execute()
    const row = (await getRecord(trx, scope, 'suspension', seen.id)) ?? found
    if (row.cancelledAt !== null && row.cancelledReason === reason) return { outcome: 'again', row }
    if (row.version !== seen.version) return { outcome: 'stale', row }
    const { may, why, problems } = await judge(trx, row)
    if (problems.length > 0) return { outcome: 'bad', problems }
    if (!may) return { outcome: 'may-not', why: why ?? 'This cannot be cancelled.' }
    const cancelled = { cancelledAt: at, cancelledReason: reason }
    await correctRecord(trx, scope, 'suspension', row.id, row.version, cancelled, { ...change, reason })
    const now = await getRecord(trx, scope, 'suspension', row.id)
    return now ? { outcome: 'ok', row: now } : { outcome: 'missing' }
  })
