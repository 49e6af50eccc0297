import type { Insertable, Kysely, Transaction } from 'kysely'
import type { Database } from '../schema.ts'

/** The number and the hash of the last event. */
export const auditChainEnd = (db: Kysely<Database>) =>
  db.selectFrom('auditChain').select(['seq', 'hash']).where('id', '=', 'main')

/** The same, and nobody adds to the chain until the transaction ends. */
export const lockAuditChain = (trx: Transaction<Database>) =>
  trx
    .updateTable('auditChain')
    .set((chain) => ({ seq: chain.ref('seq') }))
    .where('id', '=', 'main')
    .returning(['seq', 'hash'])

/** Events in their order, after a number. */
export const auditEventsAfter = (db: Kysely<Database>, seq: number, limit: number) =>
  db.selectFrom('auditEvent').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit)

/** Rows of the sets of children in the order of their key, after one. */
export const auditChildSetsAfter = (
  db: Kysely<Database>,
  after: { readonly id: string; readonly childId: string },
  limit: number,
) =>
  db
    .selectFrom('auditChildSet')
    .selectAll()
    .where((row) =>
      row.or([
        row('id', '>', after.id),
        row.and([row('id', '=', after.id), row('childId', '>', after.childId)]),
      ]),
    )
    .orderBy('id')
    .orderBy('childId')
    .limit(limit)

/** Every seal, oldest first. */
export const auditAnchors = (db: Kysely<Database>) => db.selectFrom('auditAnchor').selectAll().orderBy('seq')

export const lastAuditAnchor = (db: Kysely<Database>) =>
  db.selectFrom('auditAnchor').selectAll().orderBy('seq', 'desc').limit(1)

export const insertAuditAnchor = (db: Kysely<Database>, anchor: Insertable<Database['auditAnchor']>) =>
  db.insertInto('auditAnchor').values(anchor)
