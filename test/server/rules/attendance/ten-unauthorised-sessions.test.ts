import { expect, it } from 'vitest'
import type { CareFacts } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/attendance/ten-unauthorised-sessions.ts'
import { aCare, careOf } from '../../../support/build/a-care.ts'
import { aChild, aLeaver } from '../../../support/build/a-child.ts'
import { anAttendance, weeksFrom } from '../../../support/build/an-attendance.ts'
import { findingsOf, judge } from '../judge.ts'

const on = '2026-03-13'
const quiet = [0, 0, 0, 0, 0, 0, 0, 0]
/** Unauthorised sessions week by week from Monday 5 January 2026. */
const weeks = (unauthorised: readonly number[], care: CareFacts = aCare(), before: readonly number[] = []) =>
  aChild({
    care,
    attendance: anAttendance({
      weeks: weeksFrom('2026-01-05', unauthorised),
      weeksBefore: weeksFrom('2025-05-19', before),
    }),
  })
const ten = [5, ...quiet, 5]
const about = 'reached in the week of 2026-03-09'

judge(rule, [
  {
    name: 'is met with six in the last ten school weeks',
    child: weeks([6, ...quiet]),
    on,
    verdict: { status: 'met', message: '6 unauthorised sessions in the last 10 school weeks.' },
  },
  {
    name: 'is met with none',
    child: weeks(quiet),
    on,
    verdict: { status: 'met', message: 'No unauthorised sessions in the last 10 school weeks.' },
  },
  {
    name: 'warns from seven, a line of the school’s own',
    child: weeks([6, ...quiet, 1]),
    on,
    verdict: {
      status: 'watch',
      about: 'close',
      headline: 'Unauthorised absence close to ten sessions',
      message: '7 unauthorised sessions in the last 10 school weeks, 3 short of 10.',
    },
  },
  {
    name: 'warns from the number that the school chose',
    child: weeks([6, ...quiet]),
    on,
    options: { warnFrom: 5 },
    verdict: 'watch',
  },
  {
    name: 'is not reached by nine',
    child: weeks([5, ...quiet, 4]),
    on,
    verdict: { status: 'watch', about: 'close' },
  },
  {
    name: 'is reached by ten in ten school weeks: for a looked-after child, social worker and Virtual School',
    child: weeks(ten),
    on,
    verdict: {
      status: 'watch',
      about,
      message:
        '10 unauthorised sessions in 10 school weeks up to the week of 9 March: talk with the social worker and the Virtual School.',
    },
  },
  {
    name: 'is not reached by ten in eleven school weeks',
    child: weeks([5, 0, ...quiet, 5]),
    on,
    verdict: { status: 'met', message: '5 unauthorised sessions in the last 10 school weeks.' },
  },
  {
    name: 'begins with the social worker for a child with a plan',
    child: weeks(ten, careOf('cin')),
    on,
    verdict: {
      status: 'watch',
      message: /: talk with the social worker before anything else is considered\.$/,
    },
  },
  {
    name: 'asks the school to consider for any other child',
    child: weeks(ten, careOf('previouslyCla')),
    on,
    verdict: {
      status: 'watch',
      message: /: the school is to consider what support would help, and what comes next\.$/,
    },
  },
  {
    name: 'runs through the year end where last year’s marks are stored',
    child: weeks([4], aCare(), [0, 0, 6]),
    on,
    verdict: {
      status: 'watch',
      message: /^10 unauthorised sessions in 4 school weeks up to the week of 5 January/,
    },
  },
  {
    name: 'does not raise again what was reached last year',
    child: weeks([1], aCare(), [0, 10]),
    on,
    verdict: { status: 'met', message: '1 unauthorised session in the last 10 school weeks.' },
  },
  {
    name: 'is raised again by ten more, as another time',
    child: weeks([10, 0, 10]),
    on,
    verdict: {
      status: 'watch',
      about: 'reached in the week of 2026-01-19',
      message:
        /^10 unauthorised sessions in 2 school weeks up to the week of 19 January, the second time this year: /,
    },
  },
  {
    name: 'does not warn of the next ten beside those that were reached',
    child: weeks([10, 0, 8]),
    on,
    verdict: {
      status: 'watch',
      about: 'reached in the week of 2026-01-05',
      message: /in 1 school week up to/,
    },
  },
  {
    name: 'does not apply once the child has left',
    child: { ...weeks(ten), identity: aLeaver('2026-02-06') },
    on,
    verdict: 'not-applicable',
  },
  {
    name: 'does not apply to a child in none of the groups',
    child: weeks(ten, careOf()),
    on,
    verdict: 'not-applicable',
  },
  { name: 'knows nothing without a register', child: aChild({ attendance: null }), on, verdict: 'no-data' },
])

it('never speaks of a penalty to a looked-after child or anybody else', () => {
  const said = [
    rule,
    ...(['cla', 'cin', 'ever6'] as const).flatMap((group) =>
      findingsOf(rule, { child: weeks(ten, careOf(group)), on }),
    ),
  ]
  expect(JSON.stringify(said)).not.toMatch(/penalt|\bfine|prosecut|court|notice/i)
})
