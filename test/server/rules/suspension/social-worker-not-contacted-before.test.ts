import { localMinute } from '../../../../server/calendar/iso-date.ts'
import type { Group } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/social-worker-not-contacted-before.ts'
import { aCare, careOf, groups } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { judge } from '../judge.ts'

/** Suspended from 21 January, decided on the 20th at 13:40, in these groups then. */
const suspendedBecause = (
  withoutContact: string | null,
  socialWorker: string | null,
  ...then: readonly Group[]
) =>
  aChild({
    care: aCare({ thisYear: groups('cla', 'cin', 'cp') }),
    suspension: aSuspensionHistory([
      aSuspension('2026-01-21', {
        decidedAt: localMinute('2026-01-20T13:40'),
        groupsThen: groups(...then),
        decidedHere: withoutContact !== null,
        withoutContact,
        contacted: { vsh: null, socialWorker: socialWorker === null ? null : localMinute(socialWorker) },
      }),
    ]),
  })

const suspended = (socialWorker: string | null, ...then: readonly Group[]) =>
  suspendedBecause(null, socialWorker, ...then)

judge(rule, [
  {
    name: 'stays broken where a reason was given for deciding first, and shows it',
    child: suspendedBecause('The office was  closed.', null, 'cin'),
    on: '2026-03-13',
    verdict: {
      status: 'breach',
      final: true,
      message:
        'Decided Tue 20 January at 13:40; no contact with the social worker before it is recorded. The reason given: “The office was closed.”',
    },
  },
  {
    name: 'is kept for a child in need when asked the day before',
    child: suspended('2026-01-19T09:00', 'cin'),
    on: '2026-03-13',
    verdict: 'met',
  },
  {
    name: 'is broken for a looked-after child when rung two hours after the decision',
    child: suspended('2026-01-20T15:40', 'cla'),
    on: '2026-03-13',
    verdict: {
      status: 'breach',
      final: true,
      message:
        'Decided Tue 20 January at 13:40; the social worker was contacted on Tue 20 January at 15:40, after it.',
    },
  },
  {
    name: 'is broken for a child on a protection plan on the day of the decision without a contact',
    child: suspended(null, 'cp'),
    on: '2026-01-20',
    verdict: {
      status: 'breach',
      since: '2026-01-20',
      headline: 'Social worker not contacted before the suspension of 21 January',
    },
  },
  {
    name: 'is no duty when the child had no social worker on the day of the decision',
    child: suspended(null, 'ever6', 'previouslyCla', 'kinship'),
    on: '2026-03-13',
    verdict: { status: 'not-applicable', message: 'No social worker on the day of the decision.' },
  },
  {
    name: 'never fires for a child who had none all year',
    child: { ...suspended(null, 'cin'), care: careOf('previouslyCla', 'ever6') },
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
