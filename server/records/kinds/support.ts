import { z } from 'zod'
import { day, defineKind, optionalDay, requiredText, text } from '../kind.ts'

const hint = 'Everyone who teaches the child reads this: no care history, no other child’s name.'

export default defineKind({
  kind: 'support',
  subject: 'child',
  title: 'What helps',
  plural: 'What helps',
  dataClass: 6,
  naturalDate: 'agreedOn',
  fields: z.object({
    agreedOn: day({ label: 'Agreed on', hint: 'With the child, and with whoever cares for them.' }),
    helps: requiredText({ label: 'What helps', hint, widget: 'textarea' }, 1000),
    avoid: text({ label: 'What makes a hard moment harder', hint, widget: 'textarea' }, 1000),
    goTo: text({ label: 'Whom the child goes to', hint, widget: 'textarea' }, 400),
    reviewOn: optionalDay({ label: 'Look at it again on' }),
    endedOn: optionalDay({
      label: 'Until',
      hint: 'The last day it holds. Leave empty while it does.',
    }),
  }),
  check: ({ agreedOn, reviewOn, endedOn }) => [
    ...(reviewOn !== null && String(reviewOn) < String(agreedOn)
      ? [{ field: 'reviewOn', message: 'It cannot be looked at again before it was agreed.' }]
      : []),
    ...(endedOn !== null && String(endedOn) < String(agreedOn)
      ? [{ field: 'endedOn', message: 'The last day is before it was agreed.' }]
      : []),
  ],
  summary: ({ endedOn }) => (endedOn ? 'What helps agreed, for a time' : 'What helps agreed'),
  retention: {
    years: 25,
    from: 'date-of-birth',
    source: 'Part of the pupil record; the school’s own retention schedule decides',
  },
})
