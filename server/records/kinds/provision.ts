import { z } from 'zod'
import { isBefore, isTold, wrong } from '../field-checks.ts'
import {
  choice,
  day,
  defineKind,
  ofSuspension,
  optionalDay,
  optionalMinute,
  pupilRecord,
  text,
  yesNo,
} from '../kind.ts'

export const provisionWords = {
  'work-set': 'Work set by the school',
  education: 'Education arranged',
  none: 'None could be arranged',
  'no-exams-left': 'None is owed: Year 11, and no public exam is left to sit',
  'fewer-hours': 'Fewer hours are owed: an education, health and care plan names them',
} as const

/** Education somewhere, of which parents must know the details. */
const arranged = new Set(['education', 'fewer-hours'])

const lessThanFull = new Set(['none', 'no-exams-left', 'fewer-hours'])

export default defineKind({
  kind: 'provision',
  subject: 'child',
  title: 'Education while suspended',
  plural: 'Education while suspended',
  dataClass: 8,
  naturalDate: 'fromOn',
  fields: z.object({
    suspensionId: ofSuspension(),
    what: choice(provisionWords, { label: 'What there is', widget: 'radio' }),
    fromOn: day({ label: 'From', hint: 'The first school day it covers.' }),
    fullTime: yesNo({ label: 'Is it full time?' }),
    provider: text({ label: 'Who provides it' }),
    address: text({ label: 'Where', hint: 'The address the child goes to.' }),
    sessionTimes: text({ label: 'Times', hint: 'When each session begins and ends.' }),
    reportTo: text({ label: 'Whom the child reports to on the first day' }),
    noticeAt: optionalMinute({
      label: 'Parents told of it in writing at',
      hint: 'Where, when and whom to report to. At least 48 hours before it begins, where it was not in the notice of the first day.',
    }),
    soonerAgreed: yesNo({
      label: 'Did the parents agree to less than 48 hours?',
      hint: 'They can where it begins before the sixth school day.',
    }),
    markedOn: optionalDay({
      label: 'Work marked on',
      hint: 'For work set by the school. Leave empty until it came back and was marked.',
    }),
    reason: text({ label: 'Why there is none, or less', widget: 'textarea' }, 1000),
  }),
  check: ({ what, fromOn, markedOn, noticeAt, soonerAgreed, reason }) => [
    ...wrong(lessThanFull.has(String(what)) && !isTold(reason), 'reason', 'Say why there is none, or less.'),
    ...wrong(what !== 'work-set' && isTold(markedOn), 'markedOn', 'Only work that was set is marked.'),
    ...wrong(
      isTold(noticeAt) && !arranged.has(String(what)),
      'noticeAt',
      'Only of education that was arranged are there details to tell.',
    ),
    ...wrong(
      isTold(soonerAgreed) && !arranged.has(String(what)),
      'soonerAgreed',
      'Only of education that was arranged is there a notice.',
    ),
    ...wrong(isBefore(markedOn, fromOn), 'markedOn', 'The work was marked before it was set.'),
  ],
  summary: ({ what }) => provisionWords[what as keyof typeof provisionWords],
  retention: pupilRecord,
})
