import { z } from 'zod'
import { choice, day, defineKind, optionalDay, text } from '../kind.ts'

export const careStatusWords = {
  cla: 'Looked after',
  'previously-cla': 'Previously looked after',
  'cin-plan': 'Child-in-need plan',
  'cp-plan': 'Child-protection plan',
  kinship: 'Kinship care',
} as const

export default defineKind({
  kind: 'care-episode',
  subject: 'child',
  title: 'Care status',
  plural: 'Care history',
  dataClass: 3,
  naturalDate: 'startedOn',
  fields: z.object({
    status: choice(careStatusWords, { label: 'Status', widget: 'radio' }),
    startedOn: day({ label: 'First day', hint: 'The day the status began.' }),
    endedOn: optionalDay({ label: 'Last day', hint: 'Leave empty while it is open.' }),
    authorityCode: z.string().nullable().meta({
      label: 'Local authority',
      hint: 'The one that looks after the child or holds the plan.',
      widget: 'authority',
    }),
    detail: text({ label: 'Detail', hint: 'Legal status or category of plan, in a few words.' }, 200),
  }),
  check: ({ startedOn, endedOn }) =>
    endedOn !== null && String(endedOn) < String(startedOn)
      ? [{ field: 'endedOn', message: 'The last day is before the first.' }]
      : [],
  summary: ({ status, endedOn }) =>
    `${careStatusWords[status as keyof typeof careStatusWords]}${endedOn ? ', ended' : ''}`,
  retention: {
    years: 25,
    from: 'date-of-birth',
    source: 'Child-protection file; the school’s own retention schedule decides',
  },
})
