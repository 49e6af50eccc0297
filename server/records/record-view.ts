import type { IsoDate } from '../calendar/iso-date.ts'
import { dayOfRecord } from './check-record.ts'
import { toFields } from './field-columns.ts'
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
}

/** The columns that every record has beside its fields. */
export interface RecordRow {
  readonly id: string
  readonly version: number
  readonly typed: string
  readonly childId?: string | null
}

export function recordView(kind: RecordKind, row: RecordRow): RecordView {
  const fields = toFields(kind, row as unknown as Readonly<Record<string, unknown>>)
  return {
    id: row.id,
    kind: kind.kind,
    version: row.version,
    childId: kind.kind === 'child' ? row.id : (row.childId ?? null),
    on: dayOfRecord(kind, fields),
    summary: kind.summary(fields),
    typed: row.typed.split(';').filter(Boolean),
    fields,
  }
}
