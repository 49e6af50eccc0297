import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { OffSiteDirectionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/moves/off-site-direction-notice-late.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { anOffSiteDirection } from '../../../support/build/a-move.ts'
import { calendarToAutumn2026 as calendar } from '../../../support/build/autumn-2026.ts'
import { judge } from '../judge.ts'

/** From Thursday 17 September 2026: notice by Tuesday the 15th. */
const directed = (noticeAt: string | null, given: Partial<OffSiteDirectionFact> = {}) =>
  aChild({
    offSiteDirection: [
      anOffSiteDirection('2026-09-17', {
        noticeAt: noticeAt === null ? null : localMinute(noticeAt),
        ...given,
      }),
    ],
  })

const anEhcPlan = (startedOn: string, endedOn: string | null) => ({
  id: 'plan',
  provision: 'ehc-plan' as const,
  startedOn: isoDate(startedOn),
  endedOn: endedOn === null ? null : isoDate(endedOn),
})

const about = 'off-site-direction:off-site-direction-2026-09-17'

judge(rule, [
  {
    name: 'is due up to two school days before',
    child: directed(null),
    on: '2026-09-15',
    calendar,
    verdict: {
      status: 'due',
      about,
      dueOn: '2026-09-15',
      message:
        'Written notice must reach the parent by Tue 15 September, 2 school days before it begins on Thu 17 September.',
    },
  },
  {
    name: 'is broken one school day before',
    child: directed(null),
    on: '2026-09-16',
    calendar,
    verdict: { status: 'breach', since: '2026-09-16', final: undefined },
  },
  {
    name: 'is kept by complete notice two school days before',
    child: directed('2026-09-15T16:00'),
    on: '2026-09-24',
    calendar,
    verdict: { status: 'met', about },
  },
  {
    name: 'stays late one school day before',
    child: directed('2026-09-16T08:00'),
    on: '2026-09-24',
    calendar,
    verdict: { status: 'breach', final: true, since: '2026-09-16' },
  },
  {
    name: 'counts school days over a weekend',
    child: directed('2026-09-18T08:00', { startsOn: isoDate('2026-09-21') }),
    on: '2026-09-18',
    calendar,
    verdict: { status: 'breach', final: true, since: '2026-09-18' },
  },
  {
    name: 'is to be completed while there is time',
    child: directed('2026-09-14T08:00', { missing: ['the address'] }),
    on: '2026-09-15',
    calendar,
    verdict: { status: 'due', message: /It does not say the address\.$/ },
  },
  {
    name: 'is broken when it is incomplete after that',
    child: directed('2026-09-14T08:00', { missing: ['the address', 'whom to report to'] }),
    on: '2026-09-16',
    calendar,
    verdict: {
      status: 'breach',
      final: undefined,
      message:
        'Written notice was given in time, but not complete. It does not say the address and whom to report to.',
    },
  },
  {
    name: 'is owed to the authority, too, where there is a plan',
    child: directed('2026-09-14T08:00', { hasPlan: true }),
    on: '2026-09-16',
    calendar,
    verdict: { status: 'breach', message: /^No record of written notice to the authority of the plan by/ },
  },
  {
    name: 'is owed to the authority of a plan that is recorded elsewhere, whatever the direction says',
    child: {
      ...directed('2026-09-14T08:00', { hasPlan: false }),
      specialNeed: [anEhcPlan('2026-09-17', null)],
    },
    on: '2026-09-16',
    calendar,
    verdict: { status: 'breach', message: /^No record of written notice to the authority of the plan by/ },
  },
  {
    name: 'is owed to no authority where the plan ended the day before',
    child: {
      ...directed('2026-09-14T08:00', { hasPlan: null }),
      specialNeed: [anEhcPlan('2026-01-01', '2026-09-16')],
    },
    on: '2026-09-16',
    calendar,
    verdict: 'met',
  },
  {
    name: 'is not known to be whole while nobody said whether there is a plan',
    child: directed('2026-09-14T08:00', { hasPlan: null }),
    on: '2026-09-16',
    calendar,
    verdict: { status: 'no-data', message: /with one, the authority has the notice too\.$/ },
  },
  {
    name: 'is not known of one that began the day before the law bound academies too',
    child: directed(null, { startsOn: isoDate('2026-07-25') }),
    on: '2026-09-16',
    calendar,
    verdict: {
      status: 'no-data',
      message:
        'Began on Sat 25 July 2026, before 26 July 2026: until then the procedure bound maintained schools alone, and whether this was one is not recorded.',
    },
  },
  {
    name: 'binds one that begins on the very day on which the law bound academies too',
    child: directed(null, { startsOn: isoDate('2026-07-26') }),
    on: '2026-09-16',
    calendar,
    verdict: 'breach',
  },
  {
    name: 'binds one that begins the day after it',
    child: directed(null, { startsOn: isoDate('2026-07-27') }),
    on: '2026-09-16',
    calendar,
    verdict: 'breach',
  },
  {
    name: 'is not known either on a day before the law bound academies too',
    child: directed(null, { startsOn: isoDate('2026-03-12') }),
    on: '2026-03-13',
    verdict: { status: 'no-data', message: /^Began on Thu 12 March, before 26 July 2026: / },
  },
  {
    name: 'asks nothing without an off-site direction',
    child: aChild(),
    on: '2026-09-16',
    calendar,
    verdict: { status: 'not-applicable', message: 'There is nothing to check.' },
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...directed(null), care: careOf() },
    on: '2026-09-16',
    calendar,
    verdict: 'not-applicable',
  },
])
