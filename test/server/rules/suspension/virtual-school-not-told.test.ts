import { localMinute } from '../../../../server/calendar/iso-date.ts'
import type { Group } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/virtual-school-not-told.ts'
import { aCare, careOf, groups } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { judge } from '../judge.ts'

/** Suspended on 4 March, in these groups then. */
const suspended = (vsh: string | null, ...then: readonly Group[]) =>
  aChild({
    care: aCare({ thisYear: groups('cla', 'cin') }),
    suspension: aSuspensionHistory([
      aSuspension('2026-03-04', {
        decidedAt: localMinute('2026-03-04T10:50'),
        groupsThen: groups(...then),
        told: {
          parent: null,
          la: null,
          home: null,
          socialWorker: null,
          vsh: vsh === null ? null : localMinute(vsh),
          board: null,
        },
      }),
    ]),
  })

judge(rule, [
  {
    name: 'is due on the day of the decision for a looked-after child',
    child: suspended(null, 'cla'),
    on: '2026-03-04',
    verdict: { status: 'due', message: /the Virtual School must be told/ },
  },
  {
    name: 'is kept when told that day',
    child: suspended('2026-03-04T11:00', 'cla'),
    on: '2026-03-13',
    verdict: 'met',
  },
  {
    name: 'is late the next school day',
    child: suspended('2026-03-05T11:00', 'cla'),
    on: '2026-03-13',
    verdict: {
      status: 'breach',
      final: true,
      headline: 'Virtual School told late of the suspension of 4 March',
    },
  },
  {
    name: 'is broken while nobody told it',
    child: suspended(null, 'cla'),
    on: '2026-03-13',
    verdict: { status: 'breach', headline: 'Virtual School not told of the suspension of 4 March' },
  },
  {
    name: 'is no duty when the child came into care after the decision',
    child: suspended(null, 'cin'),
    on: '2026-03-13',
    verdict: { status: 'not-applicable', message: 'Not looked after on the day of the decision.' },
  },
  {
    name: 'never fires for a child in need or previously looked after',
    child: { ...suspended(null, 'cla'), care: careOf('cin', 'cp', 'previouslyCla', 'ever6') },
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
