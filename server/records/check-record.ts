import { z } from 'zod'
import { englishTime } from '../calendar/english-time.ts'
import { dayOf, isIsoDate, isLocalMinute, type IsoDate } from '../calendar/iso-date.ts'
import { fieldMeta, fieldNames } from './field-columns.ts'
import type { FieldMeta, FieldProblem, FieldValues, RecordKind } from './kind.ts'
import { plainError } from './plain-error.ts'

export type Checked = { values: FieldValues } | { problems: readonly FieldProblem[] }

/** Everything wrong with a form, a plain sentence for each field, or its values as they may be stored. */
export function checkRecord(kind: RecordKind, given: unknown): Checked {
  const parsed = z.strictObject(kind.fields.shape).safeParse(given, { error: plainError })
  if (!parsed.success) return { problems: parsed.error.issues.flatMap(problemsOf) }
  const values = parsed.data as FieldValues
  const problems = kind.check?.(values) ?? []
  return problems.length > 0 ? { problems } : { values }
}

function problemsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? '')]
  return names.map((name) => ({ field: name.slice(0, 40), message: issue.message }))
}

/** The day a record is listed under; null when its natural date is left out. */
export function dayOfRecord(kind: RecordKind, values: FieldValues): IsoDate | null {
  const date = values[kind.naturalDate]
  if (typeof date !== 'string') return null
  if (isLocalMinute(date)) return dayOf(date)
  if (date.endsWith('Z')) return englishTime(date).on
  return isIsoDate(date) ? date : null
}

/** Fields whose widget is the one given, such as those that name an authority. */
export const fieldsWith = (kind: RecordKind, widget: FieldMeta['widget']): string[] =>
  fieldNames(kind).filter((name) => fieldMeta(kind, name).widget === widget)
