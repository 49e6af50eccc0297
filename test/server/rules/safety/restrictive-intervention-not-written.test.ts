import { localMinute } from '../../../../server/calendar/iso-date.ts'
import type { RestrictiveInterventionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/safety/restrictive-intervention-not-written.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aRestraint } from '../../../support/build/a-restraint.ts'
import { judge } from '../judge.ts'

/** Held on Friday 8 May at 11:20; done at a time, or not. */
const held = (at: string | null, given: Partial<RestrictiveInterventionFact> = {}) =>
  aChild({
    restrictiveIntervention: [
      aRestraint('2026-05-08T11:20', { writtenAt: at === null ? null : localMinute(at), ...given }),
    ],
  })

judge(rule, [
  {
    name: 'is due the same day',
    child: held(null),
    on: '2026-05-08',
    verdict: {
      status: 'due',
      about: 'restrictive-intervention:restraint-2026-05-08T11:20',
      dueOn: '2026-05-08',
      message: 'Force, restraint or seclusion on Fri 8 May at 11:20; still to do: written down the same day.',
    },
  },
  {
    name: 'is broken the day after',
    child: held(null),
    on: '2026-05-09',
    verdict: { status: 'breach', since: '2026-05-09', final: undefined },
  },
  { name: 'is kept by the same day', child: held('2026-05-08T16:00'), on: '2026-05-11', verdict: 'met' },
  {
    name: 'stays late the day after',
    child: held('2026-05-09T08:00'),
    on: '2026-05-11',
    verdict: { status: 'breach', final: true, since: '2026-05-09' },
  },
  {
    name: 'asks nothing of what happened before the duty was in force',
    child: aChild({ restrictiveIntervention: [aRestraint('2026-03-31T11:20')] }),
    on: '2026-05-11',
    verdict: { status: 'not-applicable', message: 'There is nothing to check.' },
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...held(null), care: careOf() },
    on: '2026-05-11',
    verdict: 'not-applicable',
  },
])
