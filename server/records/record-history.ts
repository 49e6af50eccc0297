import type { Kysely } from 'kysely'
import { recordHistoryOf } from '../../db/queries/record-history.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { toFields } from './field-columns.ts'
import { readableOf, type FieldRights } from './field-rights.ts'
import type { FieldValues, RecordKind } from './kind.ts'

/** One change of a record: who, when, why, and the values before and after of what changed. */
export interface HistoryEntry {
  version: number
  changedAt: string
  changedBy: string
  /** By a file rather than by a person. */
  imported: boolean
  reason: string | null
  step: 'created' | 'corrected' | 'removed' | 'put-back'
  before: FieldValues
  after: FieldValues
}

const parsed = (json: string) => JSON.parse(json) as Readonly<Record<string, unknown>>

/**
 * Every change of a record, latest first. Of each change only what the reader may know of the record as it was
 * before it, as it was after it and as it is now.
 */
export async function readHistory(
  db: Kysely<Database>,
  scope: Scope,
  kind: RecordKind,
  id: string,
  rights: FieldRights,
): Promise<HistoryEntry[]> {
  const rows = await recordHistoryOf(db, scope, [id]).execute()
  let state: FieldValues = {}
  const changes = rows.toReversed().map((row) => {
    const before = toFields(kind, parsed(row.before))
    const after = toFields(kind, parsed(row.after))
    const earlier: FieldValues = { ...state, ...before }
    state = { ...earlier, ...after }
    return { row, before, after, states: row.version === 1 ? [state] : [earlier, state] }
  })
  return changes.toReversed().flatMap(({ row, before, after, states }) => {
    const known = readableInAll(rights, kind, [...states, state])
    if (known === null) return []
    const { version, changedAt, changedBy, importRunId, reason } = row
    return {
      version,
      changedAt,
      changedBy,
      imported: importRunId !== null,
      reason,
      step: stepOf(version, parsed(row.after)),
      before: only(known, before),
      after: only(known, after),
    }
  })
}

function stepOf(version: number, after: Readonly<Record<string, unknown>>): HistoryEntry['step'] {
  if ('removedAt' in after) return after['removedAt'] === null ? 'put-back' : 'removed'
  return version === 1 ? 'created' : 'corrected'
}

/** The fields that may be read in every one of these states of a record; null where one may not be known of. */
function readableInAll(
  rights: FieldRights,
  kind: RecordKind,
  states: readonly FieldValues[],
): ReadonlySet<string> | null {
  const readable = states.map((state) => readableOf(rights, kind, state))
  if (readable.includes(null)) return null
  const withheld = new Set(readable.flatMap((each) => each?.withheld ?? []))
  return new Set(Object.keys(kind.fields.shape).filter((name) => !withheld.has(name)))
}

const only = (known: ReadonlySet<string>, values: FieldValues): FieldValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => known.has(name)))
