import { localMinute } from '../../../../server/calendar/iso-date.ts'
import type { RestrictiveInterventionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/safety/restrictive-intervention-social-worker-not-told.ts'
import { aCare, careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aRestraint } from '../../../support/build/a-restraint.ts'
import { judge } from '../judge.ts'

/** Held on Friday 8 May at 11:20; done at a time, or not. */
const held = (at: string | null, given: Partial<RestrictiveInterventionFact> = {}) =>
  aChild({
    restrictiveIntervention: [
      aRestraint('2026-05-08T11:20', { socialWorkerToldAt: at === null ? null : localMinute(at), ...given }),
    ],
  })

judge(rule, [
  {
    name: 'is due by the next school day',
    child: held(null),
    on: '2026-05-11',
    verdict: { status: 'due', dueOn: '2026-05-11' },
  },
  { name: 'is due the day it happened', child: held(null), on: '2026-05-08', verdict: 'due' },
  {
    name: 'is broken after it',
    child: held(null),
    on: '2026-05-12',
    verdict: { status: 'breach', since: '2026-05-12', final: undefined },
  },
  {
    name: 'is kept on the next school day',
    child: held('2026-05-11T09:00'),
    on: '2026-05-14',
    verdict: 'met',
  },
  {
    name: 'stays late after it',
    child: held('2026-05-12T09:00'),
    on: '2026-05-14',
    verdict: { status: 'breach', final: true },
  },
  {
    name: 'is not asked when the child had no social worker on that day',
    child: { ...held(null), care: aCare({ episodes: [], spells: [] }) },
    on: '2026-05-14',
    verdict: { status: 'not-applicable', message: 'No social worker on that day.' },
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...held(null), care: careOf() },
    on: '2026-05-11',
    verdict: 'not-applicable',
  },
])
