import { z } from 'zod'
import { isBefore, isTold, wrong } from '../field-checks.ts'
import {
  day,
  defineKind,
  optionalCount,
  optionalDay,
  optionalMinute,
  pupilRecord,
  requiredText,
  text,
  yesNo,
} from '../kind.ts'
import { notSentHome } from '../sent-home.ts'

/** The child’s own home is no place of education elsewhere. */
const isHome = /^\s*(?:at\s+|own\s+|the\s+child[’']s\s+|their\s+)*home\s*$/i

export default defineKind({
  kind: 'off-site-direction',
  subject: 'child',
  title: 'Off-site direction',
  plural: 'Off-site directions',
  dataClass: 8,
  naturalDate: 'startsOn',
  fields: z.object({
    startsOn: day({
      label: 'First day elsewhere',
      hint: 'For a time, to improve behaviour; the child stays on roll here. It is neither a suspension nor a managed move.',
    }),
    endsOn: optionalDay({ label: 'Last day elsewhere' }),
    place: requiredText({
      label: 'Where the child goes',
      hint: 'In the register: D where the child is registered there too, B where it is another approved activity.',
    }),
    address: text({ label: 'Address' }),
    reportTo: text({ label: 'Whom the child reports to there' }),
    schoolDays: optionalCount({ label: 'For how many school days', unit: 'school days' }, 400),
    sessionTimes: text({
      label: 'Times',
      hint: 'When each session begins and ends, and the break between them.',
    }),
    objectives: requiredText(
      { label: 'Why, and what it is to improve', hint: 'As the notice says it.', widget: 'textarea' },
      1000,
    ),
    noticeAt: optionalMinute({
      label: 'Parents given the written notice',
      hint: 'It must come at least two school days before the first day, with all that stands above.',
    }),
    hasPlan: yesNo({ label: 'Has the child an education, health and care plan?' }),
    authorityNoticeAt: optionalMinute({
      label: 'Local authority given the written notice',
      hint: 'Where the child has such a plan.',
    }),
    nextReviewOn: optionalDay({ label: 'Next review meeting' }),
    lastReviewOn: optionalDay({ label: 'Last review meeting' }),
    reviewAskedOn: optionalDay({
      label: 'A review was asked for in writing on',
      hint: 'By a parent, or by the authority that keeps the plan.',
    }),
    socialWorkerToldAt: optionalMinute({ label: 'Social worker told', hint: 'Where the child has one.' }),
    virtualSchoolToldAt: optionalMinute({
      label: 'Virtual School told',
      hint: 'Where the child is looked after.',
    }),
  }),
  check: ({
    startsOn,
    endsOn,
    place,
    objectives,
    hasPlan,
    authorityNoticeAt,
    lastReviewOn,
    nextReviewOn,
  }) => [
    ...wrong(isBefore(endsOn, startsOn), 'endsOn', 'The last day is before the first.'),
    ...wrong(
      hasPlan === false && isTold(authorityNoticeAt),
      'hasPlan',
      'The authority has notice because of a plan: say that there is one.',
    ),
    ...wrong(isBefore(lastReviewOn, startsOn), 'lastReviewOn', 'It cannot be reviewed before it began.'),
    ...wrong(isBefore(nextReviewOn, startsOn), 'nextReviewOn', 'It cannot be reviewed before it began.'),
    ...wrong(isBefore(nextReviewOn, lastReviewOn), 'nextReviewOn', 'The next review is before the last one.'),
    ...wrong(
      isBefore(endsOn, nextReviewOn),
      'nextReviewOn',
      'It is reviewed while it lasts, on its last day at the latest.',
    ),
    ...wrong(
      typeof place === 'string' && isHome.test(place),
      'place',
      'A child is directed to a place of education: whoever is kept at home is suspended, or sent home unlawfully.',
    ),
    ...notSentHome('objectives', objectives),
  ],
  summary: ({ endsOn }) => (isTold(endsOn) ? 'Directed off site, for a time' : 'Directed off site'),
  retention: pupilRecord,
})
