import { isoDate } from '../../../../server/calendar/iso-date.ts'
import rule from '../../../../server/rules/attendance/marks-missing.ts'
import { noCalendar } from '../../../support/build/a-calendar.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild, aLeaver, anIdentity } from '../../../support/build/a-child.ts'
import { anAttendance } from '../../../support/build/an-attendance.ts'
import { judge } from '../judge.ts'

const on = '2026-03-13'
const without = (schoolDaysWithoutMarks: number, lastMarkOn: string | null = '2026-02-27') =>
  aChild({
    attendance: anAttendance({
      schoolDaysWithoutMarks,
      lastMarkOn: lastMarkOn === null ? null : isoDate(lastMarkOn),
    }),
  })

judge(rule, [
  {
    name: 'is met on the ninth school day without a mark',
    child: without(9),
    on,
    verdict: { status: 'met', message: 'The last mark is of Fri 27 February.' },
  },
  {
    name: 'is watched on the tenth',
    child: without(10),
    on,
    verdict: {
      status: 'watch',
      headline: 'No register marks for 10 school days',
      message: 'No mark for 10 school days, since Fri 27 February.',
    },
  },
  { name: 'is watched on the eleventh', child: without(11), on, verdict: 'watch' },
  {
    name: 'counts the school days that the school chose',
    child: without(9),
    on,
    options: { schoolDays: 5 },
    verdict: 'watch',
  },
  {
    name: 'is watched when there was never a mark in ten school days',
    child: without(10, null),
    on,
    verdict: { status: 'watch', message: 'No mark for 10 school days, since Tue 2 September.' },
  },
  {
    name: 'is watched on the tenth school day of the year without any register',
    child: aChild({ attendance: null }),
    on: '2025-09-15',
    verdict: { status: 'watch', message: 'No mark for 10 school days, since Tue 2 September.' },
  },
  {
    name: 'is not known on the ninth',
    child: aChild({ attendance: null }),
    on: '2025-09-12',
    verdict: { status: 'no-data', message: 'No mark is recorded yet since Tue 2 September.' },
  },
  {
    name: 'counts from the day the child joined',
    child: aChild({ attendance: null, identity: anIdentity({ admittedOn: isoDate('2026-03-09') }) }),
    on,
    verdict: { status: 'no-data', message: 'No mark is recorded yet since Mon 9 March.' },
  },
  {
    name: 'does not apply before the first school day',
    child: aChild({ attendance: null }),
    on: '2025-09-01',
    verdict: { status: 'not-applicable', message: 'The first school day is Tue 2 September.' },
  },
  {
    name: 'does not apply where the school’s terms are not known',
    child: without(10),
    on,
    calendar: noCalendar,
    verdict: { status: 'not-applicable', message: 'The school’s terms of 2025/26 are not known.' },
  },
  {
    name: 'does not apply once the child has left',
    child: { ...without(10), identity: aLeaver('2026-02-27') },
    on,
    verdict: 'not-applicable',
  },
  {
    name: 'does not apply to a child in none of the groups',
    child: { ...without(10), care: careOf() },
    on,
    verdict: 'not-applicable',
  },
])
