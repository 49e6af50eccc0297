import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { SuspensionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/year-total-near-limit.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { judge } from '../judge.ts'

/** Thirty days in autumn and so many half days from 9 March. */
const suspended = (halfDays: number, given: Partial<SuspensionFact> = {}) =>
  aChild({
    suspension: aSuspensionHistory([
      aSuspension('2025-09-08', { halfDays: 60 }),
      aSuspension('2026-03-09', { halfDays, ...given }),
    ]),
  })

const on = '2026-03-13'

judge(rule, [
  {
    name: 'is well within the year at exactly 35 days',
    child: suspended(10),
    on,
    verdict: {
      status: 'met',
      about: 'suspension:suspension-2026-03-09',
      message: '35 of 45 school days this academic year.',
    },
  },
  {
    name: 'is near the limit over 35 days',
    child: suspended(11),
    on,
    verdict: {
      status: 'watch',
      headline: '35.5 of 45 school days suspended this year',
      message:
        '35.5 of 45 school days this academic year: over the school’s own line of 35; 9.5 school days left.',
    },
  },
  {
    name: 'says the first line at exactly 40 days',
    child: suspended(20),
    on,
    verdict: { status: 'watch', message: /own line of 35; 5 school days left/ },
  },
  {
    name: 'says the second line over 40 days',
    child: suspended(21),
    on,
    verdict: { status: 'watch', message: /own line of 40; 4\.5 school days left/ },
  },
  {
    name: 'follows the school’s own lines',
    child: suspended(10),
    on,
    options: { warnOver: 30 },
    verdict: { status: 'watch', message: /own line of 30; / },
  },
  {
    name: 'is allowed at exactly 45 days',
    child: suspended(30),
    on,
    verdict: { status: 'watch', message: /no school days left/ },
  },
  {
    name: 'is unlawful at 45.5 days from the decision on, and can still be shortened',
    child: suspended(31, { decidedAt: localMinute('2026-03-06T15:00') }),
    on: '2026-03-27',
    verdict: {
      status: 'breach',
      about: 'suspension:suspension-2026-03-09',
      since: '2026-03-06',
      final: undefined,
      headline: '45.5 school days of suspension this year, over 45',
      message:
        '45.5 of 45 school days this academic year: over 45 from Mon 13 April, which the law does not allow.',
    },
  },
  {
    name: 'cannot be undone from the day on which the 45 are passed',
    child: suspended(31, { decidedAt: localMinute('2026-03-06T15:00') }),
    on: '2026-04-13',
    verdict: { status: 'breach', since: '2026-04-13', final: true, message: /over 45 since Mon 13 April,/ },
  },
  {
    name: 'is unlawful by half a day in an afternoon',
    child: aChild({
      suspension: aSuspensionHistory([
        aSuspension('2025-09-08', { halfDays: 90 }),
        aSuspension('2026-03-09', { halfDays: 1, startSession: 'PM' }),
      ]),
    }),
    on,
    verdict: { status: 'breach', since: '2026-03-09', final: true },
  },
  {
    name: 'is no breach by lunchtimes alone',
    child: suspended(31, { kind: 'lunchtime', startSession: null }),
    on,
    verdict: {
      status: 'watch',
      headline: 'Over 45 school days this year, lunchtimes counted',
      message:
        '45.5 of 45 school days this academic year by a cautious count: over 45 only because each of the lunchtimes counts as half a day.',
    },
  },
  {
    name: 'is a breach without the lunchtimes too',
    child: aChild({
      suspension: aSuspensionHistory([
        aSuspension('2025-09-08', { halfDays: 91 }),
        aSuspension('2026-03-09', { kind: 'lunchtime', halfDays: 2, startSession: null }),
      ]),
    }),
    on,
    verdict: 'breach',
  },
  {
    name: 'counts the days of another school and says so',
    child: aChild({
      suspension: aSuspensionHistory(
        [
          aSuspension('2025-09-08', { halfDays: 80, atOtherSchool: true, lastDay: null, byTerm: {} }),
          aSuspension('2026-03-09', { halfDays: 11 }),
        ],
        { atOtherSchool: 80 },
      ),
    }),
    on,
    verdict: {
      status: 'breach',
      message:
        '45.5 of 45 school days this academic year, 40 of them at another school: over 45 from Mon 16 March, which the law does not allow.',
    },
  },
  {
    name: 'leaves last year’s days out',
    child: aChild({
      suspension: aSuspensionHistory(
        [aSuspension('2025-07-22', { halfDays: 8, lastDay: isoDate('2025-09-04') })],
        { inCurrentYear: 4 },
      ),
    }),
    on,
    verdict: { status: 'met', message: '2 of 45 school days this academic year.' },
  },
  {
    name: 'asks nothing without a suspension, a permanent exclusion apart',
    child: aChild({
      suspension: aSuspensionHistory([
        aSuspension('2026-03-09', { kind: 'permanent', halfDays: null, lastDay: null, byTerm: {} }),
      ]),
    }),
    on,
    verdict: { status: 'not-applicable', message: 'No suspension this academic year.' },
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...suspended(31), care: careOf() },
    on,
    verdict: 'not-applicable',
  },
  {
    name: 'is not known where suspensions were never recorded',
    child: aChild({ suspension: null }),
    on,
    verdict: 'no-data',
  },
])
