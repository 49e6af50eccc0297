import type { Kysely } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import { appendAuditEvents, type AuditEntry } from '../../db/queries/audit-event.ts'
import type { Database } from '../../db/schema.ts'

/** Keeps events; what it answers is on disk. */
export interface Audit {
  record(entry: AuditEntry): Promise<void>
}

/** Events that one transaction takes at most. */
const MOST_TOGETHER = 200

interface Waiting {
  readonly entry: AuditEntry
  readonly kept: () => void
  readonly failed: (error: unknown) => void
}

/**
 * Events are committed before the answer they belong to leaves. Those that come while a commit is under way
 * share the next one; each `record` ends with its own commit, and fails with it.
 */
export function createAudit(db: Kysely<Database>): Audit {
  const waiting: Waiting[] = []
  let isWriting = false

  async function writeAll() {
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_TOGETHER)
      const entries = batch.map(({ entry }) => entry)
      try {
        await inTransaction(db, (trx) => appendAuditEvents(trx, entries))
        for (const { kept } of batch) kept()
      } catch (error) {
        for (const { failed } of batch) failed(error)
      }
    }
    isWriting = false
  }

  return {
    record: (entry) =>
      new Promise((kept, failed) => {
        waiting.push({ entry, kept, failed })
        if (!isWriting) void writeAll()
      }),
  }
}
