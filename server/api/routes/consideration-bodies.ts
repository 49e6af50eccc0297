import { z } from 'zod'
import { isRecordMinute } from '../../calendar/iso-date.ts'
import { suspensionReasons } from '../../law/suspension-reasons.ts'
import type { DraftFields } from '../../pathway/shapes.ts'
import { day } from '../http/checked.ts'

export const id = z.string().min(1).max(80)
const minute = z.string().refine(isRecordMinute, 'Give a day and a time, such as 2026-03-13T08:40')
const words = (longest: number) => z.string().trim().max(longest, `At most ${longest} characters`).nullable()
export const sentence = z.string().trim().min(1, 'Say it in a sentence').max(1000, 'At most 1000 characters')
const codes = suspensionReasons.map(({ code }) => code) as [string, ...string[]]

export const draft = z.strictObject({
  kind: z.enum(['suspension', 'permanent', 'lunchtime']).nullable(),
  startedOn: day.nullable(),
  startSession: z.enum(['AM', 'PM']).nullable(),
  halfDays: z
    .int('Half days are whole numbers')
    .min(1, 'At least half a day')
    .max(400, 'More than a school year')
    .nullable(),
  missesExam: z.boolean().nullable(),
  examOn: day.nullable(),
  happenedAt: minute.nullable(),
  whatHappened: words(4000),
  whatBefore: words(4000),
  reasons: z.array(z.enum(codes, 'Choose one of the reasons listed')).max(3, 'At most three reasons'),
  ringBack: words(120),
})

export const contact = z.strictObject({
  withRole: z.enum(['virtual-school', 'social-worker', 'safeguarding-lead', 'carer', 'parent']),
  outcome: z.enum(['reached', 'message-left', 'no-answer']),
  how: z.enum(['phone', 'email', 'letter', 'meeting', 'other']).nullable(),
  note: words(1000),
  /** Who agreed that the Virtual School is asked about a child whom no authority looks after. */
  agreedBy: words(120).optional(),
  /** Who does not agree to that, or withdraws what was agreed. */
  refusedBy: words(120).optional(),
  /** Left empty: now. */
  contactedAt: minute.nullable(),
})

export const decision = z.strictObject({
  decision: z.enum(['not-suspended', 'suspended']),
  instead: words(1000),
  withoutContact: words(1000),
})

export const orNull = (text: string | null) => (text === '' ? null : text)

/** Empty boxes say nothing. */
export const fieldsOf = (given: z.infer<typeof draft>) =>
  ({
    ...given,
    whatHappened: orNull(given.whatHappened),
    whatBefore: orNull(given.whatBefore),
    ringBack: orNull(given.ringBack),
  }) as DraftFields
