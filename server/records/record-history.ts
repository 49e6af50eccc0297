import type { Kysely } from 'kysely'
import { recordHistoryOf } from '../../db/queries/record-history.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { toFields } from './field-columns.ts'
import type { FieldValues, RecordKind } from './kind.ts'

/** One change of a record: who, when, why, and the values before and after of what changed. */
export interface HistoryEntry {
  version: number
  changedAt: string
  changedBy: string
  /** By a file rather than by a person. */
  imported: boolean
  reason: string | null
  step: 'created' | 'corrected' | 'removed'
  before: FieldValues
  after: FieldValues
}

const parsed = (json: string) => JSON.parse(json) as Readonly<Record<string, unknown>>

/** Every change of a record, latest first. */
export async function readHistory(
  db: Kysely<Database>,
  scope: Scope,
  kind: RecordKind,
  id: string,
): Promise<HistoryEntry[]> {
  const rows = await recordHistoryOf(db, scope, [id]).execute()
  return rows.map(({ version, changedAt, changedBy, importRunId, reason, before, after }) => ({
    version,
    changedAt,
    changedBy,
    imported: importRunId !== null,
    reason,
    step: 'removedAt' in parsed(after) ? 'removed' : version === 1 ? 'created' : 'corrected',
    before: toFields(kind, parsed(before)),
    after: toFields(kind, parsed(after)),
  }))
}
