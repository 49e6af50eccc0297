import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { SuspensionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/reintegration-meeting-not-offered.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { judge } from '../judge.ts'

/** Two days from Thursday 5 March, decided here: back on Monday 9 March. */
const suspended = (offeredOn: string | null, given: Partial<SuspensionFact> = {}) =>
  aChild({
    suspension: aSuspensionHistory([
      aSuspension('2026-03-05', {
        halfDays: 4,
        lastDay: isoDate('2026-03-06'),
        decidedAt: localMinute('2026-03-04T14:00'),
        decidedHere: true,
        reintegration:
          offeredOn === null ? null : { offeredOn: isoDate(offeredOn), meetsOn: null, held: null },
        ...given,
      }),
    ]),
  })

judge(rule, [
  {
    name: 'is due the day before the return',
    child: suspended(null),
    on: '2026-03-08',
    verdict: {
      status: 'due',
      dueOn: '2026-03-09',
      message:
        'A meeting on the return should be offered by Mon 9 March. It is never a condition of the return.',
    },
  },
  { name: 'is due on the day of return', child: suspended(null), on: '2026-03-09', verdict: 'due' },
  {
    name: 'is broken the day after',
    child: suspended(null),
    on: '2026-03-10',
    verdict: { status: 'breach', since: '2026-03-10', final: undefined },
  },
  {
    name: 'is due on the very day when the child is back for its afternoon',
    child: suspended(null, { halfDays: 3 }),
    on: '2026-03-05',
    verdict: { status: 'due', dueOn: '2026-03-06' },
  },
  {
    name: 'is kept by an offer for the day of return, held or not',
    child: suspended('2026-03-09'),
    on: '2026-03-20',
    verdict: { status: 'met', message: 'A meeting on the return was offered on Mon 9 March.' },
  },
  {
    name: 'stays late when it was offered after it',
    child: suspended('2026-03-10'),
    on: '2026-03-20',
    verdict: { status: 'breach', final: true, since: '2026-03-10' },
  },
  {
    name: 'is not known where a file told us of the suspension',
    child: suspended(null, { decidedHere: false }),
    on: '2026-03-20',
    verdict: { status: 'no-data', message: 'No record says whether a meeting on the return was offered.' },
  },
  {
    name: 'is not known when the return lies past the known calendar',
    child: suspended(null, { halfDays: 400, lastDay: null }),
    on: '2026-03-20',
    verdict: { status: 'no-data', message: /past the known calendar/ },
  },
  {
    name: 'is not asked of a permanent exclusion',
    child: suspended(null, { kind: 'permanent', halfDays: null, lastDay: null }),
    on: '2026-03-20',
    verdict: { status: 'not-applicable', message: 'A permanent exclusion: no return is planned.' },
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...suspended(null), care: careOf() },
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
