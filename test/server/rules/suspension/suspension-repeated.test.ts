import { describe, expect, it } from 'vitest'
import type { SuspensionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/suspension-repeated.ts'
import { aCare, careOf, groups } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { findingsOf, judge } from '../judge.ts'

const suspended = (...rows: readonly SuspensionFact[]) => aChild({ suspension: aSuspensionHistory(rows) })
const on = '2026-03-13'

/** Turns the other three lines off, so that one is seen alone. */
const alone = { inTerm: 99, inYear: 99, within: 0, termDays: 99 }

judge(rule, [
  {
    name: 'is well with one suspension of five days',
    child: suspended(aSuspension('2026-01-14', { halfDays: 10 })),
    on,
    verdict: {
      status: 'met',
      about: 'suspension:suspension-2026-01-14',
      message: 'One suspension; 5 of 45 school days this year.',
    },
  },
  {
    name: 'fires on one suspension of more than five days',
    child: suspended(aSuspension('2026-01-14', { halfDays: 11 })),
    on,
    verdict: {
      status: 'watch',
      headline: 'One suspension this year',
      message:
        'One suspension; 5.5 of 45 school days this year: more than 5 school days in a term. Plan something different before the next.',
    },
  },
  {
    name: 'fires on the second in a term, and is about the latest',
    child: suspended(aSuspension('2026-01-06'), aSuspension('2026-03-10')),
    on,
    verdict: {
      status: 'watch',
      about: 'suspension:suspension-2026-03-10',
      headline: 'Two suspensions this year',
      message:
        'Two suspensions in ten weeks; 2 of 45 school days this year: two or more in a term. Plan something different before the next.',
    },
  },
  {
    name: 'counts lunchtimes, and names every line that is reached',
    child: suspended(
      aSuspension('2025-12-15', { halfDays: 3 }),
      aSuspension('2026-01-14', { kind: 'lunchtime', startSession: null, halfDays: 4 }),
      aSuspension('2026-03-04', { halfDays: 8 }),
    ),
    on,
    verdict: {
      status: 'watch',
      headline: 'Three suspensions this year',
      message:
        'Three suspensions in 12 weeks; 7.5 of 45 school days this year: two or more in a term, three or more in the year, two within 20 school days and more than 5 school days in a term. Plan something different before the next.',
    },
  },
  {
    name: 'counts two in different terms within twenty school days',
    child: suspended(aSuspension('2025-12-10'), aSuspension('2026-01-14')),
    on,
    verdict: { status: 'watch', message: /: two within 20 school days\. / },
  },
  {
    name: 'counts two exactly as far apart as the school’s line',
    child: suspended(aSuspension('2026-01-14'), aSuspension('2026-01-16')),
    on,
    options: { ...alone, within: 2 },
    verdict: { status: 'watch', message: /: two within 2 school days\. / },
  },
  {
    name: 'does not count two a school day further apart',
    child: suspended(aSuspension('2026-01-14'), aSuspension('2026-01-19')),
    on,
    options: { ...alone, within: 2 },
    verdict: 'met',
  },
  {
    name: 'counts three in the year',
    child: suspended(aSuspension('2025-09-15'), aSuspension('2025-11-20'), aSuspension('2026-03-04')),
    on,
    options: { ...alone, inYear: 3 },
    verdict: { status: 'watch', message: /: three or more in the year\. / },
  },
  {
    name: 'does not count two in the year where the line is three',
    child: suspended(aSuspension('2025-09-15'), aSuspension('2026-03-04')),
    on,
    options: { ...alone, inYear: 3 },
    verdict: 'met',
  },
  {
    name: 'counts no permanent exclusion and nothing of last year',
    child: suspended(
      aSuspension('2025-06-10'),
      aSuspension('2025-07-01'),
      aSuspension('2026-03-03'),
      aSuspension('2026-03-10', { kind: 'permanent', halfDays: null, lastDay: null, byTerm: {} }),
    ),
    on,
    verdict: { status: 'met', about: 'suspension:suspension-2026-03-03' },
  },
  {
    name: 'is not for a child who is in none of the groups today',
    child: {
      ...suspended(aSuspension('2026-01-06'), aSuspension('2026-03-10')),
      care: aCare({ now: groups('ever6'), thisYear: groups('cla', 'ever6') }),
    },
    on,
    verdict: {
      status: 'not-applicable',
      message: 'Not looked after, previously looked after or on a plan today.',
    },
  },
  {
    name: 'is not for kinship care alone',
    child: {
      ...suspended(aSuspension('2026-01-06'), aSuspension('2026-03-10')),
      care: careOf('kinship', 'ever6'),
    },
    on,
    verdict: 'not-applicable',
  },
  {
    name: 'asks nothing without a suspension',
    child: aChild(),
    on,
    verdict: { status: 'not-applicable', message: 'No suspension this academic year.' },
  },
  {
    name: 'is not known where suspensions were never recorded',
    child: aChild({ suspension: null }),
    on,
    verdict: 'no-data',
  },
])

describe('the conversation about something different', () => {
  it.each([
    ['cla', 'virtual-school'],
    ['cp', 'social-worker'],
    ['previouslyCla', 'parent'],
  ] as const)('is, for a child who is %s, with the %s', (group, withRole) => {
    const child = {
      ...suspended(aSuspension('2026-01-06'), aSuspension('2026-03-10')),
      care: careOf(group),
    }
    expect(findingsOf(rule, { child, on })[0]?.prefill).toEqual({
      suspensionId: 'suspension-2026-03-10',
      withRole,
      purpose: 'other',
    })
  })
})
