import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { ProvisionFact, SuspensionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/work-not-set.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { judge } from '../judge.ts'

const work = (given: Partial<ProvisionFact> = {}): ProvisionFact => ({
  id: 'provision-1',
  beginsAt: null,
  noticeAt: null,
  soonerAgreed: null,
  what: 'work-set',
  fromOn: isoDate('2026-03-05'),
  fullTime: null,
  markedOn: null,
  hasReason: false,
  ...given,
})

/** Two days from Thursday 5 March, decided here the day before: work is to be marked by Friday 13 March. */
const suspended = (provisions: readonly ProvisionFact[], given: Partial<SuspensionFact> = {}) =>
  aChild({
    suspension: aSuspensionHistory([
      aSuspension('2026-03-05', {
        halfDays: 4,
        lastDay: isoDate('2026-03-06'),
        decidedAt: localMinute('2026-03-04T14:00'),
        decidedHere: true,
        provisions,
        ...given,
      }),
    ]),
  })

judge(rule, [
  {
    name: 'is due the day before',
    child: suspended([]),
    on: '2026-03-04',
    verdict: { status: 'due', dueOn: '2026-03-05' },
  },
  { name: 'is due on the first day', child: suspended([]), on: '2026-03-05', verdict: 'due' },
  {
    name: 'is broken the day after',
    child: suspended([]),
    on: '2026-03-06',
    verdict: {
      status: 'breach',
      since: '2026-03-06',
      headline: 'No work set: the suspension of 5 March',
    },
  },
  {
    name: 'stays late when it was set the day after',
    child: suspended([work({ fromOn: isoDate('2026-03-06') })]),
    on: '2026-03-09',
    verdict: { status: 'breach', final: true },
  },
  {
    name: 'is then to be marked, up to five school days after the last day at home',
    child: suspended([work()]),
    on: '2026-03-13',
    verdict: {
      status: 'due',
      dueOn: '2026-03-13',
      message: 'Work was set from Thu 5 March; it should be marked by Fri 13 March, the school’s own line.',
    },
  },
  {
    name: 'is broken when it is not marked the day after',
    child: suspended([work()]),
    on: '2026-03-14',
    verdict: { status: 'breach', since: '2026-03-14', final: undefined },
  },
  {
    name: 'is kept by work set and marked',
    child: suspended([work({ markedOn: isoDate('2026-03-13') })]),
    on: '2026-03-20',
    verdict: { status: 'met', message: 'Work was set from Thu 5 March and marked on Fri 13 March.' },
  },
  {
    name: 'stays late when it was marked the school day after',
    child: suspended([work({ markedOn: isoDate('2026-03-16') })]),
    on: '2026-03-20',
    verdict: { status: 'breach', final: true, since: '2026-03-14' },
  },
  {
    name: 'counts to the fifth day of a longer one',
    child: suspended([work()], { halfDays: 16, lastDay: isoDate('2026-03-16') }),
    on: '2026-03-18',
    verdict: { status: 'due', dueOn: '2026-03-18' },
  },
  {
    name: 'is a duty of a permanent exclusion too',
    child: suspended([], { kind: 'permanent', halfDays: null, lastDay: null, byTerm: {} }),
    on: '2026-03-06',
    verdict: 'breach',
  },
  {
    name: 'is not asked where education went on from the first day',
    child: suspended([work({ what: 'education' })]),
    on: '2026-03-20',
    verdict: { status: 'met', message: /in place of work set\.$/ },
  },
  {
    name: 'is answered by a reason why none could be set',
    child: suspended([work({ what: 'none', hasReason: true })]),
    on: '2026-03-20',
    verdict: 'met',
  },
  {
    name: 'is not known where a file told us of the suspension',
    child: suspended([], { decidedHere: false }),
    on: '2026-03-20',
    verdict: { status: 'no-data', message: 'No record says whether work was set and marked.' },
  },
  {
    name: 'is no duty for a lunchtime, which misses no session',
    child: suspended([], { kind: 'lunchtime' }),
    on: '2026-03-20',
    verdict: 'not-applicable',
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...suspended([]), care: careOf() },
    on: '2026-03-20',
    verdict: 'not-applicable',
  },
  {
    name: 'is not known where suspensions were never recorded',
    child: aChild({ suspension: null }),
    on: '2026-03-20',
    verdict: 'no-data',
  },
])
