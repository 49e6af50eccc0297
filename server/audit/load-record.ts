import type { Kysely } from 'kysely'
import { missingAuditGuards } from '../../db/audit-guards.ts'
import {
  auditAnchors,
  auditChainEnd,
  auditChildSetsAfter,
  auditEventsAfter,
} from '../../db/queries/audit-chain.ts'
import type { Database } from '../../db/schema.ts'
import type { AuditRecord } from './verify.ts'

const BLOCK = 2000

async function* events(db: Kysely<Database>, upTo: number) {
  for (let seq = 0; ;) {
    const rows = await auditEventsAfter(db, seq, BLOCK).execute()
    const wanted = rows.filter((row) => row.seq <= upTo)
    if (wanted.length > 0) yield wanted
    if (rows.length < BLOCK || wanted.length < rows.length) return
    seq = rows.at(-1)!.seq
  }
}

async function* childSets(db: Kysely<Database>) {
  for (let after = { id: '', childId: '' }; ;) {
    const rows = await auditChildSetsAfter(db, after, BLOCK).execute()
    if (rows.length > 0) yield rows
    if (rows.length < BLOCK) return
    after = rows.at(-1)!
  }
}

/**
 * The record as it stands. `live`: others add to it meanwhile, and what comes after its end of now is left out;
 * otherwise `db` must be a transaction that sees one moment.
 */
export async function loadAuditRecord(
  db: Kysely<Database>,
  { live }: { live: boolean },
): Promise<AuditRecord> {
  const missingGuards = await missingAuditGuards(db)
  const anchors = await auditAnchors(db).execute()
  const end = await auditChainEnd(db).executeTakeFirst()
  const upTo = live && end ? end.seq : Infinity
  return { missingGuards, anchors, end, events: events(db, upTo), childSets: childSets(db) }
}
