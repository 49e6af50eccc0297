import type { Kysely } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import { appendAtOnce } from '../../db/queries/audit-at-once.ts'
import { appendAuditEvents, nothingRemembered, type AuditEntry } from '../../db/queries/audit-event.ts'
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
  let remembered = nothingRemembered

  async function writeAll() {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_TOGETHER)
      const entries = batch.map(({ entry }) => entry)
      try {
        remembered =
          appendAtOnce(db, entries, remembered) ??
          (await inTransaction(db, (trx) => appendAuditEvents(trx, entries, remembered)))
        for (const { kept } of batch) kept()
      } catch (error) {
        remembered = nothingRemembered
        for (const { failed } of batch) failed(error)
      }
    }
    isWriting = false
  }

  return {
    record: (entry) =>
      new Promise((kept, failed) => {
        waiting.push({ entry, kept, failed })
        if (isWriting) return
        isWriting = true
        // What is answered in the same turn of the loop shares the commit: its cost is the disk’s, not the row’s.
        setImmediate(() => void writeAll())
      }),
  }
}
