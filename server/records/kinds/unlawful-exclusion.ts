import { z } from 'zod'
import { isBefore, isTold, wrong } from '../field-checks.ts'
import {
  day,
  defineKind,
  optionalChoice,
  optionalDay,
  optionalHalfDays,
  optionalMinute,
  pupilRecord,
  requiredText,
  text,
} from '../kind.ts'

export default defineKind({
  kind: 'unlawful-exclusion',
  subject: 'child',
  title: 'Sent home without a suspension',
  plural: 'Sent home without a suspension',
  dataClass: 8,
  naturalDate: 'happenedOn',
  fields: z.object({
    happenedOn: day({
      label: 'Day',
      hint: 'To send a child home or keep it away without a suspension, as to cool off, is unlawful, also when the parents agree. Recorded here it can be put right.',
    }),
    session: optionalChoice({ AM: 'Morning', PM: 'Afternoon' }, { label: 'From', widget: 'radio' }),
    halfDays: optionalHalfDays({ label: 'How long, in school days', hint: 'Half days count.' }),
    whatHappened: requiredText({ label: 'What happened', widget: 'textarea' }, 1000),
    putRightOn: optionalDay({ label: 'Put right on' }),
    putRight: text({ label: 'What was done to put it right', widget: 'textarea' }, 1000),
    parentToldAt: optionalMinute({ label: 'Parents told that it was unlawful' }),
    socialWorkerToldAt: optionalMinute({ label: 'Social worker told', hint: 'Where the child has one.' }),
    virtualSchoolToldAt: optionalMinute({
      label: 'Virtual School told',
      hint: 'Where an authority looks after the child.',
    }),
  }),
  check: ({ happenedOn, putRightOn, putRight, parentToldAt, socialWorkerToldAt, virtualSchoolToldAt }) => [
    ...wrong(isTold(putRightOn) && !isTold(putRight), 'putRight', 'Say what was done to put it right.'),
    ...wrong(isTold(putRight) && !isTold(putRightOn), 'putRightOn', 'Say on which day it was put right.'),
    ...Object.entries({ parentToldAt, socialWorkerToldAt, virtualSchoolToldAt }).flatMap(([field, at]) =>
      wrong(isBefore(at, happenedOn), field, 'They cannot be told before it happened.'),
    ),
    ...wrong(isBefore(putRightOn, happenedOn), 'putRightOn', 'It cannot be put right before it happened.'),
  ],
  summary: ({ putRightOn }) =>
    `Sent home without a suspension: unlawful${isTold(putRightOn) ? ', put right' : ''}`,
  retention: pupilRecord,
})
