import { z } from 'zod'
import type { FieldMeta, FieldValue, FieldValues, RecordKind } from './kind.ts'

type Column = string | number | null
type Columns = Readonly<Record<string, Column>>

const inner = (schema: unknown): unknown =>
  schema instanceof z.ZodNullable || schema instanceof z.ZodDefault ? inner(schema.unwrap()) : schema

/** The names of a kind's fields, which are those of its table's columns. */
export const fieldNames = (kind: RecordKind): string[] => Object.keys(kind.fields.shape)

/** How a field is shown, as its schema declares it. */
export const fieldMeta = (kind: RecordKind, name: string): FieldMeta =>
  (kind.fields.shape[name] as z.ZodType).meta() as unknown as FieldMeta

const columnOf = (value: FieldValue): Column =>
  typeof value === 'boolean' ? (value ? 1 : 0) : Array.isArray(value) ? value.join(';') : (value as Column)

/** Checked values as a table keeps them: flags as 0 or 1, lists as text separated by `;`. */
export const toColumns = (kind: RecordKind, values: FieldValues): Columns =>
  Object.fromEntries(fieldNames(kind).map((name) => [name, columnOf(values[name] ?? null)]))

function valueOf(schema: unknown, column: Column): FieldValue {
  if (column === null) return null
  const type = inner(schema)
  if (type instanceof z.ZodBoolean) return column === 1
  if (type instanceof z.ZodArray) return column === '' ? [] : String(column).split(';')
  return column
}

/** A stored row as a form shows it; only the fields that the row has. */
export const toFields = (kind: RecordKind, row: Readonly<Record<string, unknown>>): FieldValues =>
  Object.fromEntries(
    fieldNames(kind)
      .filter((name) => name in row)
      .map((name) => [name, valueOf(kind.fields.shape[name], row[name] as Column)]),
  )
