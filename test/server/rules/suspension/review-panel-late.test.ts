import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type {
  BoardMeetingFact,
  ReviewPanelFact,
  SuspensionFact,
} from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/review-panel-late.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { judge } from '../judge.ts'

const excluded = (given: Partial<SuspensionFact>) =>
  aChild({
    suspension: aSuspensionHistory([
      aSuspension('2026-01-14', {
        kind: 'permanent',
        halfDays: null,
        lastDay: null,
        decidedAt: localMinute('2026-01-13T14:05'),
        ...given,
      }),
    ]),
  })

/** The parents were told of the board's decision on Monday 2 February: they may ask until Monday 2 March. */
const told = (given: Partial<ReviewPanelFact> = {}): Partial<SuspensionFact> => ({
  reviewPanel: {
    boardDecisionToldOn: isoDate('2026-02-02'),
    appliedOn: null,
    willNotApply: null,
    meetsOn: null,
    outcome: null,
    panelDecisionToldOn: null,
    boardReconsideredOn: null,
    ...given,
  },
})

/** They asked on Monday 9 February: the panel meets by Monday 9 March. */
const asked = (given: Partial<ReviewPanelFact> = {}) => told({ appliedOn: isoDate('2026-02-09'), ...given })

const met = (outcome: BoardMeetingFact['outcome']): Partial<SuspensionFact> => ({
  boardMeetings: [
    {
      id: 'meeting-1',
      meetsOn: isoDate('2026-01-30'),
      held: true,
      invited: [],
      outcome,
      decisionToldOn: isoDate('2026-02-02'),
    },
  ],
})

const about = 'suspension:suspension-2026-01-14'

judge(rule, [
  {
    name: 'is to be watched while parents may ask, up to the fifteenth school day',
    child: excluded(told()),
    on: '2026-03-02',
    verdict: {
      status: 'watch',
      about,
      dueOn: '2026-03-02',
      message: 'The parents may ask for a review until Mon 2 March, 15 school days after they were told.',
    },
  },
  {
    name: 'counts from the board’s decision where no review is recorded yet',
    child: excluded(met('declined')),
    on: '2026-02-27',
    verdict: { status: 'watch', dueOn: '2026-03-02' },
  },
  {
    name: 'asks for nothing after it when the parents did not ask',
    child: excluded(told()),
    on: '2026-03-03',
    verdict: { status: 'not-applicable', message: /^No record says that the parents asked for a review by/ },
  },
  {
    name: 'asks for nothing when the parents said that they will not ask',
    child: excluded(told({ willNotApply: true })),
    on: '2026-02-10',
    verdict: 'not-applicable',
  },
  {
    name: 'is due the day before and on the fifteenth school day after the parents asked',
    child: excluded(asked()),
    on: '2026-03-09',
    verdict: {
      status: 'due',
      dueOn: '2026-03-09',
      message: 'The review panel must meet by Mon 9 March, 15 school days after the parents asked.',
    },
  },
  {
    name: 'says when the panel is planned',
    child: excluded(asked({ meetsOn: isoDate('2026-03-05') })),
    on: '2026-03-04',
    verdict: { status: 'due', message: /\. It is planned for Thu 5 March\.$/ },
  },
  {
    name: 'is broken the day after',
    child: excluded(asked()),
    on: '2026-03-10',
    verdict: { status: 'breach', since: '2026-03-10', final: undefined },
  },
  {
    name: 'is kept by a panel that met on the last day',
    child: excluded(asked({ meetsOn: isoDate('2026-03-09'), outcome: 'upheld' })),
    on: '2026-03-13',
    verdict: { status: 'met', about },
  },
  {
    name: 'stays late when the panel met the day after',
    child: excluded(asked({ meetsOn: isoDate('2026-03-10'), outcome: 'upheld' })),
    on: '2026-03-13',
    verdict: { status: 'breach', final: true, since: '2026-03-10' },
  },
  {
    name: 'is no duty once the board brought the child back',
    child: excluded(met('reinstated')),
    on: '2026-03-13',
    verdict: { status: 'not-applicable', message: 'The governing board brought the child back.' },
  },
  {
    name: 'is no duty of an exclusion that was cancelled',
    child: excluded({ ...asked(), halfDays: 4, cancelledAt: localMinute('2026-01-16T09:00') }),
    on: '2026-03-13',
    verdict: { status: 'not-applicable', message: 'Cancelled on Fri 16 January at 09:00.' },
  },
  {
    name: 'is no duty yet of an exclusion decided here before the board decided',
    child: excluded({ decidedHere: true }),
    on: '2026-01-20',
    verdict: 'not-applicable',
  },
  {
    name: 'is not known of an exclusion that a file told us of',
    child: excluded({}),
    on: '2026-03-13',
    verdict: { status: 'no-data', message: 'No record says whether the parents asked for a review.' },
  },
  {
    name: 'is no duty of a suspension',
    child: excluded({ kind: 'suspension', halfDays: 10 }),
    on: '2026-03-13',
    verdict: { status: 'not-applicable', message: 'No permanent exclusion here this academic year.' },
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...excluded(asked()), care: careOf() },
    on: '2026-03-13',
    verdict: 'not-applicable',
  },
])
