import { z } from 'zod'
import { choice, day, defineKind, flag, optionalChoice, optionalMinute } from '../kind.ts'

const kindWords = {
  suspension: 'Suspension',
  permanent: 'Permanent exclusion',
  lunchtime: 'Lunchtime suspension',
} as const

const days = (halfDays: unknown) => `${Number(halfDays) / 2} school ${halfDays === 2 ? 'day' : 'days'}`

export default defineKind({
  kind: 'suspension',
  subject: 'child',
  title: 'Suspension',
  plural: 'Suspensions',
  dataClass: 8,
  naturalDate: 'startedOn',
  fields: z.object({
    kind: choice(kindWords, { label: 'What was decided', widget: 'radio' }),
    startedOn: day({ label: 'First day' }),
    startSession: optionalChoice(
      { AM: 'Morning', PM: 'Afternoon' },
      { label: 'From', hint: 'Leave empty for a lunchtime.', widget: 'radio' },
    ),
    halfDays: z
      .int('Half days are whole numbers')
      .min(1, 'At least half a day')
      .max(400, 'More than a school year')
      .nullable()
      .meta({
        label: 'How long, in school days',
        hint: 'Half days count; each lunchtime is half a day. Leave empty for a permanent exclusion.',
        widget: 'half-days',
        unit: 'half days',
      }),
    reasons: z
      .array(z.string().regex(/^[A-Z]{2}$/, 'A reason is a code of two letters'))
      .min(1, 'Give at least one reason')
      .max(3, 'At most three reasons')
      .meta({ label: 'Reasons', hint: 'One to three of the Department’s codes, such as DB.' }),
    decidedAt: optionalMinute({
      label: 'When it was decided',
      hint: 'Day and time of the headteacher’s decision.',
    }),
    atOtherSchool: flag({
      label: 'Was it at another school?',
      hint: 'Its days count towards the 45 of the year.',
    }),
  }),
  check: ({ kind, halfDays, startSession }) => [
    ...(kind === 'permanent' && halfDays !== null
      ? [{ field: 'halfDays', message: 'A permanent exclusion has no length: leave it empty.' }]
      : []),
    ...(kind !== 'permanent' && halfDays === null
      ? [{ field: 'halfDays', message: 'Say how many school days, halves included.' }]
      : []),
    ...(kind === 'lunchtime' && startSession !== null
      ? [{ field: 'startSession', message: 'A lunchtime is neither morning nor afternoon: leave it empty.' }]
      : []),
    ...(kind !== 'lunchtime' && startSession === null
      ? [{ field: 'startSession', message: 'Say whether it began in the morning or the afternoon.' }]
      : []),
  ],
  summary: ({ kind, halfDays }) =>
    kind === 'permanent'
      ? 'Permanently excluded'
      : kind === 'lunchtime'
        ? `Suspended at lunchtime, ${days(halfDays)} in all`
        : `Suspended for ${days(halfDays)}`,
  retention: {
    years: 25,
    from: 'date-of-birth',
    source: 'Part of the pupil record; the school’s own retention schedule decides',
  },
})
