import { z } from 'zod'
import { choice, day, defineKind, optionalCount, requiredText, text } from '../kind.ts'

const trainedWords = {
  'designated-teacher': 'The designated teacher',
  'all-staff': 'All staff',
  governors: 'Governors',
} as const

const noName = 'Governors read this in the annual report: no child’s name, and nothing that describes one.'

export default defineKind({
  kind: 'training',
  subject: 'school',
  title: 'Training',
  plural: 'Training',
  dataClass: 10,
  naturalDate: 'heldOn',
  fields: z.object({
    heldOn: day({ label: 'Day', hint: 'The last day, where it took several.' }),
    forWhom: choice(trainedWords, { label: 'For whom', widget: 'radio' }),
    title: requiredText({ label: 'What it was about', hint: noName }),
    provider: text({ label: 'Who gave it' }),
    hours: optionalCount(
      { label: 'How long', unit: 'hours', hint: 'In whole hours, all its days together.' },
      500,
    ),
    impact: text({ label: 'What it changed', hint: noName, widget: 'textarea' }, 1000),
  }),
  summary: ({ title, forWhom }) => {
    const whom = trainedWords[forWhom as keyof typeof trainedWords]
    return `${String(title)}, for ${whom.charAt(0).toLowerCase()}${whom.slice(1)}`
  },
  retention: {
    years: 6,
    from: 'end-of-record',
    source: 'Part of the papers of the governing board; the school’s own retention schedule decides',
  },
})
