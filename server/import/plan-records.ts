import { authorityFinder } from '../records/authorities-england.ts'
import suspension from '../records/kinds/suspension.ts'
import type { Held } from './held.ts'
import { everyRow, type Decisions, type ImportPlan, type MayBring, type SourceCounts } from './plan.ts'
import { keyOf, recordShapes, type Fields } from './record-shapes.ts'
import type { FileProblem } from './read-problem.ts'
import type { RowSourceName, SourceRows } from './sources/index.ts'

/** A row that was read, with what a problem about it must say. */
type AnyRow = SourceRows[RowSourceName]
type HeldRow = Fields & { id: string; typed: string; childId?: string | null }

/** Children of the roll by their number, the new ones of this run among them. */
export type ChildIds = Map<string, string>

const rowProblem = (
  row: AnyRow,
  column: string,
  value: string,
  code: string,
  message: string,
): FileProblem => ({
  file: row.file,
  line: row.line,
  column,
  value,
  code,
  message,
})

/**
 * Plans the rows of one source against what is held: new ones, changed fields, the same, and those the file no
 * longer names. A value that a person typed is never replaced without a decision.
 */
export function planRecords<Name extends RowSourceName>(
  source: Name,
  rows: readonly SourceRows[Name][],
  held: Held,
  childIds: ChildIds,
  decisions: Decisions,
  plan: ImportPlan,
  mayBring: MayBring = everyRow,
): void {
  const shape = recordShapes[source]
  const findAuthority = authorityFinder(held.authorities)
  const existing = (held[shape.table] as unknown as readonly HeldRow[]).filter((row) => mayBring(source, row))
  const byKey = new Map(existing.map((row) => [keyOf(row, shape.key), row]))
  const named = new Set<string>()
  let stands = 0
  const counts: SourceCounts = { source, added: 0, changed: 0, same: 0, missing: 0, missingChildIds: [] }

  for (const row of rows) {
    const upn = shape.upn?.(row) ?? null
    const childId = upn === null ? null : (childIds.get(upn) ?? null)
    if (upn !== null && childId === null) {
      const message = 'No child on the roll has this number. Add the child first, or correct the number.'
      plan.problems.push(rowProblem(row, 'upn', upn, 'unknown-child', message))
      continue
    }
    const authority = 'localAuthority' in row ? row.localAuthority : undefined
    const found = typeof authority === 'string' ? findAuthority(authority) : undefined
    if (typeof authority === 'string' && !found) {
      const message = 'No local authority has this name. Correct it, or give its three-digit code.'
      const column = source === 'children' ? 'home_authority' : 'local_authority'
      plan.problems.push(rowProblem(row, column, authority, 'unknown-authority', message))
      continue
    }
    const fields = shape.fields(row, authority == null ? authority : found!.code)
    const ofChild = shape.upn ? { childId } : {}
    const key = keyOf({ ...fields, ...ofChild }, shape.key)
    named.add(key)
    const before = byKey.get(key)
    if (!before) {
      counts.added++
      const id = crypto.randomUUID()
      if (source === 'children') childIds.set(String(fields['upn']), id)
      plan.creates.push({ source, table: shape.table, id, childId, fields: { ...shape.fresh, ...fields } })
      continue
    }
    const ofFile = besideDecision(source, before, fields)
    if (Object.entries(fields).some(([field, told]) => told !== null && !(field in ofFile))) stands++
    const changes = decidedChanges(source, before, ofFile, decisions, plan)
    if (Object.keys(changes).length === 0) counts.same++
    else {
      counts.changed++
      plan.updates.push({
        source,
        table: shape.table,
        id: before.id,
        childId: source === 'children' ? before.id : childId,
        before: Object.fromEntries(Object.keys(changes).map((field) => [field, before[field] ?? null])),
        changes,
      })
    }
  }
  if (stands > 0) plan.notes.push(standsWords(stands))
  const missing = existing.filter((row) => !named.has(keyOf(row, shape.key)))
  counts.missing = missing.length
  counts.missingChildIds = [
    ...new Set(missing.map((row) => (source === 'children' ? row.id : (row.childId ?? '')))),
  ]
  plan.counts.push(counts)
}

/** What a headteacher decided here: no file changes it, nor does anybody by taking the file's word. */
const decidedFields = new Set(suspension.decision?.fields)

/** The fields of a row without those in which it contradicts a decision that was made here. */
function besideDecision(source: RowSourceName, before: HeldRow, fields: Fields): Fields {
  if (source !== 'suspensions' || (before['considerationId'] ?? null) === null) return fields
  const isBeside = ([field, told]: [string, unknown]) =>
    !decidedFields.has(field) || (before[field] ?? null) === told
  return Object.fromEntries(Object.entries(fields).filter(isBeside))
}

const standsWords = (rows: number): string =>
  rows === 1
    ? 'One suspension was decided here otherwise than the file says: what was decided stands. Correct it where the file comes from, or cancel it here and decide anew.'
    : `${rows} suspensions were decided here otherwise than the file says: what was decided stands. Correct them where the file comes from, or cancel them here and decide anew.`

/** The fields that differ, without those that a person typed and nobody decided to replace. */
export function decidedChanges(
  source: RowSourceName,
  before: HeldRow,
  fields: Fields,
  decisions: Decisions,
  plan: ImportPlan,
): Fields {
  const typed = new Set(before.typed.split(';'))
  const changes: Fields = {}
  for (const [field, told] of Object.entries(fields)) {
    const held = before[field] ?? null
    if (held === told) continue
    const key = `${before.id} ${field}`
    const decided = decisions.conflicts[key]
    if (typed.has(field) && decided === undefined)
      plan.conflicts.push({
        key,
        source,
        childId: source === 'children' ? before.id : (before.childId ?? null),
        label: recordShapes[source].words[0],
        field,
        held,
        told,
        recordId: before.id,
      })
    else if (!typed.has(field) || decided === 'take') changes[field] = told
  }
  return changes
}
