import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { SuspensionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/board-not-told.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { judge } from '../judge.ts'

/** So many half days from 4 March, decided that morning; the board told at a time or not. */
const suspended = (halfDays: number | null, board: string | null, given: Partial<SuspensionFact> = {}) =>
  aChild({
    suspension: aSuspensionHistory([
      aSuspension('2026-03-04', {
        halfDays,
        decidedAt: localMinute('2026-03-04T08:50'),
        told: {
          parent: null,
          la: null,
          home: null,
          socialWorker: null,
          vsh: null,
          board: board === null ? null : localMinute(board),
        },
        ...given,
      }),
    ]),
  })

/** Decided on the page Before you suspend. */
const here = { decidedHere: true } as const
const permanent = { kind: 'permanent', byTerm: {}, termTotalAfter: {} } as const
const about = 'suspension:suspension-2026-03-04'
const prefill = {
  suspensionId: 'suspension-2026-03-04',
  withRole: 'governing-board',
  purpose: 'suspension-notice',
}

/** The board met about it on that day. */
const metOn = (day: string): Partial<SuspensionFact> => ({
  boardMeetings: [
    {
      id: 'meeting-1',
      meetsOn: isoDate(day),
      held: true,
      invited: [],
      outcome: 'considered',
      decisionToldOn: null,
    },
  ],
})

judge(rule, [
  {
    name: 'is kept within the term by a meeting about it on the last day of the term, without a record of the notice',
    child: suspended(10, null, { ...here, ...metOn('2026-03-27') }),
    on: '2026-03-30',
    verdict: {
      status: 'met',
      message:
        'The governing board met about the suspension of 4 March on Fri 27 March, and so had heard of it within Spring 2026.',
    },
  },
  {
    name: 'is broken by a meeting after the term alone',
    child: suspended(10, null, { ...here, ...metOn('2026-04-14') }),
    on: '2026-04-15',
    verdict: 'breach',
  },
  {
    name: 'says of a board that met about it that the day of the notice is what is not on record',
    child: suspended(11, null, { ...here, ...metOn('2026-03-10') }),
    on: '2026-03-13',
    verdict: {
      status: 'breach',
      headline: 'When the governing board was told is not on record: the suspension of 4 March',
      message: /It met about it on Tue 10 March, and had heard of it by then\.$/,
    },
  },
  {
    name: 'does not take a meeting before the decision for one about it',
    child: suspended(11, null, { ...here, ...metOn('2026-03-03') }),
    on: '2026-03-13',
    verdict: { status: 'breach', headline: 'Governing board not told of the suspension of 4 March' },
  },
  {
    name: 'is not known at exactly five days, told with the others of the term, where a file told us of it',
    child: suspended(10, null),
    on: '2026-03-13',
    verdict: {
      status: 'no-data',
      about,
      message: 'No record says whether the governing board was told within Spring 2026.',
      prefill,
    },
  },
  {
    name: 'is due by the last school day of the term at exactly five days, decided here',
    child: suspended(10, null, here),
    on: '2026-03-13',
    verdict: {
      status: 'due',
      dueOn: '2026-03-27',
      message:
        'Decided Wed 4 March at 08:50; the governing board is to be told of the suspension of 4 March by Fri 27 March, the end of Spring 2026.',
    },
  },
  {
    name: 'is kept within the term from the very minute of the decision on',
    child: suspended(10, '2026-03-04T08:50', here),
    on: '2026-03-13',
    verdict: 'met',
  },
  {
    name: 'is not known within the term when the notice stands a minute before the decision',
    child: suspended(10, '2026-03-04T08:49', here),
    on: '2026-03-13',
    verdict: {
      status: 'no-data',
      message:
        'The notice to the governing board stands on Wed 4 March at 08:49, before the decision on Wed 4 March at 08:50: check the time.',
    },
  },
  {
    name: 'is not known without delay either when the notice stands a minute before the decision',
    child: suspended(null, '2026-03-04T08:49', { ...permanent, ...here }),
    on: '2026-03-13',
    verdict: { status: 'no-data', message: /before the decision on Wed 4 March at 08:50: check the time\.$/ },
  },
  {
    name: 'is due on the last day of the term itself',
    child: suspended(2, null, here),
    on: '2026-03-27',
    verdict: { status: 'due', dueOn: '2026-03-27' },
  },
  {
    name: 'is broken the day after the term ended',
    child: suspended(2, null, here),
    on: '2026-03-28',
    verdict: {
      status: 'breach',
      since: '2026-03-28',
      final: undefined,
      headline: 'Governing board not told of the suspension of 4 March',
    },
  },
  {
    name: 'is kept by being told within the term, however late in it',
    child: suspended(2, '2026-03-27T15:00'),
    on: '2026-04-20',
    verdict: {
      status: 'met',
      message:
        'The governing board was told of the suspension of 4 March on Fri 27 March at 15:00, within Spring 2026.',
    },
  },
  {
    name: 'stays late when told after the term',
    child: suspended(2, '2026-04-14T09:00', here),
    on: '2026-04-20',
    verdict: {
      status: 'breach',
      final: true,
      since: '2026-03-28',
      headline: 'Governing board told late of the suspension of 4 March',
    },
  },
  {
    name: 'is broken from the day after half a day over five, decided here',
    child: suspended(11, null, here),
    on: '2026-03-05',
    verdict: {
      status: 'breach',
      since: '2026-03-05',
      headline: 'Governing board not told of the suspension of 4 March',
    },
  },
  {
    name: 'is due without delay when an exam is missed, however short it is',
    child: suspended(1, null, { ...here, missesExam: true }),
    on: '2026-03-04',
    verdict: { status: 'due', dueOn: '2026-03-04' },
  },
  {
    name: 'is not known the day after a missed exam where a file told us of it',
    child: suspended(1, null, { missesExam: true }),
    on: '2026-03-05',
    verdict: {
      status: 'no-data',
      message: 'A public exam or test is missed; no record says whether the governing board was told.',
    },
  },
  {
    name: 'asks nothing of a suspension that was cancelled before it began',
    child: suspended(0, null, { ...here, cancelledAt: localMinute('2026-03-04T09:10') }),
    on: '2026-03-13',
    verdict: { status: 'not-applicable', about, message: 'Cancelled before it began.' },
  },
  {
    name: 'is due on the day of the decision half a day over five',
    child: suspended(11, null),
    on: '2026-03-04',
    verdict: { status: 'due', about, dueOn: '2026-03-04', message: /the governing board must be told/ },
  },
  {
    name: 'is due for ten lunchtimes and one more',
    child: suspended(1, null, { kind: 'lunchtime', termTotalAfter: { 'Spring 2026': 11 } }),
    on: '2026-03-04',
    verdict: 'due',
  },
  {
    name: 'is not known from the day after, because no record is no proof',
    child: suspended(11, null),
    on: '2026-03-05',
    verdict: {
      status: 'no-data',
      about,
      message:
        'With it 5.5 school days of suspension in Spring 2026, over 5; no record says whether the governing board was told.',
    },
  },
  {
    name: 'is not known of a permanent exclusion without a record',
    child: suspended(null, null, permanent),
    on: '2026-03-13',
    verdict: {
      status: 'no-data',
      about,
      message: 'A permanent exclusion; no record says whether the governing board was told.',
      prefill,
    },
  },
  {
    name: 'is kept when the board was told of a permanent exclusion that day',
    child: suspended(null, '2026-03-04T16:00', permanent),
    on: '2026-03-13',
    verdict: { status: 'met', message: /the governing board was told on Wed 4 March at 16:00/ },
  },
  {
    name: 'is late when the board was told the next school day',
    child: suspended(31, '2026-03-05T09:00'),
    on: '2026-03-13',
    verdict: {
      status: 'breach',
      final: true,
      since: '2026-03-05',
      headline: 'Governing board told late of the suspension of 4 March',
    },
  },
  {
    name: 'takes the greater total of two terms that a suspension touches',
    child: suspended(12, null, { termTotalAfter: { 'Spring 2026': 4, 'Summer 2026': 11 } }),
    on: '2026-03-13',
    verdict: { status: 'no-data', message: /^With it 5.5 school days of suspension in Summer 2026, over 5/ },
  },
  {
    name: 'is not known past the known terms',
    child: suspended(11, null, { byTerm: {}, termTotalAfter: {} }),
    on: '2026-03-04',
    verdict: { status: 'no-data', message: /terms are not known/ },
  },
  {
    name: 'is no duty without a suspension',
    child: aChild(),
    on: '2026-03-13',
    verdict: { status: 'not-applicable', message: 'No suspension here this academic year.' },
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...suspended(31, null), care: careOf() },
    on: '2026-03-04',
    verdict: 'not-applicable',
  },
  {
    name: 'is not known where suspensions were never recorded',
    child: aChild({ suspension: null }),
    on: '2026-03-13',
    verdict: 'no-data',
  },
])
