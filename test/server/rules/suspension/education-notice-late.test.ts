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
        'The parent must have the notice about education by the end of the afternoon of Thu 5 March, the first day.',
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
      message: 'The parent had the notice about education on Thu 5 March at 15:10, by the first day.',
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
