import { z } from 'zod'
import { defineKind, minute, pupilRecord, requiredText } from '../kind.ts'

export default defineKind({
  kind: 'advice',
  subject: 'child',
  title: 'Advice of the Virtual School',
  plural: 'Advice of the Virtual School',
  process: '/before-suspending',
  dataClass: 17,
  naturalDate: 'givenAt',
  fields: z.object({
    givenAt: minute({ label: 'Given' }),
    givenBy: requiredText({ label: 'By' }),
    words: requiredText({ label: 'Advice', widget: 'textarea' }, 2000),
  }),
  summary: () => 'Virtual School advised before a suspension',
  retention: pupilRecord,
})
