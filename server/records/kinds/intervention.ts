import { z } from 'zod'
import { isBefore, isTold, wrong } from '../field-checks.ts'
import {
  choice,
  day,
  defineKind,
  optionalChoice,
  optionalDay,
  optionalSuspension,
  pupilRecord,
  text,
} from '../kind.ts'
import { notSentHome } from '../sent-home.ts'

export const interventionWords = {
  'plan-review': 'Review of the child’s plan',
  'risk-assessment': 'Risk assessment, written or reviewed',
  'interim-pep': 'Interim PEP',
  'adviser-visit': 'Visit by the education adviser',
  'sen-review': 'Review of special educational needs',
  'ehc-review': 'Early review of the education, health and care plan',
  adjustment: 'Adjustment for a disability',
  'key-adult': 'A key adult to go to',
  'in-school-support': 'Support in school',
  'alternative-provision': 'Alternative provision',
  'off-site-direction': 'Time at another place, by off-site direction',
  other: 'Something else',
} as const

export default defineKind({
  kind: 'intervention',
  subject: 'child',
  title: 'Something tried',
  plural: 'What was tried',
  dataClass: 8,
  naturalDate: 'startedOn',
  fields: z.object({
    what: choice(interventionWords, {
      label: 'What is tried',
      hint: 'After a repeated suspension something different: plan and risk assessment, then an interim PEP, the adviser, an early review of the plan of needs, alternative provision.',
      widget: 'radio',
    }),
    startedOn: day({ label: 'From', hint: 'A single act: the day of it.' }),
    note: text({ label: 'In a few words', widget: 'textarea' }, 1000),
    reviewOn: optionalDay({
      label: 'Look at it again on',
      hint: 'After repeated suspensions only what has this day answers them.',
    }),
    endedOn: optionalDay({ label: 'Until', hint: 'Leave empty while it goes on.' }),
    outcome: optionalChoice(
      { helps: 'It helps', 'helps-a-little': 'It helps a little', 'does-not-help': 'It does not help' },
      { label: 'What came of it', hint: 'Leave empty until it has been looked at.', widget: 'radio' },
    ),
    suspensionId: optionalSuspension({
      label: 'After which suspension',
      hint: 'When it was begun because of one.',
    }),
  }),
  check: ({ what, startedOn, note, reviewOn, endedOn }) => [
    ...wrong(what === 'other' && !isTold(note), 'note', 'Say what it is.'),
    ...notSentHome('note', note),
    ...wrong(isBefore(reviewOn, startedOn), 'reviewOn', 'It cannot be looked at again before it began.'),
    ...wrong(isBefore(endedOn, startedOn), 'endedOn', 'The last day is before the first.'),
  ],
  summary: ({ what, endedOn }) =>
    `Tried: ${interventionWords[what as keyof typeof interventionWords]}${isTold(endedOn) ? ', ended' : ''}`,
  retention: pupilRecord,
})
