import type { DataClass } from '../../access/permissions.ts'
import { fieldMeta } from '../../records/field-columns.ts'
import type { FieldValues, RecordKind } from '../../records/kind.ts'

/** The classes of data that fields of a record show: of its kind, of such a record, and of each field. */
export function classesShown(kind: RecordKind, fields: FieldValues): DataClass[] {
  const own = [kind.dataClass, kind.classOfRow?.(fields) ?? kind.dataClass]
  const ofFields = Object.keys(fields).flatMap((name) => fieldMeta(kind, name).dataClass ?? [])
  return inOrder([...own, ...ofFields] as DataClass[])
}

/** Each class once, in order. */
export const inOrder = (dataClasses: readonly DataClass[]): DataClass[] =>
  [...new Set(dataClasses)].toSorted((a, b) => a - b)
