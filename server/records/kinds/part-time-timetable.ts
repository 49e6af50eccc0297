import { z } from 'zod'
import { isBefore, isPast, isTold, wrong } from '../field-checks.ts'
import {
  choice,
  day,
  defineKind,
  optionalCount,
  optionalDay,
  optionalMinute,
  pupilRecord,
  text,
  yesNo,
  type FieldProblem,
  type FieldValue,
} from '../kind.ts'

/** No law sets a longest time; a year is a slip of the year, or no limit. */
const LONGEST_DAYS = 366

/** What a reason for fewer hours may not name, however it is put. */
const behaviour = /behav|disrupt|suspen|exclu|cool(ing)?[ -](down|off)/i

const checkReason = (reason: FieldValue | undefined, why: FieldValue | undefined): FieldProblem[] => [
  ...wrong(reason === 'other' && !isTold(why), 'why', 'Say what the reason is.'),
  ...wrong(
    typeof why === 'string' && behaviour.test(why),
    'why',
    'Behaviour is no reason for fewer hours: a part-time timetable is never there to manage it. Say what else it is for.',
  ),
]

export default defineKind({
  kind: 'part-time-timetable',
  subject: 'child',
  title: 'Part-time timetable',
  plural: 'Part-time timetables',
  dataClass: 8,
  naturalDate: 'startsOn',
  fields: z.object({
    startsOn: day({ label: 'From' }),
    endsOn: optionalDay({
      label: 'Until',
      hint: 'The last day of fewer hours: it is for a limited time.',
    }),
    reviewOn: optionalDay({ label: 'Look at it again on' }),
    weeklyHours: optionalCount({ label: 'Hours in school', unit: 'hours a week' }, 40),
    reason: choice(
      { health: 'Health', 'return-to-school': 'A return to school step by step', other: 'Another need' },
      { label: 'What it is for', hint: 'Never to manage behaviour.', widget: 'radio' },
    ),
    why: text({ label: 'Why, in a few words', widget: 'textarea' }, 1000),
    parentAgrees: yesNo({ label: 'Do the parents agree?' }),
    socialWorkerToldAt: optionalMinute({ label: 'Social worker told', hint: 'Where the child has one.' }),
    virtualSchoolToldAt: optionalMinute({
      label: 'Virtual School told',
      hint: 'Where the child is looked after.',
    }),
  }),
  check: ({ startsOn, endsOn, reviewOn, reason, why }) => [
    ...wrong(!isTold(endsOn), 'endsOn', 'Say when it ends: fewer hours are for a limited time.'),
    ...wrong(isBefore(endsOn, startsOn), 'endsOn', 'The last day is before the first.'),
    ...wrong(
      isPast(startsOn, endsOn, LONGEST_DAYS),
      'endsOn',
      'This is more than a year: fewer hours are for a limited time.',
    ),
    ...wrong(isBefore(reviewOn, startsOn), 'reviewOn', 'It cannot be looked at again before it began.'),
    ...wrong(
      !isBefore(endsOn, startsOn) && isBefore(endsOn, reviewOn),
      'reviewOn',
      'It is looked at again while it lasts, on its last day at the latest.',
    ),
    ...checkReason(reason, why),
  ],
  summary: () => 'Part-time timetable',
  retention: pupilRecord,
})
