import { expect, it } from 'vitest'
import type { AttendanceFacts } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/attendance/e-marks-without-suspension.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild, aLeaver } from '../../../support/build/a-child.ts'
import { aMark, anAttendance, aSuspendedSession } from '../../../support/build/an-attendance.ts'
import { findingsOf, judge } from '../judge.ts'

const on = '2026-03-13'
const register = (given: Partial<AttendanceFacts>) => aChild({ attendance: anAttendance(given) })
const oneAndAHalfDays = [
  aMark('2026-01-20', 'AM', 'E'),
  aMark('2026-01-20', 'PM', 'E'),
  aMark('2026-01-21', 'AM', 'E'),
]
const uncovered = register({ excludedMarks: oneAndAHalfDays })

judge(rule, [
  {
    name: 'is broken from the first mark E that no suspension covers',
    child: uncovered,
    on,
    verdict: {
      status: 'breach',
      about: 'E from 2026-01-20',
      since: '2026-01-20',
      final: undefined,
      message: 'Marked E on Tue 20 January AM and PM, Wed 21 January AM, with no suspension recorded.',
    },
  },
  {
    name: 'is broken on the very day',
    child: register({ excludedMarks: [aMark('2026-03-13', 'PM', 'E')] }),
    on,
    verdict: { status: 'breach', since: '2026-03-13' },
  },
  {
    name: 'is broken by the half day that a suspension does not cover',
    child: register({
      excludedMarks: oneAndAHalfDays,
      suspendedSessions: [
        aSuspendedSession('2026-01-20', 'AM', 'E'),
        aSuspendedSession('2026-01-20', 'PM', 'E'),
      ],
    }),
    on,
    verdict: { status: 'breach', message: 'Marked E on Wed 21 January AM, with no suspension recorded.' },
  },
  {
    name: 'takes separate absences apart',
    child: register({ excludedMarks: [...oneAndAHalfDays, aMark('2026-02-10', 'AM', 'E')] }),
    on,
    verdict: [
      { status: 'breach', about: 'E from 2026-01-20' },
      { status: 'breach', about: 'E from 2026-02-10' },
    ],
  },
  {
    name: 'is met when suspensions cover every mark',
    child: register({
      excludedMarks: [aMark('2026-01-20', 'AM', 'E')],
      suspendedSessions: [aSuspendedSession('2026-01-20', 'AM', 'E')],
    }),
    on,
    verdict: { status: 'met', message: 'Every mark E lies in a recorded suspension.' },
  },
  { name: 'is met without any', child: aChild(), on, verdict: 'met' },
  {
    name: 'needs no suspension to have been recorded at the school before',
    child: { ...uncovered, suspension: null },
    on,
    verdict: 'breach',
  },
  {
    name: 'does not apply once the child has left',
    child: { ...uncovered, identity: aLeaver('2026-02-06') },
    on,
    verdict: 'not-applicable',
  },
  {
    name: 'does not apply to a child in none of the groups',
    child: { ...uncovered, care: careOf() },
    on,
    verdict: 'not-applicable',
  },
  { name: 'knows nothing without a register', child: aChild({ attendance: null }), on, verdict: 'no-data' },
])

it('opens the form of a suspension as long as the marks', () => {
  expect(findingsOf(rule, { child: uncovered, on })[0]?.prefill).toEqual({
    kind: 'suspension',
    startedOn: '2026-01-20',
    startSession: 'AM',
    halfDays: '3',
  })
})
