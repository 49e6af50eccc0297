import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { BoardMeetingFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/board-decision-not-told.ts'
import { calendarToSpring } from '../../../support/build/a-calendar.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { judge } from '../judge.ts'

/** The board met on Thursday 12 March, unless said otherwise, and did not bring the child back. */
const decided = (decisionToldOn: string | null, given: Partial<BoardMeetingFact> = {}) =>
  aChild({
    suspension: aSuspensionHistory([
      aSuspension('2026-02-26', {
        kind: 'permanent',
        halfDays: null,
        decidedAt: localMinute('2026-02-25T14:05'),
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
