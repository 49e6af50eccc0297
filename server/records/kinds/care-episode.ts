import { z } from 'zod'
import { choice, day, defineKind, optionalDay, presetFlag, text } from '../kind.ts'

export const careStatusWords = {
  cla: 'Looked after',
  'previously-cla': 'Previously looked after',
  'cin-plan': 'Child-in-need plan',
  'cp-plan': 'Child-protection plan',
  kinship: 'Kinship care',
} as const

/** Whether a status is a child-in-need or child-protection plan: what stands in it is the safeguarding lead's to share. */
export const isPlan = (status: unknown): boolean => status === 'cin-plan' || status === 'cp-plan'

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
    detail: text(
      { label: 'Detail', hint: 'Legal status or category of plan, in a few words.', dataClass: 4 },
      200,
    ),
    detailShared: presetFlag({
      label: 'May the designated teacher read the detail of this plan?',
      hint: 'For child-in-need and child-protection plans. That a plan is open, with its dates, they see in any case.',
      dataClass: 4,
    }),
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
