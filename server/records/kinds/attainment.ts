import { z } from 'zod'
import { isTold, wrong } from '../field-checks.ts'
import { choice, day, defineKind, optionalChoice, pupilRecord, text, yesNo } from '../kind.ts'

const subjectWords = {
  reading: 'Reading',
  writing: 'Writing',
  maths: 'Maths',
  'reading-writing-maths': 'Reading, writing and maths together',
  english: 'English',
  'english-and-maths': 'English and maths together',
  other: 'Something else',
} as const

const progressWords = {
  more: 'More than the target',
  expected: 'As the target has it',
  less: 'Less than the target',
} as const

const progressLine = {
  more: 'more progress than the target',
  expected: 'progress as the target has it',
  less: 'less progress than the target',
} as const

export default defineKind({
  kind: 'attainment',
  subject: 'child',
  title: 'Attainment',
  plural: 'Attainment',
  dataClass: 5,
  naturalDate: 'assessedOn',
  fields: z.object({
    assessedOn: day({ label: 'Day of the assessment' }),
    subject: choice(subjectWords, { label: 'In what' }),
    expected: yesNo({ label: 'At the standard expected of the age' }),
    progress: optionalChoice(progressWords, {
      label: 'Progress since the last one',
      hint: 'Against the child’s own target.',
      widget: 'radio',
    }),
    note: text(
      {
        label: 'What to say about it',
        hint: 'How it was assessed, and what helps next.',
        widget: 'textarea',
      },
      1000,
    ),
  }),
  check: ({ expected, progress, note }) =>
    wrong(
      !isTold(expected) && !isTold(progress) && !isTold(note),
      'expected',
      'Say where the child stands, what progress was made, or what there is to say about it.',
    ),
  summary: ({ subject, expected, progress }) => {
    const stands = !isTold(expected)
      ? []
      : [expected ? 'at the expected standard' : 'not yet at the expected standard']
    const made = isTold(progress) ? [progressLine[progress as keyof typeof progressLine]] : []
    const said = [...stands, ...made].join(', ')
    const what = subjectWords[subject as keyof typeof subjectWords]
    return said === '' ? `${what}: assessed` : `${what}: ${said}`
  },
  retention: pupilRecord,
})
