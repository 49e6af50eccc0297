import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { SuspensionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/term-total-near-limit.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { judge } from '../judge.ts'

/** One suspension of so many half days this spring. */
const suspended = (halfDays: number, given: Partial<SuspensionFact> = {}) =>
  aChild({ suspension: aSuspensionHistory([aSuspension('2026-03-04', { halfDays, ...given })]) })

const on = '2026-03-13'

judge(rule, [
  {
    name: 'asks nothing once the child is permanently excluded: no half day follows',
    child: aChild({
      suspension: aSuspensionHistory([
        aSuspension('2026-02-03', { halfDays: 10 }),
        aSuspension('2026-02-10', { kind: 'permanent', halfDays: null, lastDay: null }),
      ]),
    }),
    on,
    verdict: 'not-applicable',
  },
  {
    name: 'goes on once a permanent exclusion was cancelled',
    child: aChild({
      suspension: aSuspensionHistory([
        aSuspension('2026-02-03', { halfDays: 6 }),
        aSuspension('2026-02-10', {
          kind: 'permanent',
          halfDays: 0,
          byTerm: {},
          lastDay: null,
          cancelledAt: localMinute('2026-02-09T16:00'),
        }),
      ]),
    }),
    on,
    verdict: 'met',
  },
  {
    name: 'goes on once the governing board brought the child back from a permanent exclusion',
    child: aChild({
      suspension: {
        ...aSuspensionHistory([
          aSuspension('2026-01-14', {
            kind: 'permanent',
            halfDays: 24,
            byTerm: {},
            lastDay: isoDate('2026-01-29'),
          }),
          aSuspension('2026-02-03', { halfDays: 9 }),
        ]),
        inCurrentTerm: 9,
      },
    }),
    on,
    verdict: { status: 'watch', headline: '4.5 of 5 school days suspended this term' },
  },
  {
    name: 'is well within the lines at half a day',
    child: suspended(1),
    on,
    verdict: {
      status: 'met',
      about: 'suspension:suspension-2026-03-04',
      message: 'Half a school day in Spring 2026 (4 March); 4.5 school days left up to 5.',
    },
  },
  { name: 'is well within the lines at 3.5 days', child: suspended(7), on, verdict: 'met' },
  {
    name: 'is near 5 from 4 days on',
    child: suspended(8),
    on,
    verdict: {
      status: 'watch',
      headline: '4 of 5 school days suspended this term',
      message:
        '4 school days in Spring 2026 (4 March); 1 school day left up to 5. Over 5, the board meets within 50 school days if parents make representations.',
    },
  },
  {
    name: 'warns earlier when the school chose so',
    child: suspended(7),
    on,
    options: { nearDays: 2 },
    verdict: { status: 'watch', headline: '3.5 of 5 school days suspended this term' },
  },
  {
    name: 'is not over at exactly 5 days',
    child: suspended(10),
    on,
    verdict: {
      status: 'watch',
      headline: '5 of 5 school days suspended this term',
      message: /; nothing left up to 5\. Over 5, /,
    },
  },
  {
    name: 'is over 5 at 5.5 days, and says what that sets off',
    child: suspended(11),
    on,
    verdict: {
      status: 'watch',
      headline: 'Over 5 school days suspended this term',
      message:
        '5.5 school days in Spring 2026 (4 March), over 5: the board meets within 50 school days if parents make representations.',
    },
  },
  {
    name: 'is near 15 from 14 days on',
    child: suspended(28),
    on,
    verdict: {
      status: 'watch',
      headline: '14 of 15 school days suspended this term',
      message:
        '14 school days in Spring 2026 (4 March); 1 school day left up to 15. Over 15, the board must meet within 15 school days.',
    },
  },
  {
    name: 'is not over at exactly 15 days',
    child: suspended(30),
    on,
    verdict: { status: 'watch', headline: '15 of 15 school days suspended this term' },
  },
  {
    name: 'is over 15 at 15.5 days',
    child: suspended(31),
    on,
    verdict: {
      status: 'watch',
      headline: 'Over 15 school days suspended this term',
      message: /, over 15: the board must meet within 15 school days\.$/,
    },
  },
  {
    name: 'sums the suspensions and lunchtimes of the term and is about the latest',
    child: aChild({
      suspension: aSuspensionHistory(
        [
          aSuspension('2025-12-18', { halfDays: 8, byTerm: { 'Autumn 2025': 4, 'Spring 2026': 4 } }),
          aSuspension('2026-02-02', { kind: 'lunchtime', halfDays: 5 }),
          aSuspension('2026-04-20', { halfDays: 4, byTerm: { 'Summer 2026': 4 } }),
        ],
        { inCurrentTerm: 9 },
      ),
    }),
    on,
    verdict: {
      status: 'watch',
      about: 'suspension:suspension-2026-02-02',
      message:
        /^4\.5 school days in Spring 2026 \(18 December and 2 February: 2 \+ 2\.5\); half a school day left/,
    },
  },
  {
    name: 'asks nothing in a term without a suspension',
    child: suspended(11, { startedOn: isoDate('2025-11-04'), byTerm: { 'Autumn 2025': 11 } }),
    on,
    verdict: { status: 'not-applicable', message: 'No suspension in Spring 2026.' },
  },
  {
    name: 'is not known without terms',
    child: aChild({
      suspension: aSuspensionHistory([aSuspension('2026-03-04')], { currentTerm: null }),
    }),
    on,
    verdict: { status: 'no-data', message: /terms are not known/ },
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
