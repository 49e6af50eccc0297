import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { SafeguardingSeparationFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/safety/safeguarding-separation-not-told.ts'
import { aCare, careOf, groups } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { calendarToAutumn2026 as calendar } from '../../../support/build/autumn-2026.ts'
import { judge } from '../judge.ts'

const at = localMinute('2026-09-14T10:00')
const all = { authorityAskedAt: at, socialWorkerToldAt: at, virtualSchoolToldAt: at }

/** Kept apart from Monday 14 September 2026. */
const apart = (given: Partial<SafeguardingSeparationFact> = {}) =>
  aChild({
    safeguardingSeparation: [
      {
        id: 'one',
        startedOn: isoDate('2026-09-14'),
        endedOn: null,
        authorityAskedAt: null,
        socialWorkerToldAt: null,
        virtualSchoolToldAt: null,
        ...given,
      },
    ],
  })

judge(rule, [
  {
    name: 'is due on the first day',
    child: apart(),
    on: '2026-09-14',
    calendar,
    verdict: {
      status: 'due',
      about: 'safeguarding-separation:one',
      dueOn: '2026-09-14',
      message:
        'Kept apart for safety from Mon 14 September, which is no suspension; to be told on the first day, the school’s own line: the authority, to arrange education, the social worker and the Virtual School.',
    },
  },
  {
    name: 'is broken the day after',
    child: apart({ socialWorkerToldAt: at, virtualSchoolToldAt: at }),
    on: '2026-09-15',
    calendar,
    verdict: { status: 'breach', since: '2026-09-15', final: undefined },
  },
  {
    name: 'is kept when all heard of it that day',
    child: apart(all),
    on: '2026-09-15',
    calendar,
    verdict: 'met',
  },
  {
    name: 'stays late when one heard of it the day after',
    child: apart({ ...all, authorityAskedAt: localMinute('2026-09-15T09:00') }),
    on: '2026-09-16',
    calendar,
    verdict: { status: 'breach', final: true },
  },
  {
    name: 'asks the authority alone for a child without a social worker',
    child: {
      ...apart({ authorityAskedAt: at }),
      care: aCare({ now: groups('ever6'), episodes: [], spells: [] }),
    },
    on: '2026-09-16',
    calendar,
    verdict: 'met',
  },
  {
    name: 'is not asked of one that began before the guidance of July 2026',
    child: apart({ startedOn: isoDate('2026-07-14') }),
    on: '2026-09-16',
    calendar,
    verdict: 'not-applicable',
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...apart(), care: careOf() },
    on: '2026-09-16',
    calendar,
    verdict: 'not-applicable',
  },
])
