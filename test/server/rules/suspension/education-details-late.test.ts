import { addDays, isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { ExclusionRunFact, ProvisionFact, SuspensionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/education-details-late.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild, anIdentity } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { judge } from '../judge.ts'

/** Seven days from Wednesday 14 January, decided here: the sixth is Wednesday 21 January. */
const run: ExclusionRunFact = {
  firstDay: isoDate('2026-01-14'),
  sixthDay: isoDate('2026-01-21'),
  responsible: 'school',
}

const education = (given: Partial<ProvisionFact> = {}): ProvisionFact => ({
  id: 'provision-1',
  what: 'education',
  fromOn: isoDate('2026-01-21'),
  fullTime: true,
  markedOn: null,
  beginsAt: '09:30',
  noticeAt: null,
  soonerAgreed: null,
  hasReason: false,
  ...given,
})

const toldAt = (minute: string, given: Partial<ProvisionFact> = {}) => [
  education({ noticeAt: localMinute(minute), ...given }),
]

const suspended = (
  provisions: readonly ProvisionFact[],
  given: Partial<SuspensionFact> = {},
  ofRun: Partial<ExclusionRunFact> = {},
) =>
  aChild({
    suspension: aSuspensionHistory(
      [
        aSuspension('2026-01-14', {
          halfDays: 14,
          lastDay: isoDate('2026-01-22'),
          decidedAt: localMinute('2026-01-13T15:00'),
          decidedHere: true,
          provisions,
          ...given,
        }),
      ],
      { runs: [{ ...run, ...ofRun }] },
    ),
  })

const about = 'suspension:suspension-2026-01-14'

/** Suspended for seven days from a Monday; education from the Monday after at 09:00, when the clocks have changed. */
const overTheNight = (startedOn: string, fromOn: string, noticeAt: string) => {
  const provisions = toldAt(noticeAt, { fromOn: isoDate(fromOn), beginsAt: '09:00' })
  const decided = { decidedAt: localMinute(`${startedOn}T08:30`), decidedHere: true }
  const lastDay = addDays(isoDate(fromOn), 1)
  return aChild({
    suspension: aSuspensionHistory(
      [aSuspension(startedOn, { halfDays: 14, lastDay, provisions, ...decided })],
      { runs: [{ firstDay: isoDate(startedOn), sixthDay: isoDate(fromOn), responsible: 'school' }] },
    ),
  })
}
const inMarch = (noticeAt: string) => overTheNight('2026-03-23', '2026-03-30', noticeAt)
const inOctober = (noticeAt: string) => overTheNight('2025-10-20', '2025-10-27', noticeAt)

judge(rule, [
  {
    name: 'is kept 48 hours before, of which the night in March takes one',
    child: inMarch('2026-03-28T08:00'),
    on: '2026-03-30',
    verdict: 'met',
  },
  {
    name: 'is late 47 hours before, though the clock says the same time',
    child: inMarch('2026-03-28T08:01'),
    on: '2026-03-30',
    verdict: { status: 'breach', message: /after Sat 28 March at 08:00, 48 hours before\.$/ },
  },
  {
    name: 'is kept 48 hours before, to which the night in October adds one',
    child: inOctober('2025-10-25T10:00'),
    on: '2026-01-21',
    verdict: 'met',
  },
  {
    name: 'is late a minute after those of October',
    child: inOctober('2025-10-25T10:01'),
    on: '2026-01-21',
    verdict: { status: 'breach', message: /after Sat 25 October at 10:00, 48 hours before\.$/ },
  },
  {
    name: 'is due two days before the education begins, while that is ahead',
    child: suspended([education()]),
    on: '2026-01-16',
    verdict: {
      status: 'due',
      about,
      dueOn: '2026-01-19',
      headline: 'Details of the education to the parent: the suspension of 14 January',
      message:
        'The parent must have the details of the education that begins Wed 21 January in writing by Mon 19 January at 09:30, 48 hours before.',
    },
  },
  {
    name: 'is due the day before its last day',
    child: suspended([education()]),
    on: '2026-01-18',
    verdict: { status: 'due', dueOn: '2026-01-19' },
  },
  {
    name: 'is due on its last day itself',
    child: suspended([education()]),
    on: '2026-01-19',
    verdict: { status: 'due', dueOn: '2026-01-19' },
  },
  {
    name: 'is broken the day after without a record',
    child: suspended([education()]),
    on: '2026-01-20',
    verdict: {
      status: 'breach',
      since: '2026-01-20',
      final: undefined,
      headline: 'No details of the education: the suspension of 14 January',
      message:
        'No record says that the parent had the details of the education that begins Wed 21 January in writing by Mon 19 January at 09:30, 48 hours before.',
    },
  },
  {
    name: 'counts from the sixth school day where no education is arranged yet',
    child: suspended([]),
    on: '2026-01-16',
    verdict: {
      status: 'due',
      dueOn: '2026-01-19',
      message:
        'The parent must have the details of the education that begins Wed 21 January in writing by Mon 19 January, 48 hours before.',
    },
  },
  {
    name: 'is to be done by the Friday before where 48 hours before is a Saturday',
    child: suspended([education({ fromOn: isoDate('2026-01-19') })], {}, { sixthDay: isoDate('2026-01-19') }),
    on: '2026-01-15',
    verdict: { status: 'due', dueOn: '2026-01-16' },
  },
  {
    name: 'is kept to the minute 48 hours before the first session',
    child: suspended(toldAt('2026-01-19T09:30')),
    on: '2026-01-22',
    verdict: {
      status: 'met',
      message:
        'The parent had the details of the education that begins Wed 21 January on Mon 19 January at 09:30, at least 48 hours before.',
    },
  },
  {
    name: 'is late a minute after that',
    child: suspended(toldAt('2026-01-19T09:31')),
    on: '2026-01-22',
    verdict: {
      status: 'breach',
      final: true,
      since: '2026-01-19',
      headline: 'Details of the education late: the suspension of 14 January',
    },
  },
  {
    name: 'is late the day after that',
    child: suspended(toldAt('2026-01-20T08:00')),
    on: '2026-01-22',
    verdict: { status: 'breach', final: true },
  },
  {
    name: 'is not known two days before where the times of the education are not recorded',
    child: suspended(toldAt('2026-01-19T09:30', { beginsAt: null })),
    on: '2026-01-22',
    verdict: {
      status: 'no-data',
      message:
        'The parent had the details of the education that begins Wed 21 January on Mon 19 January; its times are not recorded, so whether that was 48 hours before is not known.',
    },
  },
  {
    name: 'is kept three days before, whatever the times',
    child: suspended(toldAt('2026-01-18T18:00', { beginsAt: null })),
    on: '2026-01-22',
    verdict: 'met',
  },
  {
    name: 'is kept by the notice of the first day, however soon the education begins',
    child: suspended(toldAt('2026-01-14T15:10', { fromOn: isoDate('2026-01-15') })),
    on: '2026-01-22',
    verdict: { status: 'met', message: /on Wed 14 January at 15:10, on the first day\.$/ },
  },
  {
    name: 'is late on the evening of the first day, after its afternoon, where the education begins the next morning',
    child: suspended(toldAt('2026-01-14T15:31', { fromOn: isoDate('2026-01-15') })),
    on: '2026-01-22',
    verdict: {
      status: 'breach',
      final: true,
      since: '2026-01-14',
      message:
        /after the end of the afternoon of Wed 14 January, the first day: by 15:30, the school’s own line\.$/,
    },
  },
  {
    name: 'is late that evening too where 48 hours before was earlier on the first day',
    child: suspended(toldAt('2026-01-14T15:31', { fromOn: isoDate('2026-01-16') })),
    on: '2026-01-22',
    verdict: { status: 'breach', final: true, since: '2026-01-14' },
  },
  {
    name: 'is kept on the first day after 48 hours before it begins, up to the end of the afternoon',
    child: suspended(toldAt('2026-01-14T15:30', { fromOn: isoDate('2026-01-16') })),
    on: '2026-01-22',
    verdict: { status: 'met', message: /at 15:30, on the first day\.$/ },
  },
  {
    name: 'is kept on the evening of the first day while 48 hours are still to come',
    child: suspended(toldAt('2026-01-14T21:00')),
    on: '2026-01-22',
    verdict: { status: 'met', message: /at 21:00, at least 48 hours before\.$/ },
  },
  {
    name: 'is kept on that evening with less where the parent agreed',
    child: suspended(toldAt('2026-01-14T21:00', { fromOn: isoDate('2026-01-15'), soonerAgreed: true })),
    on: '2026-01-22',
    verdict: { status: 'met', message: /with less than 48 hours as the parent agreed\.$/ },
  },
  {
    name: 'is late once the education has begun, whatever the parent agreed to',
    child: suspended(toldAt('2026-01-20T09:31', { fromOn: isoDate('2026-01-20'), soonerAgreed: true })),
    on: '2026-01-22',
    verdict: { status: 'breach', final: true, message: /after Tue 20 January at 09:30, when it begins\.$/ },
  },
  {
    name: 'is not known where it stands before the decision',
    child: suspended(toldAt('2026-01-13T14:59')),
    on: '2026-01-22',
    verdict: {
      status: 'no-data',
      message:
        /stands on Tue 13 January at 14:59, before the decision on Tue 13 January at 15:00: check the time\.$/,
    },
  },
  {
    name: 'is kept with less where the parent agreed and it begins before the sixth day',
    child: suspended(toldAt('2026-01-19T16:00', { fromOn: isoDate('2026-01-20'), soonerAgreed: true })),
    on: '2026-01-22',
    verdict: { status: 'met', message: /at 16:00, with less than 48 hours as the parent agreed\.$/ },
  },
  {
    name: 'is late with less where it begins before the sixth day and nobody agreed',
    child: suspended(toldAt('2026-01-19T16:00', { fromOn: isoDate('2026-01-20') })),
    on: '2026-01-22',
    verdict: { status: 'breach', final: true },
  },
  {
    name: 'cannot be agreed away for the sixth day itself',
    child: suspended(toldAt('2026-01-20T16:00', { soonerAgreed: true })),
    on: '2026-01-22',
    verdict: { status: 'breach', final: true },
  },
  {
    name: 'is not known where a file told us of the suspension',
    child: suspended([], { decidedHere: false }),
    on: '2026-01-20',
    verdict: {
      status: 'no-data',
      about,
      message:
        'No record says whether the parent had the details of the education that begins Wed 21 January 48 hours before.',
    },
  },
  {
    name: 'is no duty in Year 11 with no exam left',
    child: {
      ...suspended([education({ what: 'no-exams-left', fullTime: null, hasReason: true })]),
      identity: anIdentity({ yearGroup: '11' }),
    },
    on: '2026-01-16',
    verdict: { status: 'not-applicable', message: /no public exam left by the sixth day/ },
  },
  {
    name: 'is no duty before compulsory school age',
    child: { ...suspended([]), identity: anIdentity({ dateOfBirth: isoDate('2021-01-10') }) },
    on: '2026-01-16',
    verdict: 'not-applicable',
  },
  {
    name: 'is not the school’s where the authority provides',
    child: suspended([], {}, { responsible: 'la' }),
    on: '2026-01-16',
    verdict: 'not-applicable',
  },
  {
    name: 'is no duty where no sixth day is reached',
    child: aChild({ suspension: aSuspensionHistory([aSuspension('2026-01-14')]) }),
    on: '2026-01-16',
    verdict: 'not-applicable',
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...suspended([]), care: careOf() },
    on: '2026-01-16',
    verdict: 'not-applicable',
  },
  {
    name: 'is not known where suspensions were never recorded',
    child: aChild({ suspension: null }),
    on: '2026-01-16',
    verdict: 'no-data',
  },
])
