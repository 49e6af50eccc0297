import type { AttendanceFacts } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/attendance/persistent-absence.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild, aLeaver } from '../../../support/build/a-child.ts'
import { anAttendance } from '../../../support/build/an-attendance.ts'
import { judge } from '../judge.ts'

const on = '2026-03-13'
const missing = (absent: number, possible: number, given: Partial<AttendanceFacts> = {}) =>
  aChild({ attendance: anAttendance({ possible, authorised: absent, ...given }) })
const nb = '\u00a0'

judge(rule, [
  {
    name: 'is met below the school’s own line of 8 %',
    child: missing(15, 234),
    on,
    verdict: {
      status: 'met',
      message: `15 of 234 sessions missed, 6.4${nb}%; 22 of the 146 left can be missed before 10${nb}%.`,
    },
  },
  { name: 'is met just below 8 %', child: missing(79, 1000), on, verdict: 'met' },
  {
    name: 'is watched from exactly 8 %',
    child: missing(16, 200),
    on,
    verdict: {
      status: 'watch',
      headline: `Absence close to 10${nb}%: 8.0${nb}%`,
      message: `16 of 200 sessions missed, 8.0${nb}%; 18 of the 146 left can be missed before 10${nb}%.`,
    },
  },
  {
    name: 'warns from the line that the school chose',
    child: missing(15, 234),
    on,
    options: { warnFrom: 5 },
    verdict: 'watch',
  },
  {
    name: 'is not persistent just under 10 %, even where it rounds to 10.0',
    child: missing(234, 2341),
    on,
    verdict: {
      status: 'watch',
      headline: `Absence close to 10${nb}%: just under 10${nb}%`,
      message: /^234 of 2341 sessions missed, just under 10/,
    },
  },
  {
    name: 'is persistent from exactly 10 %',
    child: missing(23, 230),
    on,
    verdict: { status: 'watch', headline: `Persistent absence: 10.0${nb}%` },
  },
  {
    name: 'is watched and never broken at any value',
    child: missing(27, 233),
    on,
    verdict: {
      status: 'watch',
      headline: `Persistent absence: 11.6${nb}%`,
      message: `27 of 233 sessions missed, 11.6${nb}%; 10 of the 146 left can be missed before 10${nb}%.`,
    },
  },
  {
    name: 'says when nothing more can be missed',
    child: missing(37, 234),
    on,
    verdict: { status: 'watch', message: /; none of the 146 left can be missed before 10\u00a0%\.$/ },
  },
  {
    name: 'says when the year can no longer end below the line',
    child: missing(38, 234),
    on,
    verdict: {
      status: 'watch',
      message: /; with all 146 left attended the year still ends at 10\u00a0% or more\.$/,
    },
  },
  {
    name: 'says when no session is left',
    child: missing(40, 380, { remaining: 0 }),
    on,
    verdict: { status: 'watch', message: /; none are left this year\.$/ },
  },
  {
    name: 'says when nobody knows how many are left',
    child: missing(0, 234, { remaining: null }),
    on,
    verdict: {
      status: 'met',
      message: `None of 234 sessions missed, 0.0${nb}%; how many are left this year is not known.`,
    },
  },
  {
    name: 'says nothing of nineteen possible sessions',
    child: missing(10, 19),
    on,
    verdict: {
      status: 'not-applicable',
      message: 'Too early to say: 19 possible sessions so far, fewer than 20.',
    },
  },
  { name: 'says something of twenty', child: missing(2, 20), on, verdict: 'watch' },
  {
    name: 'does not apply before the first possible session',
    child: missing(0, 0),
    on,
    verdict: { status: 'not-applicable', message: /^Too early to say: no possible sessions so far/ },
  },
  {
    name: 'does not apply once the child has left',
    child: { ...missing(40, 200), identity: aLeaver('2026-02-06') },
    on,
    verdict: { status: 'not-applicable', message: 'The child left this school on Fri 6 February.' },
  },
  {
    name: 'applies to a child who had a social worker within six years',
    child: { ...missing(40, 200), care: careOf('ever6') },
    on,
    verdict: 'watch',
  },
  {
    name: 'does not apply to a child in none of the groups',
    child: { ...missing(40, 200), care: careOf() },
    on,
    verdict: 'not-applicable',
  },
  {
    name: 'knows nothing without a register',
    child: aChild({ attendance: null }),
    on,
    verdict: { status: 'no-data', message: 'There is no register for this academic year.' },
  },
])
