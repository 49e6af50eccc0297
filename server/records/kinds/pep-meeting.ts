import { z } from 'zod'
import { choices, day, defineKind, optionalChoice, optionalDay, text, yesNo } from '../kind.ts'

export const attendeeWords = {
  'social-worker': 'Social worker',
  'designated-teacher': 'Designated teacher',
  carer: 'Carer',
  child: 'The child',
  parent: 'Parent',
  'virtual-school': 'Virtual School',
  other: 'Somebody else',
} as const

export default defineKind({
  kind: 'pep-meeting',
  subject: 'child',
  title: 'PEP meeting',
  plural: 'PEP meetings',
  dataClass: 5,
  naturalDate: 'heldOn',
  fields: z.object({
    heldOn: day({ label: 'Day of the meeting' }),
    completedOn: optionalDay({
      label: 'Day the plan was completed',
      hint: 'Leave empty until every part is written and sent.',
    }),
    attended: choices(attendeeWords, { label: 'Who came' }),
    childViews: yesNo({ label: 'Are the child’s own views in the plan?' }),
    childWords: text(
      {
        label: 'In the child’s words',
        hint: 'One or two sentences, as the child wants them read.',
        widget: 'textarea',
      },
      600,
    ),
    quality: optionalChoice(
      { gold: 'Gold', green: 'Green', amber: 'Amber', red: 'Red' },
      { label: 'Virtual School’s rating', hint: 'Leave empty until it is rated.' },
    ),
    askedOn: optionalDay({
      label: 'Asked the authority on',
      hint: 'The day the school asked for the plan to be begun or reviewed.',
    }),
  }),
  check: ({ heldOn, completedOn }) =>
    completedOn !== null && String(completedOn) < String(heldOn)
      ? [{ field: 'completedOn', message: 'The plan cannot be complete before the meeting was held.' }]
      : [],
  summary: ({ completedOn, quality }) =>
    completedOn
      ? `PEP meeting held, plan completed${quality ? `, rated ${String(quality)}` : ''}`
      : 'PEP meeting held, plan not yet completed',
  retention: {
    years: 25,
    from: 'date-of-birth',
    source: 'Part of the pupil record; the authority keeps its own copy',
  },
})
