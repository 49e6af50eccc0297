import { Hono } from 'hono'
import { z } from 'zod'
import type { Role } from '../../access/permissions.ts'
import type { RecordKind } from '../../records/kind.ts'
import type { Deps } from '../deps.ts'
import { actorOf } from '../http/access.ts'
import { described } from '../http/described.ts'
import { fieldsFor, makes } from '../views/permitted.ts'

/** What a form is drawn from: the fields as JSON Schema, each with its label, hint, unit, widget and words. */
export interface KindView {
  kind: string
  subject: 'child' | 'school'
  title: string
  plural: string
  naturalDate: string
  retention: RecordKind['retention']
  /** Whether the role acted in records one of these. */
  writable: boolean
  fields: readonly { name: string; required: boolean; schema: Readonly<Record<string, unknown>> }[]
}

/** A kind as the forms of a role ask for it. */
function kindView(
  { kind, subject, title, plural, naturalDate, retention, fields }: RecordKind,
  { asked, writable }: { asked: readonly string[]; writable: boolean },
): KindView {
  const { properties = {} } = z.toJSONSchema(fields, { io: 'input', unrepresentable: 'any' })
  return {
    kind,
    subject,
    title,
    plural,
    naturalDate,
    retention,
    writable,
    fields: Object.entries(properties)
      .filter(([name]) => asked.includes(name))
      .map(([name, schema]) => ({
        name,
        required: !(fields.shape[name] instanceof z.ZodNullable),
        schema: schema as Readonly<Record<string, unknown>>,
      })),
  }
}

/** Every kind of record that can be kept, with the fields that the role acted in may read or set. */
export const kindRoutes = ({ kinds }: Deps) => {
  const viewsFor = (role: Role) =>
    [...kinds.values()].map((kind) =>
      kindView(kind, { asked: fieldsFor(role, kind), writable: makes(role, kind) }),
    )
  return new Hono().get(
    '/kinds',
    described({
      summary: 'Kinds of record with their fields',
      tag: 'records',
      answer: 'JSON Schema of each field.',
    }),
    (c) => c.json({ kinds: viewsFor(actorOf(c).role) }, 200),
  )
}
