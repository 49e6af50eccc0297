import { z } from 'zod'
import { isBefore, isTold, wrong } from '../field-checks.ts'
import {
  choices,
  day,
  defineKind,
  flag,
  ofSuspension,
  optionalChoice,
  optionalDay,
  pupilRecord,
  yesNo,
} from '../kind.ts'

const invitedWords = {
  parent: 'Parents',
  child: 'The child',
  headteacher: 'Headteacher',
  'local-authority': 'Local authority',
  'social-worker': 'Social worker',
  'virtual-school': 'Virtual School',
  other: 'Somebody else',
} as const

const outcomeWords = {
  reinstated: 'Reinstated at once',
  'reinstated-later': 'Reinstated from a later day',
  declined: 'Not reinstated',
  considered: 'What the parents said was considered',
} as const

export default defineKind({
  kind: 'board-meeting',
  subject: 'child',
  title: 'Governors’ meeting',
  plural: 'Governors’ meetings',
  dataClass: 8,
  naturalDate: 'meetsOn',
  fields: z.object({
    suspensionId: ofSuspension(),
    meetsOn: day({ label: 'Day of the meeting' }),
    held: flag({ label: 'Has it been held?', hint: 'No while it is planned.' }),
    remote: yesNo({ label: 'Is it held at a distance?', hint: 'As the parents may ask.' }),
    invited: choices(invitedWords, { label: 'Who is invited' }),
    outcome: optionalChoice(outcomeWords, {
      label: 'What was decided',
      hint: 'Leave empty until it has been held.',
      widget: 'radio',
    }),
    reinstatedOn: optionalDay({ label: 'Back in school from', hint: 'When it is a later day.' }),
    decisionToldOn: optionalDay({
      label: 'Parents told of the decision in writing on',
      hint: 'With its reasons. The time to ask for a review runs from here.',
    }),
  }),
  check: ({ meetsOn, held, outcome, reinstatedOn, decisionToldOn }) => [
    ...wrong(held === true && !isTold(outcome), 'outcome', 'Say what was decided.'),
    ...wrong(held !== true && isTold(outcome), 'held', 'Nothing is decided before the meeting is held.'),
    ...wrong(
      outcome === 'reinstated-later' && !isTold(reinstatedOn),
      'reinstatedOn',
      'Say from which day the child is back in school.',
    ),
    ...wrong(
      isTold(reinstatedOn) && !String(outcome).startsWith('reinstated'),
      'reinstatedOn',
      'Only a child who is reinstated has a day to be back.',
    ),
    ...wrong(isTold(decisionToldOn) && !isTold(outcome), 'decisionToldOn', 'Say first what was decided.'),
    ...wrong(
      isBefore(decisionToldOn, meetsOn),
      'decisionToldOn',
      'The decision cannot be told before the meeting.',
    ),
  ],
  summary: ({ held, outcome }) =>
    held === true
      ? `Governors met: ${outcomeWords[outcome as keyof typeof outcomeWords].toLowerCase()}`
      : 'Governors’ meeting planned',
  retention: pupilRecord,
})
