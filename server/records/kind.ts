import { z } from 'zod'
import { isRecordDay, isRecordMinute } from '../calendar/iso-date.ts'

/** How a field is asked for and shown: its label, a hint above the box, its unit, and the widget where the type alone does not tell. */
export interface FieldMeta {
  label: string
  hint?: string
  unit?: string
  widget?:
    | 'text'
    | 'textarea'
    | 'day'
    | 'minute'
    | 'half-days'
    | 'radio'
    | 'select'
    | 'checkboxes'
    | 'phone'
    | 'authority'
    | 'suspension'
  /** Words for the stored values of a choice. */
  words?: Readonly<Record<string, string>>
  /** Class of data of the field, where it is not that of its kind. */
  dataClass?: number
  /** True for what a page of its own sets: everybody who reads the record sees it, no form asks for it. */
  process?: true
}

/** Values as stored and sent: text, whole numbers, true or false, lists of text, or null for not told. */
export type FieldValue = string | number | boolean | readonly string[] | null
export type FieldValues = Readonly<Record<string, FieldValue>>

/** What is wrong with one field of a form, in a plain sentence. */
export interface FieldProblem {
  field: string
  message: string
}

export interface RecordKind {
  /** The file's name, the table's name and the word in addresses. */
  kind: string
  subject: 'child' | 'school'
  /** What one is called, such as `PEP meeting`, and several. */
  title: string
  plural: string
  /** The address of the page that keeps them, where that is not a form: they are read like any other record. */
  process?: string
  /** Class of data, 1 to 17: who may read and write it follows from this. */
  dataClass: number
  /** Class that a record must be open in to be read at all, where that is not the kind's for every record. */
  classOfRow?(values: FieldValues): number
  /** The day it is listed under; an instant's day counts. */
  naturalDate: string
  /** Fields with label, hint and unit each, and checks across fields. */
  fields: z.ZodObject
  /** The decision that a record of the kind holds: only who may approve of the class makes, corrects or removes it. */
  decision?: {
    readonly fields: readonly string[]
    /** Whether a row, as it is stored, holds one that was made here. */
    isOurs(row: Readonly<Record<string, unknown>>): boolean
    /** Why somebody else may not record values of one of this school; null where they hold none. */
    refusal(values: FieldValues): FieldProblem | null
  }
  /** A plain sentence for each contradiction between fields, by the field it is shown at. */
  check?(values: FieldValues): readonly FieldProblem[]
  /** Where and how a second one with the same key is refused, when the day does not say it all. */
  duplicate?: FieldProblem
  /** One line for the timeline, without the child's name. */
  summary(values: FieldValues): string
  /** How long it is kept, and where that is written. */
  retention: { years: number; from: 'date-of-birth' | 'end-of-record'; source: string }
}

/** A kind of record, declared once: its routes, checks, form, timeline, history and export come from here. */
export const defineKind = (kind: RecordKind): RecordKind => kind

/** Of what belongs to the file that goes with the child from school to school. */
export const pupilRecord: RecordKind['retention'] = {
  years: 25,
  from: 'date-of-birth',
  source: 'Part of the pupil record; the school’s own retention schedule decides',
}

/** Text of 1 to `longest` characters that may be left empty. */
export const text = (meta: FieldMeta, longest = 200) =>
  z
    .string()
    .trim()
    .min(1, 'Write something, or leave it out')
    .max(longest)
    .nullable()
    .meta({ ...meta })

/** Text of 1 to `longest` characters. */
export const requiredText = (meta: FieldMeta, longest = 200) =>
  z
    .string()
    .trim()
    .min(1, `${meta.label}: write it here`)
    .max(longest, `At most ${longest} characters`)
    .meta({ ...meta })

const realDay = 'Give a real day as year-month-day, such as 2026-03-13'

/** A day, `2026-03-13`. */
export const day = (meta: FieldMeta) =>
  z
    .string()
    .refine(isRecordDay, realDay)
    .meta({ widget: 'day', ...meta })

export const optionalDay = (meta: FieldMeta) =>
  z
    .string()
    .refine(isRecordDay, realDay)
    .nullable()
    .meta({ widget: 'day', ...meta })

const realMinute = 'Give a day and a time, such as 2026-03-13T08:40'

/** A minute in England, `2026-03-13T08:40`. */
export const minute = (meta: FieldMeta) =>
  z
    .string()
    .refine(isRecordMinute, realMinute)
    .meta({ widget: 'minute', ...meta })

export const optionalMinute = (meta: FieldMeta) =>
  z
    .string()
    .refine(isRecordMinute, realMinute)
    .nullable()
    .meta({ widget: 'minute', ...meta })

/** Which suspension of the child it belongs to. */
export const ofSuspension = (meta: Omit<FieldMeta, 'label'> = {}) =>
  z.string('Choose the suspension').meta({ label: 'Which suspension', widget: 'suspension', ...meta })

export const optionalSuspension = (meta: FieldMeta) =>
  z
    .string()
    .nullable()
    .meta({ widget: 'suspension', ...meta })

/** A length in school days, kept as a whole number of halves; nothing where it has none. */
export const optionalHalfDays = (meta: FieldMeta) =>
  z
    .int('Half days are whole numbers')
    .min(1, 'At least half a day')
    .max(400, 'More than a school year')
    .nullable()
    .meta({ widget: 'half-days', unit: 'half days', ...meta })

/** A whole number that may be left out. */
export const optionalCount = (meta: FieldMeta, most: number) =>
  z
    .int('Give a whole number')
    .min(1, 'At least 1')
    .max(most, `At most ${most}`)
    .nullable()
    .meta({ ...meta })

/** One of a few stored words, shown in plain words. */
export const choice = <const W extends Readonly<Record<string, string>>>(
  words: W,
  meta: Omit<FieldMeta, 'words'>,
) =>
  z
    .enum(Object.keys(words) as [keyof W & string, ...(keyof W & string)[]])
    .meta({ widget: 'select', ...meta, words })

export const optionalChoice = <const W extends Readonly<Record<string, string>>>(
  words: W,
  meta: Omit<FieldMeta, 'words'>,
) =>
  z
    .enum(Object.keys(words) as [keyof W & string, ...(keyof W & string)[]])
    .nullable()
    .meta({ widget: 'select', ...meta, words })

/** Several of a few stored words, kept in one text separated by `;`. */
export const choices = <const W extends Readonly<Record<string, string>>>(
  words: W,
  meta: Omit<FieldMeta, 'words'>,
) =>
  z
    .array(z.enum(Object.keys(words) as [keyof W & string, ...(keyof W & string)[]]))
    .meta({ widget: 'checkboxes', ...meta, words })

/** Yes, no, or nobody said. */
export const yesNo = (meta: FieldMeta) =>
  z
    .boolean()
    .nullable()
    .meta({ widget: 'radio', ...meta })

/** Yes or no; no where it is left out. */
export const presetFlag = (meta: FieldMeta) =>
  z
    .boolean()
    .default(false)
    .meta({ widget: 'radio', ...meta })

/** Yes or no. */
export const flag = (meta: FieldMeta) => z.boolean().meta({ widget: 'radio', ...meta })
