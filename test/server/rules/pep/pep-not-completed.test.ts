import type { PepMeetingFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/pep/pep-not-completed.ts'
import { noCalendar } from '../../../support/build/a-calendar.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aCompleteMeeting, aMeeting, aPepHistory } from '../../../support/build/a-pep.ts'
import { judge } from '../judge.ts'

const withMeetings = (...meetings: readonly PepMeetingFact[]) => aChild({ pep: aPepHistory(meetings) })
/** Ten school days after Tuesday 10 February, over half-term, end on Tuesday 3 March. */
const held = withMeetings(aMeeting('2026-02-10'))
const about = 'pep-meeting:meeting-2026-02-10'

judge(rule, [
  {
    name: 'is due on the ninth school day after the meeting',
    child: held,
    on: '2026-03-02',
    verdict: {
      status: 'due',
      about,
      dueOn: '2026-03-03',
      headline: 'PEP to complete',
      message: 'Held on Tue 10 February, to be complete by Tue 3 March.',
    },
  },
  { name: 'is due on the tenth', child: held, on: '2026-03-03', verdict: 'due' },
  {
    name: 'is broken on the day after the tenth',
    child: held,
    on: '2026-03-04',
    verdict: {
      status: 'breach',
      about,
      since: '2026-03-04',
      final: undefined,
      message: 'Held on Tue 10 February, and not complete by Tue 3 March, 10 school days later.',
    },
  },
  {
    name: 'counts the school days that the school chose',
    child: held,
    on: '2026-03-04',
    options: { schoolDays: 20 },
    verdict: { status: 'due', dueOn: '2026-03-17' },
  },
  {
    name: 'is met once complete, however late',
    child: withMeetings(aCompleteMeeting('2026-02-10', '2026-03-12')),
    on: '2026-03-13',
    verdict: { status: 'met', message: 'Held on Tue 10 February, complete on Thu 12 March.' },
  },
  {
    name: 'is not met by a completion that lies ahead',
    child: withMeetings(aCompleteMeeting('2026-02-10', '2026-03-12')),
    on: '2026-03-11',
    verdict: 'breach',
  },
  {
    name: 'does not apply before the year’s first meeting',
    child: aChild(),
    on: '2026-03-13',
    verdict: 'not-applicable',
  },
  {
    name: 'never applies to a child who is not looked after',
    child: { ...held, care: careOf('previouslyCla', 'cin', 'cp', 'kinship', 'ever6') },
    on: '2026-03-04',
    verdict: 'not-applicable',
  },
  {
    name: 'is broken in September for a meeting of July',
    child: aChild({ pep: aPepHistory([aMeeting('2025-07-15')], { windows: [] }) }),
    on: '2025-09-08',
    verdict: {
      status: 'breach',
      since: '2025-09-06',
      message: 'Held on Tue 15 July 2025, and not complete by Fri 5 September, 10 school days later.',
    },
  },
  {
    name: 'knows nothing where the school’s days are not known',
    child: held,
    on: '2026-03-04',
    calendar: noCalendar,
    verdict: {
      status: 'no-data',
      message:
        'Held on Tue 10 February, not complete; the school calendar does not reach 10 school days further.',
    },
  },
  {
    name: 'knows nothing while no PEP was ever recorded',
    child: aChild({ pep: null }),
    on: '2026-03-13',
    verdict: 'no-data',
  },
])
