import type { PepMeetingFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/pep/pep-quality-red.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aCompleteMeeting, aMeeting, aPepHistory } from '../../../support/build/a-pep.ts'
import { judge } from '../judge.ts'

const on = '2026-03-13'
const withMeetings = (...meetings: readonly PepMeetingFact[]) => aChild({ pep: aPepHistory(meetings) })
const red = aCompleteMeeting('2025-11-04', '2025-11-11', { quality: 'red' })

judge(rule, [
  {
    name: 'is broken by a PEP rated red',
    child: withMeetings(red),
    on,
    verdict: {
      status: 'breach',
      about: 'pep-meeting:meeting-2025-11-04',
      since: '2025-11-11',
      final: undefined,
      message: 'The PEP of Tue 4 November was rated red, and none has been accepted since.',
    },
  },
  {
    name: 'is met by any other rating',
    child: withMeetings(aCompleteMeeting('2025-11-04', '2025-11-11', { quality: 'amber' })),
    on,
    verdict: { status: 'met', message: 'The PEP of Tue 4 November was rated amber.' },
  },
  {
    name: 'is met again once a later PEP was accepted',
    child: withMeetings(red, aCompleteMeeting('2026-02-24', '2026-03-03')),
    on,
    verdict: [
      {
        status: 'met',
        message: 'The PEP of Tue 4 November was rated red; the one of Tue 24 February was rated green.',
      },
      'met',
    ],
  },
  {
    name: 'stays broken when the later one is red, not rated or not complete',
    child: withMeetings(
      red,
      aCompleteMeeting('2026-02-24', '2026-03-03', { quality: null }),
      aMeeting('2026-03-10'),
    ),
    on,
    verdict: [
      'breach',
      { status: 'not-applicable', message: 'The PEP of Tue 24 February is not rated yet.' },
      'not-applicable',
    ],
  },
  {
    name: 'does not apply before the year’s first meeting',
    child: aChild(),
    on,
    verdict: 'not-applicable',
  },
  {
    name: 'never applies to a child who is not looked after',
    child: { ...withMeetings(red), care: careOf('previouslyCla', 'cin', 'cp', 'kinship', 'ever6') },
    on,
    verdict: 'not-applicable',
  },
  {
    name: 'knows nothing while no PEP was ever recorded',
    child: aChild({ pep: null }),
    on,
    verdict: 'no-data',
  },
])
