import { isoDate } from '../../../../server/calendar/iso-date.ts'
import rule from '../../../../server/rules/safety/unlawful-exclusion-recorded.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { judge } from '../judge.ts'

/** Sent home on Wednesday 4 March for half a day. */
const sentHome = (putRightOn: string | null = null, halfDays: number | null = 1) =>
  aChild({
    unlawfulExclusion: [
      {
        id: 'one',
        happenedOn: isoDate('2026-03-04'),
        halfDays,
        putRightOn: putRightOn === null ? null : isoDate(putRightOn),
      },
    ],
  })

judge(rule, [
  {
    name: 'is broken on the day itself, and says why it is unlawful',
    child: sentHome(),
    on: '2026-03-04',
    verdict: {
      status: 'breach',
      about: 'unlawful-exclusion:one',
      since: '2026-03-04',
      final: undefined,
      headline: 'Sent home unlawfully on 4 March',
      message:
        'Sent home on Wed 4 March for half a school day without a suspension: unlawful, as only a recorded decision of the headteacher can keep a child out of school.',
    },
  },
  {
    name: 'stays broken into the next school year until it is put right',
    child: sentHome(null, null),
    on: '2027-03-04',
    verdict: 'breach',
  },
  {
    name: 'is kept from the day it was put right',
    child: sentHome('2026-03-06'),
    on: '2026-03-06',
    verdict: {
      status: 'met',
      message:
        'Sent home on Wed 4 March for half a school day without a suspension; put right on Fri 6 March.',
    },
  },
  {
    name: 'asks nothing where nothing of the kind is recorded',
    child: aChild(),
    on: '2026-03-06',
    verdict: { status: 'not-applicable', message: 'There is nothing to check.' },
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...sentHome(), care: careOf() },
    on: '2026-03-06',
    verdict: 'not-applicable',
  },
])
