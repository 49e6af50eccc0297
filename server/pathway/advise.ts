import type { Kysely, Transaction } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import { adviceOn } from '../../db/queries/considered.ts'
import { contactsOfChildren } from '../../db/queries/contact.ts'
import type { Change } from '../../db/queries/record-shape.ts'
import { correctRecord, createRecord, getRecord } from '../../db/queries/record.ts'
import { bumpRevision } from '../../db/queries/school.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { ConsiderationTable } from '../../db/tables/consideration.ts'
import type { LocalMinute } from '../calendar/iso-date.ts'
import { considerationById, type Stepped } from './considering.ts'

/** That the Virtual School has answered, in the school's own list of contacts: nobody of the school made it. */
async function keepAnswer(
  trx: Transaction<Database>,
  scope: Scope,
  row: ConsiderationTable,
  { at, note, id }: { at: LocalMinute; note: string; id: string },
  change: Change,
): Promise<void> {
  const { schoolId, childId } = row
  await createRecord(
    trx,
    scope,
    'contact',
    {
      id,
      schoolId,
      childId,
      suspensionId: null,
      considerationId: row.id,
      withRole: 'virtual-school',
      purpose: 'before-suspension',
      contactedAt: at,
      how: 'other',
      madeBy: null,
      outcome: 'reached',
      note,
      agreedBy: null,
      refusedBy: null,
    },
    change,
  )
}

/** Kept of the first reading alone: when, and who. */
async function keepReading(
  trx: Transaction<Database>,
  scope: Scope,
  row: ConsiderationTable,
  change: Change,
) {
  if (row.readAt !== null) return
  const reading = { readAt: change.at, readBy: change.changedBy }
  await correctRecord(trx, scope, 'consideration', row.id, row.version, reading, change)
}

async function taken(trx: Transaction<Database>, scope: Scope, id: string) {
  const found = await considerationById(trx, scope, id)
  if (!found) return undefined
  await bumpRevision(trx, scope, found.schoolId).execute()
  return considerationById(trx, scope, id)
}

/** Whether the Virtual School was reached, or a message left, about this already. */
async function wasAsked(trx: Transaction<Database>, scope: Scope, row: ConsiderationTable): Promise<boolean> {
  const contacts = await contactsOfChildren(trx, scope, [row.childId])
    .where('considerationId', '=', row.id)
    .where('withRole', '=', 'virtual-school')
    .execute()
  return contacts.some(({ outcome }) => outcome !== 'no-answer')
}

/**
 * The Virtual School has read what a school considers. The first reading is kept with who and when, and is a contact
 * before the decision where there is none yet.
 */
export const readFlag = (
  db: Kysely<Database>,
  scope: Scope,
  id: string,
  at: LocalMinute,
  change: Change,
): Promise<Stepped> =>
  inTransaction(db, async (trx): Promise<Stepped> => {
    const before = await considerationById(trx, scope, id)
    if (before && before.readAt !== null) return { outcome: 'again', row: before }
    const row = await taken(trx, scope, id)
    if (!row) return { outcome: 'missing' }
    if (row.readAt !== null) return { outcome: 'again', row }
    await keepReading(trx, scope, row, change)
    const note = `Read in the dashboard by ${change.changedBy}.`
    if (row.state === 'open' && !(await wasAsked(trx, scope, row)))
      await keepAnswer(trx, scope, row, { at, note, id: crypto.randomUUID() }, change)
    const now = await considerationById(trx, scope, id)
    return now ? { outcome: 'ok', row: now } : { outcome: 'missing' }
  })

/** What came of advice; `isFirst`: nobody had advised on it before. */
export type Advised = (Stepped & { readonly isFirst?: boolean }) | { outcome: 'key-used' }

/**
 * Keeps advice, with the reading where nobody had read it. Before the decision it is a contact too, with the advice as
 * its note; after it, the advice alone is kept. `id` is that of the request's key.
 */
export const keepAdvice = (
  db: Kysely<Database>,
  scope: Scope,
  of: { readonly considerationId: string; readonly id: string; readonly contactId: string },
  { at, words }: { readonly at: LocalMinute; readonly words: string },
  change: Change,
): Promise<Advised> =>
  inTransaction(db, async (trx): Promise<Advised> => {
    const row = await taken(trx, scope, of.considerationId)
    if (!row) return { outcome: 'missing' }
    const before = await getRecord(trx, scope, 'advice', of.id)
    if (before)
      return before.considerationId === row.id && before.words === words
        ? { outcome: 'again', row }
        : { outcome: 'key-used' }
    if (row.state === 'withdrawn') return { outcome: 'closed', row }
    const isFirst = (await adviceOn(trx, scope, [row.id]).execute()).length === 0
    const { schoolId, childId } = row
    const given = { considerationId: row.id, givenAt: at, givenBy: change.changedBy, words }
    const kept = await createRecord(trx, scope, 'advice', { id: of.id, schoolId, childId, ...given }, change)
    if (kept !== 'ok') return kept === 'exists' ? { outcome: 'key-used' } : { outcome: 'missing' }
    await keepReading(trx, scope, row, change)
    if (row.state === 'open') await keepAnswer(trx, scope, row, { at, note: words, id: of.contactId }, change)
    const now = await considerationById(trx, scope, row.id)
    return now ? { outcome: 'ok', row: now, isFirst } : { outcome: 'missing' }
  })
