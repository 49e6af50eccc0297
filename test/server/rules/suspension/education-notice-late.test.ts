import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { SuspensionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/education-notice-late.ts'
import { careOf, groups } from '../../../support/build/a-care.ts'
import { aChild, anIdentity } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { judge } from '../judge.ts'

/** Two days from Thursday 5 March, decided here the day before; the parent had the notice at a time, or not. */
const suspended = (notice: string | null, given: Partial<SuspensionFact> = {}) =>
  aChild({
    suspension: aSuspensionHistory([
      aSuspension('2026-03-05', {
        halfDays: 4,
        lastDay: isoDate('2026-03-06'),
        decidedAt: localMinute('2026-03-04T14:00'),
        decidedHere: true,
        educationNoticeAt: notice === null ? null : localMinute(notice),
        ...given,
      }),
    ]),
  })

const about = 'suspension:suspension-2026-03-05'

judge(rule, [
  {
    name: 'is due the day before the first day',
    child: suspended(null),
    on: '2026-03-04',
    verdict: {
      status: 'due',
      about,
      dueOn: '2026-03-05',
      message:
        'The parent must have the notice about education by the end of the afternoon of Thu 5 March, the first day: by 15:30, the school’s own line.',
    },
  },
  {
    name: 'is due on the first day itself',
    child: suspended(null),
    on: '2026-03-05',
    verdict: { status: 'due', dueOn: '2026-03-05' },
  },
  {
    name: 'is broken the day after without a record',
    child: suspended(null),
    on: '2026-03-06',
    verdict: {
      status: 'breach',
      since: '2026-03-06',
      final: undefined,
      headline: 'No notice about education: the suspension of 5 March',
    },
  },
  {
    name: 'is kept when the parent had it on the first day',
    child: suspended('2026-03-05T15:10'),
    on: '2026-03-13',
    verdict: {
      status: 'met',
      message:
        'The parent had the notice about education on Thu 5 March at 15:10, before the afternoon of the first day ended.',
    },
  },
  {
    name: 'is kept a minute before the afternoon of the first day ends',
    child: suspended('2026-03-05T15:29'),
    on: '2026-03-05',
    verdict: 'met',
  },
  {
    name: 'is kept in the very minute in which the afternoon ends',
    child: suspended('2026-03-05T15:30'),
    on: '2026-03-05',
    verdict: 'met',
  },
  {
    name: 'is late, on that same day, a minute after the afternoon ended',
    child: suspended('2026-03-05T15:31'),
    on: '2026-03-05',
    verdict: {
      status: 'breach',
      final: true,
      since: '2026-03-05',
      headline: 'Notice about education late: the suspension of 5 March',
      message:
        'The parent had the notice about education on Thu 5 March at 15:31, after the end of the afternoon of Thu 5 March, the first day: by 15:30, the school’s own line.',
    },
  },
  {
    name: 'is late towards midnight of the first day',
    child: suspended('2026-03-05T23:40'),
    on: '2026-03-13',
    verdict: { status: 'breach', final: true, since: '2026-03-05' },
  },
  {
    name: 'goes by the time at which the school says its afternoon ends: kept in that minute',
    child: suspended('2026-03-05T16:05'),
    on: '2026-03-13',
    options: { afternoonEnds: 16 * 60 + 5 },
    verdict: 'met',
  },
  {
    name: 'goes by the time at which the school says its afternoon ends: late a minute after it',
    child: suspended('2026-03-05T16:06'),
    on: '2026-03-13',
    options: { afternoonEnds: 16 * 60 + 5 },
    verdict: {
      status: 'breach',
      final: true,
      since: '2026-03-05',
      message: /by 16:05, the school’s own line/,
    },
  },
  {
    name: 'is kept at any hour of a day before the first, once it was decided',
    child: suspended('2026-03-04T23:40'),
    on: '2026-03-13',
    verdict: 'met',
  },
  {
    name: 'is kept in the very minute of the decision',
    child: suspended('2026-03-04T14:00'),
    on: '2026-03-13',
    verdict: 'met',
  },
  {
    name: 'is not known where the notice stands before the decision',
    child: suspended('2026-03-04T13:59'),
    on: '2026-03-13',
    verdict: {
      status: 'no-data',
      message:
        'The notice about education stands on Wed 4 March at 13:59, before the decision on Wed 4 March at 14:00: check the time.',
    },
  },
  {
    name: 'stays late when the parent had it the day after',
    child: suspended('2026-03-06T09:00'),
    on: '2026-03-13',
    verdict: { status: 'breach', final: true, since: '2026-03-06' },
  },
  {
    name: 'is due by the first school day where the suspension was to begin on none',
    child: suspended(null, { startedOn: isoDate('2026-03-07'), lastDay: isoDate('2026-03-10') }),
    on: '2026-03-09',
    verdict: { status: 'due', dueOn: '2026-03-09' },
  },
  {
    name: 'is not known where a file told us of the suspension',
    child: suspended(null, { decidedHere: false }),
    on: '2026-03-06',
    verdict: {
      status: 'no-data',
      about,
      message: 'No record says whether the parent had the notice about education on the first day.',
    },
  },
  {
    name: 'is late, too, where a file told us of the suspension and the notice is on record',
    child: suspended('2026-03-09T09:00', { decidedHere: false }),
    on: '2026-03-13',
    verdict: { status: 'breach', final: true },
  },
  {
    name: 'is no duty before compulsory school age',
    child: { ...suspended(null), identity: anIdentity({ dateOfBirth: isoDate('2021-01-10') }) },
    on: '2026-03-05',
    verdict: { status: 'not-applicable', message: 'Not of compulsory school age on Thu 5 March.' },
  },
  {
    name: 'is no duty for a lunchtime',
    child: suspended(null, { kind: 'lunchtime', halfDays: 2 }),
    on: '2026-03-05',
    verdict: 'not-applicable',
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...suspended(null), care: careOf() },
    on: '2026-03-05',
    verdict: 'not-applicable',
  },
  {
    name: 'is a duty whatever group the child was in',
    child: { ...suspended(null, { groupsThen: groups('ever6') }), care: careOf('ever6') },
    on: '2026-03-05',
    verdict: 'due',
  },
  {
    name: 'is not known where suspensions were never recorded',
    child: aChild({ suspension: null }),
    on: '2026-03-05',
    verdict: 'no-data',
  },
])
