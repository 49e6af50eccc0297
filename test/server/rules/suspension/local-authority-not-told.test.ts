import { localMinute } from '../../../../server/calendar/iso-date.ts'
import type { SuspensionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/local-authority-not-told.ts'
import { careOf, groups } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { judge } from '../judge.ts'

/** Half a day from Monday 23 February, decided on the Friday before half-term. */
const suspended = (la: string | null, given: Partial<SuspensionFact> = {}) =>
  aChild({
    suspension: aSuspensionHistory([
      aSuspension('2026-02-23', {
        halfDays: 1,
        decidedAt: localMinute('2026-02-13T14:30'),
        told: {
          parent: localMinute('2026-02-13T15:00'),
          la: la === null ? null : localMinute(la),
          socialWorker: null,
          vsh: null,
          board: null,
        },
        ...given,
      }),
    ]),
  })

judge(rule, [
  {
    name: 'is due on the day of the decision, whatever the length',
    child: suspended(null),
    on: '2026-02-13',
    verdict: { status: 'due', dueOn: '2026-02-13', message: /the local authority must be told/ },
  },
  {
    name: 'is kept when the authority was told that day',
    child: suspended('2026-02-13T15:25'),
    on: '2026-03-13',
    verdict: 'met',
  },
  {
    name: 'is kept of a permanent exclusion, and says that the authority the child lives in is not told apart',
    child: suspended('2026-02-13T15:25', { kind: 'permanent', halfDays: null, byTerm: {} }),
    on: '2026-03-13',
    verdict: {
      status: 'met',
      message:
        /without delay\. Where the child lives in another authority, that one is to be told too; no record tells the two apart\.$/,
    },
  },
  {
    name: 'is broken in the half-term while nobody told the authority',
    child: suspended(null),
    on: '2026-02-14',
    verdict: {
      status: 'breach',
      since: '2026-02-14',
      headline: 'Local authority not told of the suspension of 23 February',
    },
  },
  {
    name: 'is late on the first school day after half-term, and no worse',
    child: suspended('2026-02-23T09:00'),
    on: '2026-03-13',
    verdict: {
      status: 'breach',
      final: true,
      headline: 'Local authority told late of the suspension of 23 February',
      message: /told on Mon 23 February at 09:00, one school day later\.$/,
    },
  },
  {
    name: 'is very late on the second',
    child: suspended('2026-02-24T09:00'),
    on: '2026-03-13',
    verdict: {
      status: 'breach',
      headline: 'Local authority told very late of the suspension of 23 February',
    },
  },
  {
    name: 'holds for a child who had no group on the day of the decision',
    child: {
      ...suspended(null),
      suspension: aSuspensionHistory([aSuspension('2026-02-23', { groupsThen: groups() })]),
    },
    on: '2026-03-13',
    verdict: 'breach',
  },
  {
    name: 'stands in no list for a child in no group this year',
    child: { ...suspended(null), care: careOf() },
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
