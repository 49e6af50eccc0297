import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { ProvisionFact, SuspensionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/day-one-education-missing.ts'
import { careOf, groups } from '../../../support/build/a-care.ts'
import { aChild, anIdentity } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { judge } from '../judge.ts'

const provision = (given: Partial<ProvisionFact> = {}): ProvisionFact => ({
  id: 'provision-1',
  beginsAt: null,
  noticeAt: null,
  soonerAgreed: null,
  what: 'education',
  fromOn: isoDate('2026-03-05'),
  fullTime: null,
  markedOn: null,
  hasReason: false,
  ...given,
})

/** From Thursday 5 March, decided here the day before, with what is on record of education. */
const suspended = (provisions: readonly ProvisionFact[], given: Partial<SuspensionFact> = {}) =>
  aChild({
    suspension: aSuspensionHistory([
      aSuspension('2026-03-05', {
        decidedAt: localMinute('2026-03-04T14:00'),
        decidedHere: true,
        provisions,
        ...given,
      }),
    ]),
  })

judge(rule, [
  {
    name: 'is due the day before and on the first day',
    child: suspended([]),
    on: '2026-03-05',
    verdict: {
      status: 'due',
      dueOn: '2026-03-05',
      message: 'Education should go on from Thu 5 March, the first day, or the reason be recorded.',
    },
  },
  { name: 'is due while the first day is ahead', child: suspended([]), on: '2026-03-04', verdict: 'due' },
  {
    name: 'is broken the day after without a record',
    child: suspended([]),
    on: '2026-03-06',
    verdict: { status: 'breach', since: '2026-03-06', final: undefined },
  },
  {
    name: 'is kept by education from the first day',
    child: suspended([provision()]),
    on: '2026-03-06',
    verdict: { status: 'met', message: 'Education is recorded from Thu 5 March, the first day.' },
  },
  {
    name: 'stays late when education began the day after, without a reason',
    child: suspended([provision({ fromOn: isoDate('2026-03-06') })]),
    on: '2026-03-09',
    verdict: { status: 'breach', final: true, since: '2026-03-06' },
  },
  {
    name: 'is answered by a reason why there was none',
    child: suspended([provision({ what: 'none', hasReason: true })]),
    on: '2026-03-09',
    verdict: {
      status: 'met',
      message: 'A reason is recorded why there was no education from Thu 5 March, the first day.',
    },
  },
  {
    name: 'is not answered by no education without a reason, nor by work set',
    child: suspended([provision({ what: 'none' }), provision({ what: 'work-set' })]),
    on: '2026-03-09',
    verdict: 'breach',
  },
  {
    name: 'is not known where a file told us of the suspension',
    child: suspended([], { decidedHere: false }),
    on: '2026-03-09',
    verdict: { status: 'no-data', message: /^No record says what education there was/ },
  },
  {
    name: 'is asked of a child in need',
    child: { ...suspended([], { groupsThen: groups('cin') }), care: careOf('cin', 'ever6') },
    on: '2026-03-05',
    verdict: 'due',
  },
  {
    name: 'is not asked of a child who had no social worker on the day of the decision',
    child: suspended([], { groupsThen: groups('ever6', 'previouslyCla') }),
    on: '2026-03-05',
    verdict: 'not-applicable',
  },
  {
    name: 'is not asked after compulsory school age',
    child: { ...suspended([]), identity: anIdentity({ dateOfBirth: isoDate('2008-03-01') }) },
    on: '2026-03-05',
    verdict: 'not-applicable',
  },
  {
    name: 'is not known where suspensions were never recorded',
    child: aChild({ suspension: null }),
    on: '2026-03-05',
    verdict: 'no-data',
  },
])
