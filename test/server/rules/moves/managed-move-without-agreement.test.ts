import { isoDate } from '../../../../server/calendar/iso-date.ts'
import type { ManagedMoveFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/moves/managed-move-without-agreement.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aManagedMove } from '../../../support/build/a-move.ts'
import { calendarToAutumn2026 as calendar } from '../../../support/build/autumn-2026.ts'
import { judge } from '../judge.ts'

const moved = (given: Partial<ManagedMoveFact> = {}) =>
  aChild({
    managedMove: [aManagedMove('2026-09-10', { startsOn: isoDate('2026-09-21'), ...given })],
  })

judge(rule, [
  {
    name: 'is due the day before it begins',
    child: moved(),
    on: '2026-09-20',
    calendar,
    verdict: { status: 'due', dueOn: '2026-09-21' },
  },
  {
    name: 'is due without a day while none is set',
    child: moved({ startsOn: null }),
    on: '2026-09-20',
    calendar,
    verdict: { status: 'due', dueOn: undefined },
  },
  {
    name: 'is broken from the day it begins without agreement on record',
    child: moved(),
    on: '2026-09-21',
    calendar,
    verdict: { status: 'breach', since: '2026-09-21' },
  },
  { name: 'is broken the day after too', child: moved(), on: '2026-09-22', calendar, verdict: 'breach' },
  {
    name: 'is broken at once when the parents do not agree',
    child: moved({ parentAgrees: false }),
    on: '2026-09-11',
    calendar,
    verdict: { status: 'breach', since: '2026-09-10' },
  },
  {
    name: 'is kept by the parents’ agreement',
    child: moved({ parentAgrees: true }),
    on: '2026-09-22',
    calendar,
    verdict: 'met',
  },
  {
    name: 'is not asked of one arranged before the guidance of July 2026',
    child: moved({ agreedOn: isoDate('2026-07-14') }),
    on: '2026-09-22',
    calendar,
    verdict: 'not-applicable',
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...moved(), care: careOf() },
    on: '2026-09-22',
    calendar,
    verdict: 'not-applicable',
  },
])
