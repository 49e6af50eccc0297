import type { Kysely, Transaction } from 'kysely'
import { auditHash, childSetId } from '../audit-hash.ts'
import { insertInBlocks } from '../blocks.ts'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'

/** Who acts, in which role, from where, by which route: what every event of one request shares. */
export interface AuditBy {
  readonly accountId?: string | null
  readonly role?: string | null
  /** The first 16 characters of the sign-in's id. */
  readonly signInId?: string | null
  readonly address?: string | null
  readonly route?: string | null
}

/** What is kept of one act or one answer. */
export interface AuditEntry extends AuditBy {
  readonly at: string
  /** The person's name, or the program's part. */
  readonly changedBy: string
  readonly action: string
  readonly schoolId?: string | null
  /** Every child shown or concerned. */
  readonly childIds?: readonly string[]
  readonly dataClasses?: readonly number[]
  readonly kind?: string | null
  readonly recordId?: string | null
  readonly reason?: string | null
  readonly detail?: Readonly<Record<string, string | number>> | null
}

async function keepChildSets(trx: Transaction<Database>, entries: readonly AuditEntry[]): Promise<void> {
  const sets = new Map<string, readonly string[]>()
  for (const { childIds = [] } of entries)
    if (childIds.length > 0) sets.set(childSetId(childIds), [...new Set(childIds)])
  for (const [id, childIds] of sets) {
    const known = await trx.selectFrom('auditChildSet').select('id').where('id', '=', id).limit(1).execute()
    if (known.length === 0)
      await insertInBlocks(
        trx,
        'auditChildSet',
        childIds.map((childId) => ({ id, childId })),
      )
  }
}

/**
 * A text as both databases give it back: without NUL and without half characters, which would come back as
 * others and look like a change.
 */
const kept = (text: string | null | undefined): string | null =>
  text === null || text === undefined
    ? null
    : text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\u{FFFD}')

/**
 * Adds events to the chain: the one way to write them. The end of the chain stays locked until the transaction
 * ends, so take it last.
 */
export async function appendAuditEvents(
  trx: Transaction<Database>,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return
  const end = await trx
    .updateTable('auditChain')
    .set((chain) => ({ seq: chain('seq', '+', entries.length) }))
    .where('id', '=', 'main')
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow()
  await keepChildSets(trx, entries)
  let { hash } = end
  let seq = end.seq - entries.length
  const rows = entries.map((entry) => {
    const { childIds = [], dataClasses = [], detail } = entry
    const event = {
      seq: ++seq,
      at: entry.at,
      changedBy: kept(entry.changedBy) ?? '',
      accountId: kept(entry.accountId),
      role: kept(entry.role),
      signInId: kept(entry.signInId),
      address: kept(entry.address),
      action: entry.action,
      schoolId: kept(entry.schoolId),
      childSet: childIds.length > 0 ? childSetId(childIds) : null,
      dataClasses: dataClasses.length > 0 ? dataClasses.join(';') : null,
      kind: kept(entry.kind),
      recordId: kept(entry.recordId),
      route: kept(entry.route),
      reason: kept(entry.reason),
      detail: detail ? JSON.stringify(detail) : null,
    }
    hash = auditHash(hash, event)
    return { ...event, hash }
  })
  await insertInBlocks(trx, 'auditEvent', rows)
  await trx.updateTable('auditChain').set({ hash }).where('id', '=', 'main').execute()
}

/** Latest first. */
const auditEvents = (db: Kysely<Database>, scope: Scope) =>
  db.selectFrom('auditEvent').selectAll().where('schoolId', 'in', scope.schoolIds).orderBy('seq', 'desc')

/** The latest `limit` events. */
export const auditEventsOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string, limit: number) =>
  auditEvents(db, scope).where('schoolId', '=', schoolId).limit(limit)

/** Every event that shows or concerns the child, latest first. */
export const auditEventsOfChild = (db: Kysely<Database>, scope: Scope, childId: string) =>
  auditEvents(db, scope).where('childSet', 'in', (sets) =>
    sets.selectFrom('auditChildSet').select('id').where('childId', '=', childId),
  )

/** The children of events, by set. At most `blockSize` ids. */
export const childrenOfSets = (db: Kysely<Database>, ids: readonly string[]) =>
  db.selectFrom('auditChildSet').selectAll().where('id', 'in', ids)
