import { z } from 'zod'
import { isBefore, wrong } from '../field-checks.ts'
import { day, defineKind, optionalDay, optionalMinute, pupilRecord, text } from '../kind.ts'

export default defineKind({
  kind: 'safeguarding-separation',
  subject: 'child',
  title: 'Safeguarding separation',
  plural: 'Safeguarding separations',
  dataClass: 8,
  naturalDate: 'startedOn',
  fields: z.object({
    startedOn: day({
      label: 'First day away',
      hint: 'The child is kept off the premises because an allegation of harm needs it. This is no suspension and counts as none. We know of no register code that the law sets for it: ask your local authority.',
    }),
    endedOn: optionalDay({ label: 'Last day away', hint: 'Leave empty while it goes on.' }),
    education: text(
      { label: 'Education meanwhile', hint: 'What, where and from whom.', widget: 'textarea' },
      1000,
    ),
    authorityAskedAt: optionalMinute({ label: 'Local authority asked to arrange education' }),
    socialWorkerToldAt: optionalMinute({ label: 'Social worker told', hint: 'Where the child has one.' }),
    virtualSchoolToldAt: optionalMinute({
      label: 'Virtual School told',
      hint: 'Where the child is looked after.',
    }),
  }),
  check: ({ startedOn, endedOn }) =>
    wrong(isBefore(endedOn, startedOn), 'endedOn', 'The last day is before the first.'),
  summary: ({ endedOn }) =>
    endedOn === null ? 'Kept off the premises, to protect' : 'Kept off the premises for a time, to protect',
  retention: pupilRecord,
})
