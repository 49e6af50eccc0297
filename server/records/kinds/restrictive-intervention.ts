import { z } from 'zod'
import { isBefore, isTold, wrong } from '../field-checks.ts'
import { choice, defineKind, minute, optionalMinute, pupilRecord, requiredText, text } from '../kind.ts'

export const restrictiveWords = {
  force: 'Reasonable force',
  restraint: 'Restraint, with or without touch',
  seclusion: 'Seclusion: kept apart and prevented from leaving',
} as const

export default defineKind({
  kind: 'restrictive-intervention',
  subject: 'child',
  title: 'Restrictive intervention',
  plural: 'Restrictive interventions',
  dataClass: 8,
  naturalDate: 'happenedAt',
  fields: z.object({
    happenedAt: minute({ label: 'When it began' }),
    what: choice(restrictiveWords, {
      label: 'What was done',
      hint: 'Restraint includes taking a walking aid or a wheelchair away. Seclusion is for safety and never a punishment: watched all the time, and over when the danger is.',
      widget: 'radio',
    }),
    account: requiredText(
      { label: 'What happened', hint: 'Before, during and after, by who was there.', widget: 'textarea' },
      2000,
    ),
    writtenAt: optionalMinute({ label: 'Written down', hint: 'The same day, where it can be done.' }),
    parentToldAt: optionalMinute({ label: 'Parents told' }),
    withheldReason: text(
      {
        label: 'Why the parents are not told',
        hint: 'Only where telling them would put the child in serious harm. Tell the local authority then.',
        widget: 'textarea',
      },
      1000,
    ),
    socialWorkerToldAt: optionalMinute({ label: 'Social worker told', hint: 'Where the child has one.' }),
  }),
  check: ({ happenedAt, writtenAt, parentToldAt, withheldReason, socialWorkerToldAt }) => [
    ...wrong(isBefore(writtenAt, happenedAt), 'writtenAt', 'It cannot be written down before it happened.'),
    ...wrong(isBefore(parentToldAt, happenedAt), 'parentToldAt', 'They cannot be told before it happened.'),
    ...wrong(
      isTold(parentToldAt) && isTold(withheldReason),
      'withheldReason',
      'The parents were told: leave this empty.',
    ),
    ...wrong(
      isBefore(socialWorkerToldAt, happenedAt),
      'socialWorkerToldAt',
      'They cannot be told before it happened.',
    ),
  ],
  summary: ({ what }) => restrictiveWords[what as keyof typeof restrictiveWords],
  retention: pupilRecord,
})
