import { z } from 'zod'
import { isBefore, isTold, wrong } from '../field-checks.ts'
import {
  day,
  defineKind,
  optionalDay,
  optionalMinute,
  pupilRecord,
  requiredText,
  text,
  yesNo,
} from '../kind.ts'

export default defineKind({
  kind: 'managed-move',
  subject: 'child',
  title: 'Managed move',
  plural: 'Managed moves',
  dataClass: 8,
  naturalDate: 'agreedOn',
  fields: z.object({
    agreedOn: day({
      label: 'Agreed on',
      hint: 'A managed move is for good, and everybody agrees to it: there is no trial. For a time elsewhere, record an off-site direction.',
    }),
    toSchool: requiredText({ label: 'To which school' }),
    startsOn: optionalDay({ label: 'First day there' }),
    parentAgrees: yesNo({ label: 'Do the parents agree?' }),
    childViews: text({ label: 'What the child says of it', widget: 'textarea' }, 1000),
    socialWorkerToldAt: optionalMinute({ label: 'Social worker told', hint: 'Where the child has one.' }),
    virtualSchoolToldAt: optionalMinute({
      label: 'Virtual School told',
      hint: 'Where the child is looked after.',
    }),
  }),
  check: ({ agreedOn, startsOn, parentAgrees }) => [
    ...wrong(!isTold(parentAgrees), 'parentAgrees', 'Say whether the parents agree.'),
    ...wrong(
      parentAgrees === false,
      'parentAgrees',
      'Nobody is moved who does not agree: without it this is no managed move.',
    ),
    ...wrong(isBefore(startsOn, agreedOn), 'startsOn', 'It cannot begin before it was agreed.'),
  ],
  summary: () => 'Managed move agreed',
  retention: pupilRecord,
})
