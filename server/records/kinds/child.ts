import { z } from 'zod'
import { choice, defineKind, day, optionalDay, requiredText, text } from '../kind.ts'

const yearGroups = {
  N: 'Nursery',
  R: 'Reception',
  ...Object.fromEntries(Array.from({ length: 14 }, (_, i) => [String(i + 1), `Year ${i + 1}`])),
} as Readonly<Record<string, string>>

export default defineKind({
  kind: 'child',
  subject: 'child',
  title: 'Child',
  plural: 'Children',
  dataClass: 1,
  naturalDate: 'admittedOn',
  fields: z.object({
    forename: requiredText({ label: 'Forename' }, 120),
    surname: requiredText({ label: 'Surname' }, 120),
    preferredName: text(
      { label: 'Name the child goes by', hint: 'Leave empty when it is the forename.' },
      120,
    ),
    sayName: text({ label: 'How to say the name', hint: 'For example CHEE-dee.' }, 80),
    upn: z
      .string()
      .trim()
      .toUpperCase()
      .regex(
        /^[A-HJ-NP-RT-Z][0-9]{11}[0-9A-Z]$/,
        'A unique pupil number is a letter, eleven digits and a digit or letter',
      )
      .meta({ label: 'Unique pupil number', hint: '13 characters, as in the school’s system.' }),
    dateOfBirth: day({ label: 'Date of birth' }),
    yearGroup: choice(yearGroups, { label: 'Year group' }),
    admittedOn: day({ label: 'First day on roll' }),
    leftOn: optionalDay({ label: 'Last day on roll', hint: 'Leave empty while the child is on roll.' }),
    homeAuthorityCode: z.string().nullable().meta({
      label: 'Local authority the child lives in',
      hint: 'It is told of a permanent exclusion where it is not the school’s own.',
      widget: 'authority',
    }),
  }),
  check: ({ dateOfBirth, admittedOn, leftOn }) => [
    ...(String(dateOfBirth) >= String(admittedOn)
      ? [{ field: 'dateOfBirth', message: 'The date of birth must be before the first day on roll.' }]
      : []),
    ...(leftOn !== null && String(leftOn) < String(admittedOn)
      ? [{ field: 'leftOn', message: 'The last day on roll is before the first.' }]
      : []),
  ],
  duplicate: { field: 'upn', message: 'A child with this number is already here. Look for them by name.' },
  summary: ({ leftOn }) => (leftOn ? 'On roll here, and left' : 'Came on roll'),
  retention: {
    years: 25,
    from: 'date-of-birth',
    source: 'Pupil record; the school’s own retention schedule decides',
  },
})
