import { localMinute } from '../../../../server/calendar/iso-date.ts'
import type { Group } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/social-worker-not-told.ts'
import { aCare, careOf, groups } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { judge } from '../judge.ts'

/** Suspended on 4 March, in these groups then. */
const suspended = (socialWorker: string | null, ...then: readonly Group[]) =>
  aChild({
    care: aCare({ thisYear: groups('cla', 'cin', 'cp') }),
    suspension: aSuspensionHistory([
      aSuspension('2026-03-04', {
        decidedAt: localMinute('2026-03-04T10:50'),
        groupsThen: groups(...then),
        told: {
          parent: null,
          la: null,
          home: null,
          socialWorker: socialWorker === null ? null : localMinute(socialWorker),
          vsh: null,
          board: null,
        },
      }),
    ]),
  })

judge(rule, [
  {
    name: 'is due on the day of the decision for a child in need',
    child: suspended(null, 'cin'),
    on: '2026-03-04',
    verdict: { status: 'due', message: /the social worker must be told/ },
  },
  {
    name: 'is kept for a looked-after child when told that day',
    child: suspended('2026-03-04T11:00', 'cla'),
    on: '2026-03-13',
    verdict: 'met',
  },
  {
    name: 'is broken the next day for a child on a protection plan',
    child: suspended(null, 'cp'),
    on: '2026-03-05',
    verdict: { status: 'breach', headline: 'Social worker not told of the suspension of 4 March' },
  },
  {
    name: 'is very late two school days after',
    child: suspended('2026-03-06T09:00', 'cin'),
    on: '2026-03-13',
    verdict: {
      status: 'breach',
      final: true,
      headline: 'Social worker told very late of the suspension of 4 March',
    },
  },
  {
    name: 'is no duty when the child had no social worker on the day of the decision',
    child: suspended(null, 'ever6', 'kinship', 'previouslyCla'),
    on: '2026-03-13',
    verdict: { status: 'not-applicable', message: 'No social worker on the day of the decision.' },
  },
  {
    name: 'never fires for a child who had none all year',
    child: { ...suspended(null, 'cin'), care: careOf('ever6', 'kinship') },
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
