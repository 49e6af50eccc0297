import type { PepMeetingFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/pep/three-peps-missing.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aCompleteMeeting, aMeeting, aPepHistory, aWindow } from '../../../support/build/a-pep.ts'
import { judge } from '../judge.ts'

const autumn = aCompleteMeeting('2025-11-04', '2025-11-11')
const spring = aCompleteMeeting('2026-02-24', '2026-03-03')
const summer = aCompleteMeeting('2026-06-09', '2026-06-16')
const withMeetings = (...meetings: readonly PepMeetingFact[]) => aChild({ pep: aPepHistory(meetings) })
/** In care at the school for a part of the year: only these windows are long enough. */
const partYear = (
  terms: readonly ('autumn' | 'spring' | 'summer')[],
  ...meetings: readonly PepMeetingFact[]
) =>
  aChild({
    pep: aPepHistory(meetings, {
      windows: (['autumn', 'spring', 'summer'] as const).map((term) =>
        aWindow(
          term,
          meetings.filter(
            (each) => each.heldOn >= aWindow(term).firstDay && each.heldOn <= aWindow(term).lastDay,
          ),
          { workingDaysInCare: terms.includes(term) ? 65 : 5 },
        ),
      ),
    }),
  })

judge(rule, [
  {
    name: 'is due while the year can still be made good',
    child: withMeetings(autumn),
    on: '2026-03-13',
    verdict: {
      status: 'due',
      dueOn: '2026-07-21',
      headline: 'Two PEPs still to complete this year',
      message: '1 of 3 PEPs for 2025/26 is complete; two PEPs still to complete by Tue 21 July.',
    },
  },
  {
    name: 'is due, more than one in a term, when a window was missed',
    child: withMeetings(spring),
    on: '2026-06-15',
    verdict: {
      status: 'due',
      message:
        '1 of 3 PEPs for 2025/26 is complete; two PEPs still to complete by Tue 21 July, more than one in a term.',
    },
  },
  {
    name: 'is due with none complete',
    child: withMeetings(aMeeting('2026-02-10')),
    on: '2026-03-13',
    verdict: {
      status: 'due',
      message:
        'No PEP for 2025/26 is complete; three PEPs still to complete by Tue 21 July, more than one in a term.',
    },
  },
  {
    name: 'is due on the last window’s last day',
    child: withMeetings(autumn, spring),
    on: '2026-07-31',
    verdict: { status: 'due', dueOn: '2026-07-31', headline: 'One PEP still to complete this year' },
  },
  {
    name: 'is broken for good on the day after',
    child: withMeetings(autumn, spring),
    on: '2026-08-01',
    verdict: {
      status: 'breach',
      since: '2026-08-01',
      final: true,
      headline: 'One PEP missing this year',
      message: '2 of 3 PEPs for 2025/26 are complete; the last window ended on 31 July.',
    },
  },
  {
    name: 'is met by three in the year',
    child: withMeetings(autumn, spring, summer),
    on: '2026-07-01',
    verdict: { status: 'met', message: '3 of 3 PEPs for 2025/26 are complete.' },
  },
  {
    name: 'counts a PEP completed after its window',
    child: withMeetings(aCompleteMeeting('2025-12-15', '2026-01-08'), spring, summer),
    on: '2026-07-01',
    verdict: 'met',
  },
  {
    name: 'asks for as many as there are terms in care at the school',
    child: partYear(['spring', 'summer'], spring, summer),
    on: '2026-07-01',
    verdict: { status: 'met', message: '2 of 2 PEPs for 2025/26 are complete.' },
  },
  {
    name: 'is broken as soon as the last window in care is over',
    child: partYear(['autumn']),
    on: '2026-01-01',
    verdict: {
      status: 'breach',
      since: '2026-01-01',
      message: 'No PEP for 2025/26 is complete; the last window ended on 31 December.',
    },
  },
  {
    name: 'does not apply when no term in care is long enough',
    child: partYear([]),
    on: '2026-03-13',
    verdict: 'not-applicable',
  },
  {
    name: 'never applies to a child who is not looked after',
    child: aChild({ care: careOf('previouslyCla', 'cin', 'cp', 'kinship', 'ever6') }),
    on: '2026-08-01',
    verdict: { status: 'not-applicable', message: 'Not a duty for this child’s group.' },
  },
  {
    name: 'knows nothing while no PEP was ever recorded at the school',
    child: aChild({ pep: null }),
    on: '2026-03-13',
    verdict: 'no-data',
  },
  {
    name: 'knows nothing of a year whose terms are not known',
    child: withMeetings(autumn),
    on: '2026-09-01',
    verdict: 'no-data',
  },
])
