import { validator } from 'hono-openapi'
import { z } from 'zod'
import { isRecordDay } from '../../calendar/iso-date.ts'
import type { FieldProblem } from '../../records/kind.ts'
import { plainError } from '../../records/plain-error.ts'
import { fieldName } from './plain-text.ts'
import { badFields, Refusal } from './refusal.ts'

/** Every schema of the program speaks plainly. */
z.config({ customError: plainError })

interface Issue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
  readonly code?: string
  readonly keys?: readonly string[]
}

/** A schema's complaints as one sentence for each field; an unknown field is named by its own name. */
export function fieldProblems(issues: readonly Issue[]): FieldProblem[] {
  return issues.flatMap((issue) => {
    const path = (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part))
    if (issue.code === 'unrecognized_keys')
      return (issue.keys ?? []).map((key) => ({
        field: fieldName([...path, key]).slice(0, 40),
        message: 'There is no such field.',
      }))
    return [{ field: fieldName(path), message: issue.message }]
  })
}

/** The route's body: refused with 422 and a sentence for each field that does not fit. */
export const body = <S extends z.ZodType>(schema: S) =>
  validator('json', schema, (result) => {
    if (!result.success) throw badFields(fieldProblems(result.error))
  })

/** The route's query: refused with 400. */
export const query = <S extends z.ZodType>(schema: S) =>
  validator('query', schema, (result) => {
    if (result.success) return
    const [first] = fieldProblems(result.error)
    throw new Refusal(400, {
      code: 'bad-query',
      message: first?.message ?? 'This question cannot be read.',
      field: first?.field ?? '',
    })
  })

/** A day that is one, in a body or a question. */
export const day = z.string().refine(isRecordDay, 'Give a real day as year-month-day, such as 2026-03-13')

/** A day in an address, `?on=2026-03-13`, as at which a page is worked out; today when left out. */
export const onQuery = z.strictObject({
  on: day.optional(),
})
