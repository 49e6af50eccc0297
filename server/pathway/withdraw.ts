import type { Kysely } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Change } from '../../db/queries/record-shape.ts'
import { correctRecord } from '../../db/queries/record.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { LocalMinute } from '../calendar/iso-date.ts'
import { considerationById, takeUp, type Seen, type Stepped } from './considering.ts'

/** Takes back what was opened by mistake, with the reason in its history: it is counted nowhere. */
export const withdraw = (
  db: Kysely<Database>,
  scope: Scope,
  seen: Seen,
  at: LocalMinute,
  change: Change & { readonly reason: string },
): Promise<Stepped> =>
  inTransaction(db, async (trx): Promise<Stepped> => {
    const taken = await takeUp(trx, scope, seen)
    if (!taken) return { outcome: 'missing' }
    const { row, isCurrent } = taken
    if (row.state === 'withdrawn' && row.decidedBy === change.changedBy) return { outcome: 'again', row }
    if (row.state !== 'open') return { outcome: 'closed', row }
    if (!isCurrent) return { outcome: 'stale', row }
    const withdrawn = { state: 'withdrawn', decidedAt: at, decidedBy: change.changedBy } as const
    await correctRecord(trx, scope, 'consideration', row.id, row.version, withdrawn, change)
    const now = await considerationById(trx, scope, row.id)
    return now ? { outcome: 'ok', row: now } : { outcome: 'missing' }
  })
