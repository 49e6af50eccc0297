import { z } from 'zod'
import { isBefore, wrong } from '../field-checks.ts'
import { choice, day, defineKind, optionalDay, pupilRecord, text } from '../kind.ts'

const provisionWords = {
  'ehc-plan': 'Education, health and care plan',
  'sen-support': 'Special educational needs support',
  none: 'None: looked at, and no need found',
} as const

export default defineKind({
  kind: 'special-need',
  subject: 'child',
  title: 'Special educational needs',
  plural: 'Special educational needs',
  dataClass: 6,
  naturalDate: 'startedOn',
  fields: z.object({
    startedOn: day({ label: 'Since' }),
    provision: choice(provisionWords, { label: 'Provision', widget: 'radio' }),
    need: text({ label: 'What the child needs', widget: 'textarea' }, 1000),
    endedOn: optionalDay({ label: 'Until', hint: 'The last day it holds. Leave empty while it does.' }),
  }),
  check: ({ startedOn, endedOn }) =>
    wrong(isBefore(endedOn, startedOn), 'endedOn', 'It ends before it began.'),
  summary: ({ provision }) =>
    provision === 'none'
      ? 'No special educational need found'
      : provisionWords[provision as keyof typeof provisionWords],
  retention: pupilRecord,
})
