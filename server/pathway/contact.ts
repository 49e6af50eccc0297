import type { Kysely } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Change } from '../../db/queries/record-shape.ts'
import { createRecord, getRecord } from '../../db/queries/record.ts'
import { bumpRevision } from '../../db/queries/school.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { ContactTable } from '../../db/tables/contact.ts'
import type { LocalMinute } from '../calendar/iso-date.ts'
import { considerationById, type Stepped } from './considering.ts'
import type { AskedRole } from './shapes.ts'

/** One act of asking before a decision; `contactedAt` is a local minute. */
export interface Asking {
  readonly withRole: AskedRole
  readonly outcome: 'reached' | 'message-left' | 'no-answer'
  readonly how: ContactTable['how']
  readonly note: string | null
  /** Who of those who care for the child agreed that the Virtual School is asked. */
  readonly agreedBy: string | null
  /** Who of them does not, or withdraws what was agreed. */
  readonly refusedBy: string | null
  readonly contactedAt: LocalMinute
}

/**
 * Keeps an act of asking. `id` is that of the request's key, so that sending it twice keeps it once; whoever sent
 * it first without a time, at the time it came. `'key-used'`: the key was another form's.
 */
export const keepContact = (
  db: Kysely<Database>,
  scope: Scope,
  of: { readonly considerationId: string; readonly id: string },
  asking: Asking,
  change: Change,
): Promise<Stepped | { outcome: 'key-used' }> =>
  inTransaction(db, async (trx): Promise<Stepped | { outcome: 'key-used' }> => {
    const found = await considerationById(trx, scope, of.considerationId)
    if (!found) return { outcome: 'missing' }
    await bumpRevision(trx, scope, found.schoolId).execute()
    const row = (await considerationById(trx, scope, of.considerationId)) ?? found
    const before = await getRecord(trx, scope, 'contact', of.id)
    if (before) {
      const { withRole, outcome, how, note, agreedBy, refusedBy } = asking
      const same =
        before.considerationId === row.id &&
        before.withRole === withRole &&
        before.outcome === outcome &&
        before.how === how &&
        before.note === note &&
        before.agreedBy === agreedBy &&
        before.refusedBy === refusedBy
      return same ? { outcome: 'again', row } : { outcome: 'key-used' }
    }
    if (row.state !== 'open') return { outcome: 'closed', row }
    const { schoolId, childId } = row
    const placed = { id: of.id, schoolId, childId, suspensionId: null, considerationId: row.id }
    const made = { purpose: 'before-suspension' as const, madeBy: change.changedBy }
    const kept = await createRecord(trx, scope, 'contact', { ...placed, ...made, ...asking }, change)
    if (kept === 'exists') return { outcome: 'key-used' }
    return kept === 'ok' ? { outcome: 'ok', row } : { outcome: 'missing' }
  })
