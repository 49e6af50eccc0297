import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { BoardMeetingFact, ReviewPanelFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/board-decision-not-told.ts'
import { calendarToSpring } from '../../../support/build/a-calendar.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { judge } from '../judge.ts'

/** The board met on Thursday 12 March, unless said otherwise, and did not bring the child back. */
const decided = (
  decisionToldOn: string | null,
  given: Partial<BoardMeetingFact> = {},
  reviewPanel: ReviewPanelFact | null = null,
) =>
  aChild({
    suspension: aSuspensionHistory([
      aSuspension('2026-02-26', {
        kind: 'permanent',
        halfDays: null,
        decidedAt: localMinute('2026-02-25T14:05'),
        reviewPanel,
        boardMeetings: [
          {
            id: 'meeting-1',
            meetsOn: isoDate('2026-03-12'),
            held: true,
            invited: [],
            outcome: 'declined',
            decisionToldOn: decisionToldOn === null ? null : isoDate(decisionToldOn),
            ...given,
          },
        ],
      }),
    ]),
  })

/** The record of the review, of parents who were told of the decision on that day. */
const review = (boardDecisionToldOn: string): ReviewPanelFact => ({
  boardDecisionToldOn: isoDate(boardDecisionToldOn),
  appliedOn: null,
  willNotApply: null,
  meetsOn: null,
  outcome: null,
  panelDecisionToldOn: null,
  boardReconsideredOn: null,
})

judge(rule, [
  {
    name: 'is due on the day of the meeting',
    child: decided(null),
    on: '2026-03-12',
    verdict: {
      status: 'due',
      dueOn: '2026-03-13',
      message:
        'The governing board met on Thu 12 March; it did not bring the child back. The parents are to be told in writing by Fri 13 March, the school’s own line of one school day.',
    },
  },
  { name: 'is due on the next school day', child: decided(null), on: '2026-03-13', verdict: 'due' },
  {
    name: 'is broken after it',
    child: decided(null),
    on: '2026-03-14',
    verdict: { status: 'breach', since: '2026-03-14', final: undefined },
  },
  { name: 'is kept by the next school day', child: decided('2026-03-13'), on: '2026-03-20', verdict: 'met' },
  {
    name: 'stays late after it',
    child: decided('2026-03-16'),
    on: '2026-03-20',
    verdict: { status: 'breach', final: true },
  },
  {
    name: 'is kept where the review alone says on which day they were told',
    child: decided(null, {}, review('2026-03-13')),
    on: '2026-03-20',
    verdict: { status: 'met', message: /The parents were told in writing on Fri 13 March\.$/ },
  },
  {
    name: 'is late by the day of the review',
    child: decided(null, {}, review('2026-03-16')),
    on: '2026-03-20',
    verdict: { status: 'breach', final: true },
  },
  {
    name: 'counts the school days that the school chose',
    child: decided('2026-03-16'),
    on: '2026-03-20',
    options: { sentWithin: 3 },
    verdict: 'met',
  },
  {
    name: 'is no duty while the meeting is only planned',
    child: decided(null, { held: false, outcome: null }),
    on: '2026-03-10',
    verdict: { status: 'not-applicable', message: 'No meeting of the governing board is on record.' },
  },
  {
    name: 'is not known past the known calendar',
    child: decided(null, { meetsOn: isoDate('2026-03-27') }),
    on: '2026-03-27',
    calendar: calendarToSpring,
    verdict: 'no-data',
  },
])
