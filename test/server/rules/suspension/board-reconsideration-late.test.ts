import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { ReviewPanelFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/board-reconsideration-late.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { judge } from '../judge.ts'

/** The board heard on Monday 2 March that its decision was quashed: it decides again by Monday 16 March. */
const reviewed = (given: Partial<ReviewPanelFact> = {}) =>
  aChild({
    suspension: aSuspensionHistory([
      aSuspension('2026-01-14', {
        kind: 'permanent',
        halfDays: null,
        lastDay: null,
        decidedAt: localMinute('2026-01-13T14:05'),
        reviewPanel: {
          boardDecisionToldOn: isoDate('2026-02-02'),
          appliedOn: isoDate('2026-02-09'),
          willNotApply: null,
          meetsOn: isoDate('2026-02-27'),
          outcome: 'quashed',
          panelDecisionToldOn: isoDate('2026-03-02'),
          boardReconsideredOn: null,
          ...given,
        },
      }),
    ]),
  })

judge(rule, [
  {
    name: 'is due up to the tenth school day',
    child: reviewed(),
    on: '2026-03-16',
    verdict: {
      status: 'due',
      dueOn: '2026-03-16',
      message:
        'The review panel quashed the decision; the board must decide again by Mon 16 March, 10 school days after the board heard of it.',
    },
  },
  {
    name: 'is broken the day after',
    child: reviewed(),
    on: '2026-03-17',
    verdict: { status: 'breach', since: '2026-03-17', final: undefined },
  },
  {
    name: 'is kept on the tenth school day',
    child: reviewed({ outcome: 'reconsider', boardReconsideredOn: isoDate('2026-03-16') }),
    on: '2026-03-20',
    verdict: {
      status: 'met',
      message:
        'The review panel asked the board to think again; the board decided again on Mon 16 March, in time.',
    },
  },
  {
    name: 'stays late the day after',
    child: reviewed({ boardReconsideredOn: isoDate('2026-03-17') }),
    on: '2026-03-20',
    verdict: { status: 'breach', final: true, since: '2026-03-17' },
  },
  {
    name: 'counts from the panel’s meeting where nobody said when the board heard',
    child: reviewed({ panelDecisionToldOn: null }),
    on: '2026-03-13',
    verdict: { status: 'due', dueOn: '2026-03-13', message: /after the panel met\.$/ },
  },
  {
    name: 'is not known without any day of the panel',
    child: reviewed({ panelDecisionToldOn: null, meetsOn: null }),
    on: '2026-03-13',
    verdict: 'no-data',
  },
  {
    name: 'is no duty when the panel upheld the exclusion',
    child: reviewed({ outcome: 'upheld' }),
    on: '2026-03-13',
    verdict: { status: 'not-applicable', message: 'The review panel upheld the exclusion.' },
  },
  {
    name: 'is no duty while no panel has decided',
    child: reviewed({ outcome: null }),
    on: '2026-03-13',
    verdict: 'not-applicable',
  },
  {
    name: 'is not known where suspensions were never recorded',
    child: aChild({ suspension: null }),
    on: '2026-03-13',
    verdict: 'no-data',
  },
])
