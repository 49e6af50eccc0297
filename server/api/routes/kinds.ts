import { Hono } from 'hono'
import { z } from 'zod'
import type { RecordKind } from '../../records/kind.ts'
import type { Deps } from '../deps.ts'
import { described } from '../http/described.ts'

/** What a form is drawn from: the fields as JSON Schema, each with its label, hint, unit, widget and words. */
export interface KindView {
  kind: string
  subject: 'child' | 'school'
  title: string
  plural: string
  naturalDate: string
  retention: RecordKind['retention']
  fields: readonly { name: string; required: boolean; schema: Readonly<Record<string, unknown>> }[]
}

function kindView({ kind, subject, title, plural, naturalDate, retention, fields }: RecordKind): KindView {
  const { properties = {} } = z.toJSONSchema(fields, { io: 'input', unrepresentable: 'any' })
  return {
    kind,
    subject,
    title,
    plural,
    naturalDate,
    retention,
    fields: Object.entries(properties).map(([name, schema]) => ({
      name,
      required: !(fields.shape[name] instanceof z.ZodNullable),
      schema: schema as Readonly<Record<string, unknown>>,
    })),
  }
}

/** Every kind of record that can be kept. */
export const kindRoutes = ({ kinds }: Deps) => {
  const views = [...kinds.values()].map(kindView)
  return new Hono().get(
    '/kinds',
    described({
      summary: 'Kinds of record with their fields',
      tag: 'records',
      answer: 'JSON Schema of each field.',
    }),
    (c) => c.json({ kinds: views }, 200),
  )
}
