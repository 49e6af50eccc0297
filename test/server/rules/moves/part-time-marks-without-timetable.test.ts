import { expect, it } from 'vitest'
import { isoDate } from '../../../../server/calendar/iso-date.ts'
import rule from '../../../../server/rules/moves/part-time-marks-without-timetable.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild, aLeaver } from '../../../support/build/a-child.ts'
import { aPartTimeTimetable } from '../../../support/build/a-move.ts'
import { aMark, anAttendance } from '../../../support/build/an-attendance.ts'
import { findingsOf, judge } from '../judge.ts'

const on = '2026-03-13'
const marks = [aMark('2026-03-09', 'PM', 'C2'), aMark('2026-03-10', 'PM', 'C2')]
const attendance = anAttendance({ partTimeMarks: marks })
const uncovered = aChild({ attendance })
const covered = (startsOn: string, endsOn: string | null) =>
  aChild({
    attendance,
    partTimeTimetable: [aPartTimeTimetable(startsOn, { endsOn: endsOn === null ? null : isoDate(endsOn) })],
  })

judge(rule, [
  {
    name: 'is broken from the first mark C2 that lies in no timetable',
    child: uncovered,
    on,
    verdict: {
      status: 'breach',
      about: 'C2 from 2026-03-09',
      since: '2026-03-09',
      message: 'Marked C2 on Mon 9 March PM, Tue 10 March PM, with no part-time timetable recorded.',
    },
  },
  {
    name: 'is broken by the mark of the day before the timetable begins',
    child: covered('2026-03-10', '2026-03-20'),
    on,
    verdict: { status: 'breach', message: /^Marked C2 on Mon 9 March PM, with no/ },
  },
  {
    name: 'is broken by the mark of the day after its end',
    child: covered('2026-03-02', '2026-03-09'),
    on,
    verdict: { status: 'breach', since: '2026-03-10' },
  },
  {
    name: 'is kept where a timetable covers the first and the last of them',
    child: covered('2026-03-09', '2026-03-10'),
    on,
    verdict: 'met',
  },
  {
    name: 'is kept by a timetable without an end, of which another rule asks',
    child: covered('2026-03-02', null),
    on,
    verdict: 'met',
  },
  {
    name: 'is kept where there is no mark C2',
    child: aChild({ attendance: anAttendance() }),
    on,
    verdict: { status: 'met', message: 'No mark C2 in the register this year.' },
  },
  { name: 'is not known without a register', child: aChild({ attendance: null }), on, verdict: 'no-data' },
  {
    name: 'asks nothing of who has left',
    child: { ...uncovered, identity: aLeaver('2026-02-27') },
    on,
    verdict: 'not-applicable',
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...uncovered, care: careOf() },
    on,
    verdict: 'not-applicable',
  },
])

it('opens the form on the first of the days', () => {
  expect(findingsOf(rule, { child: uncovered, on })[0]).toMatchObject({ prefill: { startsOn: '2026-03-09' } })
})
