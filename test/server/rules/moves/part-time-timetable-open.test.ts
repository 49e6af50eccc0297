import { isoDate } from '../../../../server/calendar/iso-date.ts'
import type { PartTimeTimetableFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/moves/part-time-timetable-open.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aPartTimeTimetable } from '../../../support/build/a-move.ts'
import { judge } from '../judge.ts'

/** From Monday 2 March, looked at again on Thursday 12 March and over on Friday 20 March, as agreed. */
const shorter = (given: Partial<PartTimeTimetableFact> = {}) =>
  aChild({
    partTimeTimetable: [
      aPartTimeTimetable('2026-03-02', {
        reviewOn: isoDate('2026-03-12'),
        endsOn: isoDate('2026-03-20'),
        ...given,
      }),
    ],
  })

judge(rule, [
  {
    name: 'is well the day before it is looked at again',
    child: shorter(),
    on: '2026-03-11',
    verdict: {
      status: 'met',
      message: 'Agreed, looked at again on Thu 12 March and over on Fri 20 March.',
    },
  },
  {
    name: 'is broken where it would be looked at again after its end alone',
    child: shorter({ reviewOn: isoDate('2026-03-23') }),
    on: '2026-03-11',
    verdict: { status: 'breach', since: '2026-03-02' },
  },
  {
    name: 'is well where it is looked at again on its last day',
    child: shorter({ reviewOn: isoDate('2026-03-20') }),
    on: '2026-03-20',
    verdict: 'met',
  },
  { name: 'is well on the day', child: shorter(), on: '2026-03-12', verdict: 'met' },
  {
    name: 'is broken the day after',
    child: shorter(),
    on: '2026-03-13',
    verdict: {
      status: 'breach',
      since: '2026-03-13',
      headline: 'Review overdue: the part-time timetable of 2 March',
      message: 'It was to be looked at again on Thu 12 March.',
    },
  },
  {
    name: 'is broken from its first day without end, review or agreement',
    child: shorter({ reviewOn: null, endsOn: null, parentAgrees: null }),
    on: '2026-03-02',
    verdict: {
      status: 'breach',
      since: '2026-03-02',
      message:
        'It has been in place without an end, a day to look again or the parents’ agreement on record.',
    },
  },
  {
    name: 'is broken when the parents do not agree',
    child: shorter({ parentAgrees: false }),
    on: '2026-03-03',
    verdict: { status: 'breach', message: 'The parents do not agree.' },
  },
  {
    name: 'is asked about when it came to its end',
    child: shorter({ reviewOn: isoDate('2026-03-19') }),
    on: '2026-03-21',
    verdict: {
      status: 'watch',
      headline: 'Back full time? The part-time timetable of 2 March ended',
    },
  },
  {
    name: 'is let rest ten school days after its end',
    child: shorter(),
    on: '2026-04-20',
    verdict: { status: 'not-applicable', message: 'The part-time timetable ended on Fri 20 March.' },
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...shorter(), care: careOf() },
    on: '2026-03-13',
    verdict: 'not-applicable',
  },
])
