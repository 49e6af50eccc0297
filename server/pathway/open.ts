import type { Kysely } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import { openOfChild } from '../../db/queries/considered.ts'
import type { Change } from '../../db/queries/record-shape.ts'
import { createRecord } from '../../db/queries/record.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { Stepped } from './considering.ts'

const nothingSaid = {
  happenedAt: null,
  whatHappened: null,
  whatBefore: null,
  reasons: '',
  kind: null,
  startedOn: null,
  startSession: null,
  halfDays: null,
  missesExam: null,
  examOn: null,
  ringBack: null,
  state: 'open',
  decidedAt: null,
  decidedBy: null,
  instead: null,
  withoutContact: null,
  readAt: null,
  readBy: null,
} as const

/**
 * Says that the school thinks of suspending a child, which is what the Virtual School sees of it. A child has one
 * open at a time: who comes second gets the first one's.
 */
export const openConsideration = (
  db: Kysely<Database>,
  scope: Scope,
  child: { readonly schoolId: string; readonly childId: string },
  change: Change,
): Promise<Stepped> =>
  inTransaction(db, async (trx): Promise<Stepped> => {
    const before = await openOfChild(trx, scope, child.childId).executeTakeFirst()
    if (before) return { outcome: 'again', row: before }
    const id: string = crypto.randomUUID()
    const opened = { openedAt: change.at, openedBy: change.changedBy }
    const made = await createRecord(
      trx,
      scope,
      'consideration',
      { id, ...child, ...opened, ...nothingSaid },
      change,
    )
    const row = await openOfChild(trx, scope, child.childId).executeTakeFirst()
    if (!row) return { outcome: 'missing' }
    return { outcome: made === 'ok' ? 'ok' : 'again', row }
  })
