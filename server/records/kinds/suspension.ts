import { z } from 'zod'
import { isDecidedHere } from '../../law/decided-here.ts'
import { isTold, wrong } from '../field-checks.ts'
import {
  choice,
  day,
  defineKind,
  flag,
  optionalChoice,
  optionalDay,
  optionalHalfDays,
  optionalMinute,
  pupilRecord,
  text,
  yesNo,
  type FieldValues,
} from '../kind.ts'

export const suspensionKindWords = {
  suspension: 'Suspension',
  permanent: 'Permanent exclusion',
  lunchtime: 'Lunchtime suspension',
} as const

const days = (halfDays: unknown) => `${Number(halfDays) / 2} school ${halfDays === 2 ? 'day' : 'days'}`

const decision = ({ kind, halfDays }: FieldValues) =>
  kind === 'permanent'
    ? 'Permanently excluded'
    : kind === 'lunchtime'
      ? `Suspended at lunchtime, ${days(halfDays)} in all`
      : `Suspended for ${days(halfDays)}`

export default defineKind({
  kind: 'suspension',
  subject: 'child',
  title: 'Suspension',
  plural: 'Suspensions',
  dataClass: 8,
  naturalDate: 'startedOn',
  decision: {
    fields: ['kind', 'startedOn', 'startSession', 'halfDays', 'reasons', 'decidedAt', 'atOtherSchool'],
    isOurs: (row) => isDecidedHere(row as unknown as Parameters<typeof isDecidedHere>[0]),
    refusal: ({ atOtherSchool }) =>
      atOtherSchool === true
        ? null
        : {
            field: 'atOtherSchool',
            message:
              'Only the headteacher decides on a suspension and records it. You can record one of another school.',
          },
  },
  fields: z.object({
    kind: choice(suspensionKindWords, { label: 'What was decided', widget: 'radio' }),
    startedOn: day({ label: 'First day' }),
    startSession: optionalChoice(
      { AM: 'Morning', PM: 'Afternoon' },
      { label: 'From', hint: 'Leave empty for a lunchtime.', widget: 'radio' },
    ),
    halfDays: optionalHalfDays({
      label: 'How long, in school days',
      hint: 'Half days count; each lunchtime is half a day. Leave empty for a permanent exclusion. Change it only where it was typed wrongly: a suspension is not made longer.',
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
    missesExam: yesNo({ label: 'Is a public examination or National Curriculum test missed?' }),
    examOn: optionalDay({
      label: 'Day of the examination or test',
      hint: 'The first, when there are several.',
    }),
    representations: yesNo({
      label: 'Did the parents ask the governors to look at it?',
      hint: 'No when they said that they will not.',
    }),
    representationsOn: optionalDay({ label: 'They asked on' }),
    cancelledAt: optionalMinute({ label: 'Cancelled', process: true }),
    cancelledReason: text({ label: 'Why it was cancelled', process: true }, 1000),
  }),
  check: ({ kind, halfDays, startSession, missesExam, examOn, representations, representationsOn }) => [
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
    ...wrong(
      isTold(examOn) && missesExam !== true,
      'missesExam',
      'A day of an examination is given: say that one is missed, or leave the day empty.',
    ),
    ...wrong(
      isTold(representationsOn) && representations !== true,
      'representations',
      'A day is given on which they asked: say that they did, or leave the day empty.',
    ),
  ],
  summary: ({ cancelledAt, ...decided }) => `${decision(decided)}${isTold(cancelledAt) ? ', cancelled' : ''}`,
  retention: pupilRecord,
})
