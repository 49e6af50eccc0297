import { fieldMeta, fieldNames } from './field-columns.ts'
import type { FieldProblem, FieldValues, RecordKind } from './kind.ts'

/** Which fields somebody may read and set. It is made from a role, where roles are known. */
export interface FieldRights {
  /** The fields of a record with these values that may be read; null where not even that it exists may be known. */
  readable(kind: RecordKind, values: FieldValues): readonly string[] | null
  /** The fields of a record with these values that may be set. */
  settable(kind: RecordKind, values: FieldValues): readonly string[]
  /** Whether a decision that a record of the kind holds is theirs to correct. */
  approves(kind: RecordKind): boolean
}

/** Of the program itself. */
export const everyField: FieldRights = { readable: fieldNames, settable: fieldNames, approves: () => true }

/** Whether a page of its own sets a field, so that no form may. */
export const isOfProcess = (kind: RecordKind, name: string): boolean => fieldMeta(kind, name).process === true

const isNothing = (value: unknown) => value === null || value === undefined || value === false
const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
const asGiven = (given: unknown): FieldValues | null =>
  typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as FieldValues) : null

/** What a form says of a field that may not be set: what it says of one that does not exist. */
const noSuchField = (field: string): FieldProblem => ({ field, message: 'There is no such field.' })

/** What may be read of values, and the names of what may not; null where nothing of it may be known. */
export function readableOf(
  rights: FieldRights,
  kind: RecordKind,
  values: FieldValues,
): { fields: FieldValues; withheld: string[] } | null {
  const readable = rights.readable(kind, values)
  if (readable === null) return null
  const may = new Set(readable)
  return {
    fields: Object.fromEntries(Object.entries(values).filter(([name]) => may.has(name))),
    withheld: fieldNames(kind).filter((name) => !may.has(name)),
  }
}

/** The fields of a form that somebody sends: nothing in those that may not be set, so that the rest can be checked. */
type Sent = { given: unknown } | { problems: readonly FieldProblem[] }

/**
 * A new record as somebody may make it. A field that they may not set is refused like one that does not exist;
 * left out, or empty where other records would let them, it is stored as nobody told.
 */
export function newByRights(rights: FieldRights, kind: RecordKind, given: unknown): Sent {
  const sent = asGiven(given)
  if (!sent) return { given }
  const may = new Set(rights.settable(kind, sent))
  const ever = new Set(rights.settable(kind, {}))
  const names = fieldNames(kind)
  const foreign = names.filter(
    (name) => name in sent && !may.has(name) && !(ever.has(name) && isNothing(sent[name])),
  )
  if (foreign.length > 0) return { problems: foreign.map(noSuchField) }
  const schemaDecides = names.filter((name) => !may.has(name))
  return { given: withNothing(kind, sent, schemaDecides) }
}

/** Fields that nobody may send are as a form that leaves them empty sends them. */
function withNothing(kind: RecordKind, sent: FieldValues, names: readonly string[]): FieldValues {
  const rest = Object.fromEntries(Object.entries(sent).filter(([name]) => !names.includes(name)))
  const nothing = names.filter((name) => kind.fields.shape[name]?.safeParse(null).success)
  return { ...rest, ...Object.fromEntries(nothing.map((name) => [name, null])) }
}

/**
 * A correction as somebody may make it, over what is stored: a field that they may not read keeps its value and is
 * refused when it is sent; one that they read and may not set may be sent as it is, and one that a page of its
 * own sets may be left out. Nor may a correction open
 * what was withheld.
 */
export function correctionByRights(
  rights: FieldRights,
  kind: RecordKind,
  stored: FieldValues,
  given: unknown,
): Sent {
  const sent = asGiven(given)
  if (!sent) return { given }
  const names = fieldNames(kind)
  const readable = new Set(rights.readable(kind, stored) ?? [])
  const kept = Object.fromEntries(
    names.filter((name) => !readable.has(name)).map((name) => [name, stored[name] ?? null]),
  )
  const after: FieldValues = { ...stored, ...sent, ...kept }
  const before = new Set(rights.settable(kind, stored))
  const then = new Set(rights.settable(kind, after))
  const foreign = names.filter((name) => {
    if (!(name in sent)) return false
    if (!readable.has(name)) return true
    return !(before.has(name) && then.has(name)) && !same(sent[name], stored[name])
  })
  if (foreign.length > 0) return { problems: foreign.map(noSuchField) }
  const readableThen = new Set(rights.readable(kind, after) ?? [])
  const opened = Object.keys(kept).some((name) => !isNothing(stored[name]) && readableThen.has(name))
  if (opened) {
    const changed = names.find((name) => name in sent && !same(sent[name], stored[name]))
    const message = 'This record holds what the safeguarding lead keeps: ask them to change this.'
    return { problems: [{ field: changed ?? kind.naturalDate, message }] }
  }
  const leftOut = names.filter((name) => isOfProcess(kind, name) && !(name in sent))
  const asStored = Object.fromEntries(leftOut.map((name) => [name, stored[name] ?? null]))
  return { given: { ...sent, ...asStored, ...kept } }
}

/** Why somebody may not keep a new record: it holds a decision, and deciding is not theirs. Empty when they may. */
export function newDecisionByRights(
  rights: FieldRights,
  kind: RecordKind,
  values: FieldValues,
): FieldProblem[] {
  const refusal = rights.approves(kind) ? null : (kind.decision?.refusal(values) ?? null)
  return refusal === null ? [] : [refusal]
}

/**
 * Why somebody may not leave a record with other values, or with none: it holds a decision that was made here, or
 * comes to hold one, and deciding is not theirs. Empty when they may.
 */
export function decisionByRights(
  rights: FieldRights,
  kind: RecordKind,
  row: Readonly<Record<string, unknown>>,
  stored: FieldValues,
  after: FieldValues | null,
): FieldProblem[] {
  const { decision } = kind
  if (!decision || rights.approves(kind)) return []
  const becomes = after !== null && decision.refusal(stored) === null ? decision.refusal(after) : null
  if (becomes !== null) return [becomes]
  if (!decision.isOurs(row)) return []
  const changed = decision.fields.find((name) => after === null || !same(after[name], stored[name]))
  if (changed === undefined) return []
  const act = after === null ? 'take it out' : 'correct it'
  return [{ field: changed, message: `The headteacher decided this here: only the headteacher may ${act}.` }]
}

/** Why somebody may not remove a record: it holds what they may not set. Empty when they may. */
export function removalByRights(rights: FieldRights, kind: RecordKind, stored: FieldValues): FieldProblem[] {
  const may = new Set(rights.settable(kind, stored))
  return fieldNames(kind)
    .filter((name) => !may.has(name) && !isOfProcess(kind, name) && !isNothing(stored[name]))
    .slice(0, 1)
    .map((field) => ({
      field,
      message: 'This record holds what somebody else keeps: ask them to remove it.',
    }))
}
