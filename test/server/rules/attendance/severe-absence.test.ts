import rule from '../../../../server/rules/attendance/severe-absence.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild, aLeaver } from '../../../support/build/a-child.ts'
import { anAttendance } from '../../../support/build/an-attendance.ts'
import { judge } from '../judge.ts'

const on = '2026-03-13'
const missing = (absent: number, possible: number) =>
  aChild({ attendance: anAttendance({ possible, unauthorised: absent }) })
const nb = '\u00a0'

judge(rule, [
  {
    name: 'is met below the school’s own line of 40 %',
    child: missing(93, 234),
    on,
    verdict: { status: 'met', message: `93 of 234 sessions missed, 39.7${nb}%.` },
  },
  {
    name: 'is watched from exactly 40 %',
    child: missing(80, 200),
    on,
    verdict: { status: 'watch', headline: `Absence close to 50${nb}%: 40.0${nb}%` },
  },
  {
    name: 'warns from the line that the school chose',
    child: missing(93, 234),
    on,
    options: { warnFrom: 30 },
    verdict: 'watch',
  },
  {
    name: 'is not severe just under half, even where it rounds to 50.0',
    child: missing(1170, 2341),
    on,
    verdict: { status: 'watch', headline: `Absence close to 50${nb}%: just under 50${nb}%` },
  },
  {
    name: 'is severe from exactly half, watched and never broken',
    child: missing(117, 234),
    on,
    verdict: {
      status: 'watch',
      headline: `Severe absence: 50.0${nb}%`,
      message: `117 of 234 sessions missed, 50.0${nb}%.`,
    },
  },
  { name: 'is severe beyond', child: missing(234, 234), on, verdict: 'watch' },
  {
    name: 'says nothing of nineteen possible sessions',
    child: missing(19, 19),
    on,
    verdict: 'not-applicable',
  },
  { name: 'says something of twenty', child: missing(10, 20), on, verdict: 'watch' },
  {
    name: 'does not apply once the child has left',
    child: { ...missing(117, 234), identity: aLeaver('2026-02-06') },
    on,
    verdict: 'not-applicable',
  },
  {
    name: 'does not apply to a child in none of the groups',
    child: { ...missing(117, 234), care: careOf() },
    on,
    verdict: 'not-applicable',
  },
  { name: 'knows nothing without a register', child: aChild({ attendance: null }), on, verdict: 'no-data' },
])
