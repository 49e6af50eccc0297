import { z } from 'zod'
import { isBefore, isTold, wrong } from '../field-checks.ts'
import { choices, day, defineKind, ofSuspension, optionalDay, pupilRecord, text, yesNo } from '../kind.ts'

const attendeeWords = {
  child: 'The child',
  parent: 'Parent',
  carer: 'Carer',
  'social-worker': 'Social worker',
  'virtual-school': 'Virtual School',
  'designated-teacher': 'Designated teacher',
  other: 'Somebody else',
} as const

export default defineKind({
  kind: 'reintegration',
  subject: 'child',
  title: 'Meeting on return',
  plural: 'Meetings on return',
  dataClass: 8,
  naturalDate: 'offeredOn',
  fields: z.object({
    suspensionId: ofSuspension({
      hint: 'The meeting is never a condition of return: the child is back on the day it ends, met or not.',
    }),
    offeredOn: day({ label: 'Offered on' }),
    meetsOn: optionalDay({ label: 'Day of the meeting' }),
    held: yesNo({ label: 'Was it held?' }),
    attended: choices(attendeeWords, { label: 'Who came' }),
    agreed: text({ label: 'What was agreed', widget: 'textarea' }, 1000),
  }),
  check: ({ offeredOn, meetsOn, held, attended }) => [
    ...wrong(isBefore(meetsOn, offeredOn), 'meetsOn', 'It cannot be held before it was offered.'),
    ...wrong(held === true && !isTold(meetsOn), 'meetsOn', 'Say on which day it was held.'),
    ...wrong(
      held !== true && Array.isArray(attended) && attended.length > 0,
      'attended',
      'Nobody came to a meeting that was not held.',
    ),
  ],
  summary: ({ held }) =>
    held === true
      ? 'Meeting on return held'
      : held === false
        ? 'Meeting on return offered, not held'
        : 'Meeting on return offered',
  retention: pupilRecord,
})
