import { z } from 'zod'
import { isBefore, isTold, wrong } from '../field-checks.ts'
import { day, defineKind, ofSuspension, optionalChoice, optionalDay, pupilRecord, yesNo } from '../kind.ts'

const outcomeWords = {
  upheld: 'Decision upheld',
  reconsider: 'Governors asked to think again',
  quashed: 'Decision quashed, governors told to think again',
} as const

export default defineKind({
  kind: 'review-panel',
  subject: 'child',
  title: 'Independent review',
  plural: 'Independent reviews',
  dataClass: 8,
  naturalDate: 'boardDecisionToldOn',
  fields: z.object({
    suspensionId: ofSuspension({ hint: 'The permanent exclusion that the governors did not end.' }),
    boardDecisionToldOn: day({
      label: 'Parents told of the governors’ decision on',
      hint: 'In writing. From here parents have 15 school days to ask for a review.',
    }),
    appliedOn: optionalDay({ label: 'Parents asked for a review on' }),
    willNotApply: yesNo({ label: 'Did the parents say in writing that they will not ask for one?' }),
    specialNeedsExpert: yesNo({ label: 'Did they ask for an expert in special educational needs?' }),
    meetsOn: optionalDay({ label: 'Day the panel meets' }),
    outcome: optionalChoice(outcomeWords, {
      label: 'What the panel decided',
      hint: 'Leave empty until it has met.',
      widget: 'radio',
    }),
    panelDecisionToldOn: optionalDay({
      label: 'Governors told of the panel’s decision on',
      hint: 'Where they are to think again, they meet within ten school days of this.',
    }),
    boardReconsideredOn: optionalDay({ label: 'Governors met again on' }),
  }),
  check: ({ boardDecisionToldOn, appliedOn, willNotApply, meetsOn, outcome, ...after }) => [
    ...wrong(
      isBefore(appliedOn, boardDecisionToldOn),
      'appliedOn',
      'They cannot ask before they were told of the decision.',
    ),
    ...wrong(
      willNotApply === true && isTold(appliedOn),
      'willNotApply',
      'They asked for a review: this cannot be yes.',
    ),
    ...wrong(isBefore(meetsOn, appliedOn), 'meetsOn', 'The panel cannot meet before it was asked for.'),
    ...wrong(isTold(outcome) && !isTold(meetsOn), 'meetsOn', 'Say on which day the panel met.'),
    ...wrong(
      isBefore(after['panelDecisionToldOn'], meetsOn),
      'panelDecisionToldOn',
      'The decision cannot be told before the panel met.',
    ),
    ...wrong(
      isBefore(after['boardReconsideredOn'], after['panelDecisionToldOn']),
      'boardReconsideredOn',
      'The governors cannot think again before they were told.',
    ),
  ],
  summary: ({ appliedOn, willNotApply, outcome }) =>
    isTold(outcome)
      ? `Independent review: ${outcomeWords[outcome as keyof typeof outcomeWords].toLowerCase()}`
      : isTold(appliedOn)
        ? 'Independent review asked for'
        : willNotApply === true
          ? 'Parents ask for no independent review'
          : 'Parents may ask for an independent review',
  retention: pupilRecord,
})
