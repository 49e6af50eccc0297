import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { ChildFacts } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/moves/social-worker-not-told-of-move.ts'
import { aCare, anEpisode, groups } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aManagedMove, anOffSiteDirection, aPartTimeTimetable } from '../../../support/build/a-move.ts'
import { judge } from '../judge.ts'

const at = localMinute('2026-03-11T09:00')
const told = { socialWorkerToldAt: at, virtualSchoolToldAt: at }

/** Off-site from Thursday 12 March. */
const offSite = (given: Partial<ReturnType<typeof anOffSiteDirection>> = {}): Partial<ChildFacts> => ({
  offSiteDirection: [anOffSiteDirection('2026-03-12', given)],
})

judge(rule, [
  {
    name: 'is due the day before',
    child: aChild(offSite()),
    on: '2026-03-11',
    verdict: {
      status: 'due',
      about: 'off-site-direction:off-site-direction-2026-03-12',
      dueOn: '2026-03-12',
      message:
        'An off-site direction from Thu 12 March; to be told by Thu 12 March, the school’s own line: the social worker and the Virtual School.',
    },
  },
  { name: 'is due on the day it begins', child: aChild(offSite()), on: '2026-03-12', verdict: 'due' },
  {
    name: 'is broken the day after',
    child: aChild(offSite({ virtualSchoolToldAt: at })),
    on: '2026-03-13',
    verdict: {
      status: 'breach',
      since: '2026-03-13',
      headline: 'Social worker not told of an off-site direction of 12 March',
    },
  },
  { name: 'is kept when both were told', child: aChild(offSite(told)), on: '2026-03-13', verdict: 'met' },
  {
    name: 'stays late when one was told after it began',
    child: aChild(offSite({ ...told, socialWorkerToldAt: localMinute('2026-03-13T09:00') })),
    on: '2026-03-13',
    verdict: { status: 'breach', final: true },
  },
  {
    name: 'is asked of a managed move and of a part-time timetable alike',
    child: aChild({
      managedMove: [aManagedMove('2026-03-02', { startsOn: isoDate('2026-03-16') })],
      partTimeTimetable: [aPartTimeTimetable('2026-03-09', told)],
    }),
    on: '2026-03-13',
    verdict: [
      { status: 'due', about: 'managed-move:managed-move-2026-03-02', dueOn: '2026-03-16' },
      { status: 'breach', about: 'part-time-timetable:part-time-timetable-2026-03-09', final: true },
    ],
  },
  {
    name: 'asks for no Virtual School of a child in need',
    child: aChild({
      ...offSite({ socialWorkerToldAt: at }),
      care: aCare({
        now: groups('cin', 'ever6'),
        episodes: [anEpisode({ status: 'cin-plan' })],
        spells: [],
      }),
    }),
    on: '2026-03-13',
    verdict: 'met',
  },
  {
    name: 'is not asked of a child who had no social worker when it began',
    child: aChild({
      ...offSite(),
      care: aCare({
        thisYear: groups('cin', 'ever6'),
        now: groups('ever6'),
        episodes: [anEpisode({ status: 'cin-plan', endedOn: isoDate('2026-03-11') })],
      }),
    }),
    on: '2026-03-13',
    verdict: { status: 'not-applicable', message: 'No social worker when it began.' },
  },
])
