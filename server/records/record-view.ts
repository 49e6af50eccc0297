import type { IsoDate } from '../calendar/iso-date.ts'
import { dayOfRecord } from './check-record.ts'
import { toFields } from './field-columns.ts'
import { readableOf, type FieldRights } from './field-rights.ts'
import type { FieldValues, RecordKind } from './kind.ts'

/** A record as it is sent: what it is, whose, on which day, in one line, and its fields. */
export interface RecordView {
  id: string
  kind: string
  version: number
  childId: string | null
  on: IsoDate | null
  summary: string
  /** Names of the fields that a person typed. */
  typed: string[]
  fields: FieldValues
  /** Names of the fields that this reader may not know; they are not among `fields`. */
  withheld: string[]
}

/** The columns that every record has beside its fields. */
export interface RecordRow {
  readonly id: string
  readonly version: number
  readonly typed: string
  readonly childId?: string | null
}

/** A stored row as somebody may read it; undefined where they may not know that it is there. */
export function recordViewFor(rights: FieldRights, kind: RecordKind, row: RecordRow): RecordView | undefined {
  const stored = toFields(kind, row as unknown as Readonly<Record<string, unknown>>)
  const readable = readableOf(rights, kind, stored)
  if (readable === null) return undefined
  const { fields, withheld } = readable
  return {
    id: row.id,
    kind: kind.kind,
    version: row.version,
    childId: kind.kind === 'child' ? row.id : (row.childId ?? null),
    on: dayOfRecord(kind, fields),
    summary: kind.summary(fields),
    typed: row.typed.split(';').filter((name) => name !== '' && !withheld.includes(name)),
    fields,
    withheld,
  }
}

/** Those of the rows that somebody may know of, as they may read them. */
export const recordViewsFor = (
  rights: FieldRights,
  kind: RecordKind,
  rows: readonly RecordRow[],
): RecordView[] => rows.flatMap((row) => recordViewFor(rights, kind, row) ?? [])
