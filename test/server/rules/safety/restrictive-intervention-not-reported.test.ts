import { localMinute } from '../../../../server/calendar/iso-date.ts'
import type { RestrictiveInterventionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/safety/restrictive-intervention-not-reported.ts'
import { calendarToSpring } from '../../../support/build/a-calendar.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aRestraint } from '../../../support/build/a-restraint.ts'
import { judge } from '../judge.ts'

/** Held on Friday 8 May at 11:20; done at a time, or not. */
const held = (at: string | null, given: Partial<RestrictiveInterventionFact> = {}) =>
  aChild({
    restrictiveIntervention: [
      aRestraint('2026-05-08T11:20', { parentToldAt: at === null ? null : localMinute(at), ...given }),
    ],
  })

judge(rule, [
  {
    name: 'is due the day it happened, by the next school day',
    child: held(null),
    on: '2026-05-08',
    verdict: { status: 'due', dueOn: '2026-05-11' },
  },
  { name: 'is due on the next school day', child: held(null), on: '2026-05-11', verdict: 'due' },
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
    name: 'counts the school days that the school chose',
    child: held('2026-05-12T09:00'),
    on: '2026-05-14',
    options: { reportedWithin: 2 },
    verdict: 'met',
  },
  {
    name: 'is no duty where it is withheld for the child’s safety',
    child: held(null, { isWithheld: true }),
    on: '2026-05-14',
    verdict: { status: 'not-applicable', message: 'Withheld from the parents for the child’s safety.' },
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...held(null), care: careOf() },
    on: '2026-05-11',
    verdict: 'not-applicable',
  },
  {
    name: 'is not known past the known calendar',
    child: held(null),
    on: '2026-05-08',
    calendar: calendarToSpring,
    verdict: 'no-data',
  },
])
