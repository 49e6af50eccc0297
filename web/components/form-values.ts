import type { Field, Option, Widget } from './field.ts'

/** A value as the server stores it. */
export type FieldValue = string | number | boolean | readonly string[] | null

/** What a field's JSON Schema says, with what the kind's declaration says about how to ask. */
interface FieldSchema {
  label?: string
  hint?: string
  unit?: string
  widget?: string
  words?: Readonly<Record<string, string>>
  type?: string | readonly string[]
  maxLength?: number
  anyOf?: readonly { type?: string; maxLength?: number }[]
}

/** One field of a kind of record, as the server describes it. */
export interface KindField {
  name: string
  required: boolean
  schema: Readonly<Record<string, unknown>>
}

/** What a form may hand over beside the schema. */
export interface FormState {
  values?: Readonly<Record<string, FieldValue | undefined>>
  /** A sentence for each wrong field. */
  errors?: Readonly<Record<string, string>>
  /** Options that only the page knows, by widget: authorities, the child's suspensions. */
  options?: Readonly<Record<string, readonly Option[]>>
}

const WIDGETS: Readonly<Record<string, Widget>> = {
  textarea: 'textarea',
  day: 'day',
  minute: 'minute',
  'half-days': 'half-days',
  radio: 'radio',
  select: 'select',
  checkboxes: 'checkboxes',
  phone: 'phone',
  authority: 'select',
  suspension: 'select',
}

const YES_NO = { true: 'Yes', false: 'No' }
const NOT_KNOWN: Option = { value: '', label: 'Not known' }

const typesOf = (schema: FieldSchema) => [schema.type, ...(schema.anyOf ?? []).map(({ type }) => type)].flat()
const isFlag = (schema: FieldSchema) => typesOf(schema).includes('boolean')
const isList = (schema: FieldSchema) => typesOf(schema).includes('array')
const isNumber = (schema: FieldSchema) =>
  typesOf(schema).some((type) => type === 'number' || type === 'integer')

function asText(value: FieldValue | undefined, widget: Widget): string | readonly string[] {
  if (value === null || value === undefined) return widget === 'checkboxes' ? [] : ''
  if (widget === 'half-days') return `${Number(value) / 2}`
  if (typeof value === 'object') return widget === 'checkboxes' ? value : value.join(' ')
  return `${value}`
}

function optionsOf(
  schema: FieldSchema,
  required: boolean,
  widget: Widget,
  given: FormState['options'],
): readonly Option[] {
  const fromPage = given?.[schema.widget ?? '']
  if (fromPage) return fromPage
  const words = schema.words ?? (isFlag(schema) ? YES_NO : {})
  const options = Object.entries(words).map(([value, label]) => ({ value, label }))
  return widget === 'radio' && !required ? [...options, NOT_KNOWN] : options
}

/** What a new form holds before anything is typed: a yes or no that must be given is no. */
export const startValues = (fields: readonly KindField[]): Record<string, FieldValue> =>
  Object.fromEntries(
    fields
      .filter(({ required, schema }) => required && isFlag(schema as FieldSchema))
      .map(({ name }) => [name, false]),
  )

/** The fields of a kind's form, in the kind's order. */
export function fieldsOf(fields: readonly KindField[], { values, errors, options }: FormState = {}): Field[] {
  return fields.map(({ name, required, schema: described }) => {
    const schema = described as FieldSchema
    const widget = WIDGETS[schema.widget ?? ''] ?? (isNumber(schema) ? 'number' : 'text')
    const longest = schema.maxLength ?? schema.anyOf?.find(({ maxLength }) => maxLength)?.maxLength
    return {
      name,
      label: schema.label ?? name,
      widget,
      required: required && widget !== 'checkboxes',
      value: asText(values?.[name], widget),
      options: optionsOf(schema, required, widget, options),
      ...(schema.hint && { hint: schema.hint }),
      ...(schema.unit && { unit: widget === 'half-days' ? 'school days' : schema.unit }),
      ...(errors?.[name] && { error: errors[name] }),
      ...(longest && widget !== 'select' && { maxlength: longest }),
    }
  })
}

function asValue(schema: FieldSchema, texts: readonly string[]): FieldValue {
  if (isList(schema))
    return schema.widget === 'checkboxes'
      ? texts
      : (texts[0] ?? '')
          .split(/[\s,;]+/)
          .filter(Boolean)
          .map((word) => word.toUpperCase())
  const text = texts[0]?.trim() ?? ''
  if (text === '') return null
  if (schema.widget === 'half-days') return Number(text) * 2
  if (isFlag(schema)) return text === 'true'
  return isNumber(schema) ? Number(text) : text
}

/** What a form holds, as values to send: an empty box is null, half days are counted whole. */
export function valuesOf(fields: readonly KindField[], data: FormData): Record<string, FieldValue> {
  return Object.fromEntries(
    fields.map(({ name, schema }) => {
      const texts = data.getAll(name).filter((value) => typeof value === 'string')
      return [name, asValue(schema as FieldSchema, texts)]
    }),
  )
}
