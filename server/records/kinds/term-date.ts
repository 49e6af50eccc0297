import { z } from 'zod'
import { choice, day, defineKind, requiredText } from '../kind.ts'

export const termDateWords = {
  term: 'Term',
  'half-term': 'Half-term holiday',
  inset: 'INSET day',
  occasional: 'Occasional day',
  'bank-holiday': 'Bank holiday',
} as const

export default defineKind({
  kind: 'term-date',
  subject: 'school',
  title: 'Term date',
  plural: 'Term dates',
  dataClass: 14,
  naturalDate: 'firstDay',
  fields: z.object({
    kind: choice(termDateWords, { label: 'What it is' }),
    name: requiredText({ label: 'Name', hint: 'For example Autumn 2026.' }, 80),
    firstDay: day({ label: 'First day' }),
    lastDay: day({ label: 'Last day', hint: 'The same as the first for a single day.' }),
  }),
  check: ({ firstDay, lastDay }) =>
    String(lastDay) < String(firstDay)
      ? [{ field: 'lastDay', message: 'The last day is before the first.' }]
      : [],
  summary: ({ name }) => String(name),
  retention: { years: 6, from: 'end-of-record', source: 'Needed to read the attendance register' },
})
