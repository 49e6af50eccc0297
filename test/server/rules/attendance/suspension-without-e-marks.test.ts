import type { AttendanceFacts } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/attendance/suspension-without-e-marks.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { anAttendance, aSuspendedSession } from '../../../support/build/an-attendance.ts'
import { judge } from '../judge.ts'

const on = '2026-03-13'
const about = 'suspension:suspension-1'
const suspended = (...suspendedSessions: AttendanceFacts['suspendedSessions']) =>
  aChild({ attendance: anAttendance({ suspendedSessions }) })
const on20January = (am: string | null, pm: string | null) =>
  suspended(aSuspendedSession('2026-01-20', 'AM', am), aSuspendedSession('2026-01-20', 'PM', pm))

judge(rule, [
  {
    name: 'is met when every session is marked E',
    child: on20January('E', 'E'),
    on,
    verdict: { status: 'met', about, message: 'The register shows 2 sessions of this suspension.' },
  },
  {
    name: 'is met by the code of what is provided instead, or of a session that nobody could attend',
    child: suspended(
      ...(['B', 'K', 'D', 'Y4', 'X', '#'] as const).map((code, index) =>
        aSuspendedSession(`2026-01-${19 + (index % 5)}`, index < 5 ? 'AM' : 'PM', code),
      ),
    ),
    on,
    verdict: 'met',
  },
  {
    name: 'is broken by a mark that says the child was in school',
    child: on20January('E', '\\'),
    on,
    verdict: {
      status: 'breach',
      about,
      since: '2026-01-20',
      message: 'Suspended, but marked \\ on Tue 20 January PM.',
    },
  },
  {
    name: 'names each wrong mark and where it stands',
    child: suspended(
      aSuspendedSession('2026-01-20', 'AM', 'I'),
      aSuspendedSession('2026-01-20', 'PM', 'I'),
      aSuspendedSession('2026-01-21', 'AM', 'O'),
      aSuspendedSession('2026-01-21', 'PM', null),
    ),
    on,
    verdict: {
      status: 'breach',
      message:
        'Suspended, but marked I on Tue 20 January AM and PM and O on Wed 21 January AM; no mark for Wed 21 January PM.',
    },
  },
  {
    name: 'is watched while marks are missing',
    child: on20January('E', null),
    on,
    verdict: {
      status: 'watch',
      about,
      headline: 'Suspension with marks missing from the register',
      message: 'The register has no mark for Tue 20 January PM, while suspended.',
    },
  },
  {
    name: 'asks for no mark of the day itself, which is still to come',
    child: on20January('E', null),
    on: '2026-01-20',
    verdict: { status: 'met', message: 'The register shows 1 session of this suspension.' },
  },
  {
    name: 'asks the day after for the mark of the day before',
    child: on20January('E', null),
    on: '2026-01-21',
    verdict: { status: 'watch', headline: 'Suspension with marks missing from the register' },
  },
  {
    name: 'asks for nothing on its first day before any mark',
    child: on20January(null, null),
    on: '2026-01-20',
    verdict: { status: 'not-applicable', about },
  },
  {
    name: 'takes each suspension by itself',
    child: suspended(
      aSuspendedSession('2026-01-20', 'AM', 'E'),
      aSuspendedSession('2026-02-10', 'AM', 'N', 'suspension-2'),
    ),
    on,
    verdict: [
      { status: 'met', about },
      { status: 'breach', about: 'suspension:suspension-2', since: '2026-02-10' },
    ],
  },
  {
    name: 'does not apply without a suspension',
    child: aChild(),
    on,
    verdict: { status: 'not-applicable', message: 'No suspension covers a session of this year so far.' },
  },
  {
    name: 'does not apply to a child in none of the groups',
    child: { ...on20January('E', 'N'), care: careOf() },
    on,
    verdict: 'not-applicable',
  },
  { name: 'knows nothing without a register', child: aChild({ attendance: null }), on, verdict: 'no-data' },
])
