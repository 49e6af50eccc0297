import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type {
  AttendanceFacts,
  ExclusionRunFact,
  IdentityFacts,
  ProvisionFact,
  SuspensionFact,
} from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/sixth-day-education.ts'
import { anAttendance, aSuspendedSession } from '../../../support/build/an-attendance.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild, anIdentity } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { judge } from '../judge.ts'

const run: ExclusionRunFact = {
  firstDay: isoDate('2026-01-15'),
  sixthDay: isoDate('2026-01-22'),
  responsible: 'school',
}

/** Four days from 15 January and two back to back from the 21st: the sixth is Thursday 22 January. */
const backToBack = (
  attendance: AttendanceFacts | null = anAttendance(),
  given: {
    identity?: IdentityFacts
    run?: Partial<ExclusionRunFact>
    first?: Partial<SuspensionFact>
    second?: Partial<SuspensionFact>
  } = {},
) =>
  aChild({
    identity: given.identity ?? anIdentity(),
    attendance,
    suspension: aSuspensionHistory(
      [
        aSuspension('2026-01-15', {
          halfDays: 8,
          lastDay: isoDate('2026-01-20'),
          decidedAt: localMinute('2026-01-14T15:05'),
          ...given.first,
        }),
        aSuspension('2026-01-21', {
          halfDays: 4,
          lastDay: isoDate('2026-01-22'),
          decidedAt: localMinute('2026-01-20T13:40'),
          ...given.second,
        }),
      ],
      { runs: [{ ...run, ...given.run }] },
    ),
  })

/** The register of 22 January. */
const register = (morning: string | null, afternoon: string | null) =>
  anAttendance({
    suspendedSessions: [
      aSuspendedSession('2026-01-21', 'AM', 'E'),
      aSuspendedSession('2026-01-22', 'AM', morning),
      aSuspendedSession('2026-01-22', 'PM', afternoon),
    ],
  })

/** Full-time education from a day, unless said otherwise. */
const education = (fromOn: string, given: Partial<ProvisionFact> = {}) => ({
  provisions: [
    {
      id: 'provision-1',
      what: 'education' as const,
      beginsAt: null,
      noticeAt: null,
      soonerAgreed: null,
      fromOn: isoDate(fromOn),
      fullTime: true,
      markedOn: null,
      hasReason: false,
      ...given,
    },
  ],
})

const about = 'suspension:suspension-2026-01-21'

judge(rule, [
  {
    name: 'is not this school’s when the child left before the sixth day',
    child: backToBack(anAttendance(), {
      identity: anIdentity({ leftOn: isoDate('2026-01-21'), onRoll: false }),
    }),
    on: '2026-02-02',
    verdict: 'not-applicable',
  },
  {
    name: 'is still this school’s when the child left on the sixth day itself',
    child: backToBack(anAttendance(), {
      identity: anIdentity({ leftOn: isoDate('2026-01-22'), onRoll: false }),
    }),
    on: '2026-02-02',
    verdict: 'breach',
  },
  {
    name: 'is due while the sixth day is ahead',
    child: backToBack(),
    on: '2026-01-21',
    verdict: {
      status: 'due',
      about,
      dueOn: '2026-01-22',
      message:
        'Out of school from Thu 15 January; the sixth school day in a row is Thu 22 January: full-time education must be in place by then.',
    },
  },
  {
    name: 'is due on the sixth day itself',
    child: backToBack(register(null, null)),
    on: '2026-01-22',
    verdict: { status: 'due', dueOn: '2026-01-22' },
  },
  {
    name: 'is kept on the day when the register shows provision',
    child: backToBack(register('B', 'B')),
    on: '2026-01-22',
    verdict: {
      status: 'met',
      about,
      message:
        'Out of school from Thu 15 January; the sixth school day in a row was Thu 22 January; the register shows education: B in the morning and B in the afternoon.',
    },
  },
  {
    name: 'is kept by a dual registration and by what the authority arranged',
    child: backToBack(register('D', 'K')),
    on: '2026-01-23',
    verdict: 'met',
  },
  {
    name: 'has no record on the day after when the register shows none',
    child: backToBack(register('E', 'E')),
    on: '2026-01-23',
    verdict: {
      status: 'breach',
      about,
      since: '2026-01-23',
      message:
        'Out of school from Thu 15 January; the sixth school day in a row was Thu 22 January; no record of education on it: the register has E in the morning and E in the afternoon.',
    },
  },
  {
    name: 'is not kept by half a day of education',
    child: backToBack(register('B', 'E')),
    on: '2026-01-23',
    verdict: 'breach',
  },
  {
    name: 'has no record where no mark stands',
    child: backToBack(register(null, 'B')),
    on: '2026-01-23',
    verdict: {
      status: 'breach',
      message: /the register has no mark in the morning and B in the afternoon\.$/,
    },
  },
  {
    name: 'is due without any register',
    child: backToBack(null),
    on: '2026-01-22',
    verdict: 'due',
  },
  {
    name: 'is not known after the day without any register',
    child: backToBack(null),
    on: '2026-01-23',
    verdict: { status: 'no-data', about, message: /there is no register to show/ },
  },
  {
    name: 'is kept by full-time education on record from the sixth day itself',
    child: backToBack(null, { second: education('2026-01-22') }),
    on: '2026-02-02',
    verdict: {
      status: 'met',
      about,
      message:
        'Out of school from Thu 15 January; the sixth school day in a row was Thu 22 January; full-time education from Thu 22 January.',
    },
  },
  {
    name: 'is kept ahead of the day by what is arranged, with the first of two suspensions too',
    child: backToBack(anAttendance(), { first: education('2026-01-19') }),
    on: '2026-01-20',
    verdict: 'met',
  },
  {
    name: 'is due while education is arranged for the day after only',
    child: backToBack(register(null, null), { second: education('2026-01-23') }),
    on: '2026-01-22',
    verdict: { status: 'due', message: /On record: full-time education from Fri 23 January\.$/ },
  },
  {
    name: 'stays late when education began the day after',
    child: backToBack(register('E', 'E'), { second: education('2026-01-23') }),
    on: '2026-01-26',
    verdict: {
      status: 'breach',
      final: true,
      since: '2026-01-23',
      headline: 'Education from the sixth school day began late',
    },
  },
  {
    name: 'is not kept by education that is not said to be full time',
    child: backToBack(register('E', 'E'), { second: education('2026-01-22', { fullTime: null }) }),
    on: '2026-01-26',
    verdict: {
      status: 'breach',
      final: undefined,
      message: /On record: education from Thu 22 January, not said whether full time\.$/,
    },
  },
  {
    name: 'is no duty in Year 11 once no public exam is left, as recorded',
    child: backToBack(register('E', 'E'), {
      identity: anIdentity({ yearGroup: '11' }),
      second: education('2026-01-22', { what: 'no-exams-left', fullTime: null, hasReason: true }),
    }),
    on: '2026-01-26',
    verdict: {
      status: 'not-applicable',
      about,
      message: 'Year 11, with no public exam left by the sixth day, Thu 22 January.',
    },
  },
  {
    name: 'is owed in any other year, whatever is recorded of exams',
    child: backToBack(register('E', 'E'), {
      identity: anIdentity({ yearGroup: '10' }),
      second: education('2026-01-22', { what: 'no-exams-left', fullTime: null, hasReason: true }),
    }),
    on: '2026-01-26',
    verdict: { status: 'breach', message: /On record: Year 11 with no public exam left\.$/ },
  },
  {
    name: 'is kept by the hours that the child’s plan names, from the sixth day on',
    child: backToBack(register('E', 'E'), {
      second: education('2026-01-22', { what: 'fewer-hours', fullTime: false, hasReason: true }),
    }),
    on: '2026-01-26',
    verdict: { status: 'met', message: /; the hours that the child’s plan names from Thu 22 January\.$/ },
  },
  {
    name: 'is broken without any register where it was decided here',
    child: backToBack(null, { second: { decidedHere: true } }),
    on: '2026-01-23',
    verdict: { status: 'breach', message: /; no record of full-time education on it\.$/ },
  },
  {
    name: 'is not known when the sixth day lies past the known calendar',
    child: aChild({
      suspension: aSuspensionHistory([aSuspension('2026-01-15', { halfDays: 20, lastDay: null })], {
        runsPastCalendar: [isoDate('2026-01-15')],
      }),
    }),
    on: '2026-01-16',
    verdict: {
      status: 'no-data',
      about: 'suspension:suspension-2026-01-15',
      message: 'Out of school from Thu 15 January; the sixth school day lies past the known calendar.',
    },
  },
  {
    name: 'is about the suspension, not about a lunchtime, another school’s or a cancelled one on the same days',
    child: aChild({
      suspension: aSuspensionHistory(
        [
          aSuspension('2026-01-15', { halfDays: 12, lastDay: isoDate('2026-01-22') }),
          aSuspension('2026-01-16', { kind: 'lunchtime', lastDay: isoDate('2026-01-30') }),
          aSuspension('2026-01-19', { atOtherSchool: true, lastDay: null }),
          aSuspension('2026-01-20', {
            halfDays: 0,
            lastDay: null,
            cancelledAt: localMinute('2026-01-19T09:00'),
          }),
        ],
        { runs: [run] },
      ),
    }),
    on: '2026-01-21',
    verdict: { status: 'due', about: 'suspension:suspension-2026-01-15' },
  },
  {
    name: 'is not the school’s when the sixth day lies in a permanent exclusion',
    child: backToBack(anAttendance(), { run: { responsible: 'la' } }),
    on: '2026-01-21',
    verdict: 'not-applicable',
  },
  {
    name: 'is no duty before compulsory school age',
    child: backToBack(anAttendance(), { identity: anIdentity({ dateOfBirth: isoDate('2021-01-10') }) }),
    on: '2026-01-21',
    verdict: {
      status: 'not-applicable',
      about,
      message: 'Not of compulsory school age on the sixth day, Thu 22 January.',
    },
  },
  {
    name: 'is no duty when no sixth day was reached',
    child: aChild({ suspension: aSuspensionHistory([aSuspension('2026-01-15')]) }),
    on: '2026-03-13',
    verdict: {
      status: 'not-applicable',
      message: 'No suspension has reached a sixth school day in a row this academic year.',
    },
  },
  {
    name: 'lets last year’s sixth days rest',
    child: backToBack(),
    on: '2026-09-02',
    verdict: 'not-applicable',
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...backToBack(), care: careOf() },
    on: '2026-01-21',
    verdict: 'not-applicable',
  },
  {
    name: 'is not known where suspensions were never recorded',
    child: aChild({ suspension: null }),
    on: '2026-03-13',
    verdict: 'no-data',
  },
])
