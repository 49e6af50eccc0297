import rule from '../../../../server/rules/care/school-calendar-missing.ts'
import { calendarToSpring, noCalendar } from '../../../support/build/a-calendar.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild, aLeaver } from '../../../support/build/a-child.ts'
import { judge } from '../judge.ts'

const on = '2026-03-13'

judge(rule, [
  {
    name: 'is met when the terms are known to the end of the year',
    child: aChild(),
    on,
    verdict: { status: 'met', message: 'The terms of 2025/26 are known up to Tue 21 July.' },
  },
  {
    name: 'is met on the last day of the last known year',
    child: aChild(),
    on: '2026-08-31',
    verdict: 'met',
  },
  {
    name: 'is watched on the day after it',
    child: aChild(),
    on: '2026-09-01',
    verdict: {
      status: 'watch',
      headline: undefined,
      message: 'No term of 2026/27 is recorded, so no deadline can be counted in school days.',
    },
  },
  {
    name: 'is watched where no term was ever recorded',
    child: aChild(),
    on,
    calendar: noCalendar,
    verdict: 'watch',
  },
  {
    name: 'is watched where the summer term is missing',
    child: aChild(),
    on,
    calendar: calendarToSpring,
    verdict: {
      status: 'watch',
      headline: 'School’s terms not known to the end of the year',
      message: 'The terms of 2025/26 are known only up to Fri 27 March.',
    },
  },
  {
    name: 'does not apply once care has ended',
    child: aChild({ care: { ...careOf('ever6'), thisYear: careOf('cla').now } }),
    on: '2026-09-01',
    verdict: { status: 'not-applicable', message: 'The child is not looked after today.' },
  },
  {
    name: 'does not apply to a child who is not looked after',
    child: aChild({ care: careOf('cin', 'cp') }),
    on: '2026-09-01',
    verdict: 'not-applicable',
  },
  {
    name: 'does not apply once the child has left',
    child: aChild({ identity: aLeaver('2026-07-21') }),
    on: '2026-09-01',
    verdict: 'not-applicable',
  },
  {
    name: 'does not apply to a child of whom no care status is recorded',
    child: aChild({ care: null }),
    on: '2026-09-01',
    verdict: { status: 'not-applicable', message: 'No care status is recorded for this child.' },
  },
])
