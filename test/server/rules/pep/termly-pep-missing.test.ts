import type { PepMeetingFact } from '../../../../server/facts/child-facts.ts'
import { academicYear } from '../../../../server/calendar/academic-year.ts'
import rule from '../../../../server/rules/pep/termly-pep-missing.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild, aLeaver } from '../../../support/build/a-child.ts'
import { aCompleteMeeting, aMeeting, aPepHistory, aWindow } from '../../../support/build/a-pep.ts'
import { judge } from '../judge.ts'

const autumnDone = aCompleteMeeting('2025-11-04', '2025-11-11')
const withMeetings = (...meetings: readonly PepMeetingFact[]) => aChild({ pep: aPepHistory(meetings) })
/** Only the spring window, with so many working days in care. */
const springOf = (workingDaysInCare: number) =>
  aChild({ pep: aPepHistory([], { windows: [aWindow('spring', [], { workingDaysInCare })] }) })

const summerDue = { status: 'due', about: '2025/26 summer' } as const

judge(rule, [
  {
    name: 'is met by a PEP held and complete in the window, and due in those to come',
    child: withMeetings(autumnDone),
    on: '2026-03-13',
    verdict: [
      {
        status: 'met',
        about: '2025/26 autumn',
        message: 'Held on Tue 4 November, complete on Tue 11 November; rated green.',
      },
      {
        status: 'due',
        about: '2025/26 spring',
        headline: 'Spring PEP to hold',
        dueOn: '2026-03-27',
        message: 'No spring PEP yet: to be complete by Fri 27 March; the window ends on 5 April.',
      },
      {
        ...summerDue,
        headline: 'Summer PEP to hold',
        dueOn: '2026-07-21',
        message: 'No summer PEP yet: to be complete by Tue 21 July; the window ends on 31 July.',
      },
    ],
  },
  {
    name: 'is due on the day before the window’s last day, which it then shows, as school is over',
    child: withMeetings(autumnDone),
    on: '2026-04-04',
    verdict: [
      'met',
      {
        status: 'due',
        dueOn: '2026-04-05',
        message: 'No spring PEP yet: to be complete by Sun 5 April, when the window ends.',
      },
      'due',
    ],
  },
  {
    name: 'is due on the window’s last day itself',
    child: withMeetings(autumnDone),
    on: '2026-04-05',
    verdict: ['met', { status: 'due', dueOn: '2026-04-05' }, 'due'],
  },
  {
    name: 'is broken on the day after the window’s last day',
    child: withMeetings(autumnDone),
    on: '2026-04-06',
    verdict: [
      'met',
      {
        status: 'breach',
        about: '2025/26 spring',
        since: '2026-04-06',
        final: true,
        headline: 'No spring PEP',
        message: 'No PEP was held in the spring window, 1 January to 5 April.',
      },
      'due',
    ],
  },
  {
    name: 'tells a PEP that was held but is not complete',
    child: withMeetings(aMeeting('2025-11-18'), aMeeting('2026-02-10')),
    on: '2026-03-13',
    verdict: [
      {
        status: 'breach',
        since: '2026-01-01',
        headline: 'Autumn PEP held but not complete',
        message: 'Held on Tue 18 November, not complete when the window ended on 31 December.',
      },
      {
        status: 'due',
        headline: 'Spring PEP to complete',
        message:
          'Held on Tue 10 February, not complete: to be complete by Fri 27 March; the window ends on 5 April.',
      },
      'due',
    ],
  },
  {
    name: 'is broken for good by a PEP completed after its window',
    child: withMeetings(aCompleteMeeting('2025-12-15', '2026-01-08')),
    on: '2026-03-13',
    verdict: [
      {
        status: 'breach',
        since: '2026-01-01',
        final: true,
        headline: 'Autumn PEP completed late',
        message: 'Held on Mon 15 December, complete on Thu 8 January, after the window ended on 31 December.',
      },
      'due',
      'due',
    ],
  },
  {
    name: 'is met whatever the quality, which it says',
    child: withMeetings(
      aCompleteMeeting('2025-11-04', '2025-11-11', { quality: 'red' }),
      aCompleteMeeting('2026-02-24', '2026-03-03', { quality: null }),
    ),
    on: '2026-03-13',
    verdict: [
      { status: 'met', message: /; rated red\.$/ },
      { status: 'met', message: /; not rated yet\.$/ },
      'due',
    ],
  },
  {
    name: 'takes three PEPs in one window for that window alone',
    child: withMeetings(
      aCompleteMeeting('2026-01-12', '2026-01-20'),
      aCompleteMeeting('2026-02-09', '2026-02-23'),
      aCompleteMeeting('2026-03-02', '2026-03-06'),
    ),
    on: '2026-03-13',
    verdict: [
      'breach',
      { status: 'met', message: 'Held on Mon 12 January, complete on Tue 20 January; rated green.' },
      'due',
    ],
  },
  {
    name: 'does not apply to a window with nineteen working days in care',
    child: springOf(19),
    on: '2026-04-06',
    verdict: {
      status: 'not-applicable',
      about: '2025/26 spring',
      message: '19 working days in care at this school; fewer than 20.',
    },
  },
  { name: 'applies to one with twenty', child: springOf(20), on: '2026-04-06', verdict: 'breach' },
  {
    name: 'applies to one with fewer where the school draws the line lower',
    child: springOf(19),
    on: '2026-04-06',
    options: { windowMinimum: 15 },
    verdict: 'breach',
  },
  {
    name: 'does not apply to a window before care began',
    child: springOf(0),
    on: '2026-04-06',
    verdict: { status: 'not-applicable', message: 'Not in care at this school in this term.' },
  },
  {
    name: 'tells a meeting that is planned',
    child: aChild({
      pep: aPepHistory([], {
        windows: [aWindow('spring')],
        planned: [aMeeting('2026-03-18', { counted: false })],
      }),
    }),
    on: '2026-03-13',
    verdict: {
      status: 'due',
      message: /^A meeting is planned for Wed 18 March: to be complete by Fri 27 March;/,
    },
  },
  {
    name: 'says when the child has left before the window’s end',
    child: aChild({
      identity: aLeaver('2026-02-06'),
      pep: aPepHistory([], { windows: [aWindow('spring')] }),
    }),
    on: '2026-03-13',
    verdict: { status: 'due', message: /; the window ends on 5 April\. The child left on Fri 6 February\.$/ },
  },
  {
    name: 'shows the window’s own end when the summer term is not known',
    child: aChild({
      pep: aPepHistory([], { windows: [aWindow('summer', [], { lastSchoolDay: null })] }),
    }),
    on: '2026-06-15',
    verdict: {
      ...summerDue,
      dueOn: '2026-07-31',
      message: 'No summer PEP yet: to be complete by Fri 31 July, when the window ends.',
    },
  },
  {
    name: 'does not forget a missing summer on 1 September',
    child: aChild({
      pep: aPepHistory([], {
        windows: [aWindow('summer', [], { year: academicYear('2024/25') }), aWindow('autumn')],
      }),
    }),
    on: '2025-09-02',
    verdict: [
      { status: 'breach', about: '2024/25 summer', headline: 'No summer PEP last year', since: '2025-08-01' },
      { status: 'due', about: '2025/26 autumn' },
    ],
  },
  {
    name: 'asks no more about a summer of the year before when sixty school days have passed',
    child: aChild({
      pep: aPepHistory([], {
        windows: [aWindow('summer', [], { year: academicYear('2024/25') }), aWindow('autumn')],
      }),
    }),
    on: '2025-12-19',
    verdict: 'due',
  },
  {
    name: 'raises no other window of the year before',
    child: aChild({
      pep: aPepHistory([], { windows: [aWindow('spring')] }),
    }),
    on: '2026-09-01',
    verdict: { status: 'no-data', message: 'The school’s terms of 2026/27 are not known.' },
  },
  {
    name: 'never applies to a child who is not looked after',
    child: aChild({ care: careOf('previouslyCla', 'cin', 'cp', 'kinship', 'ever6') }),
    on: '2026-04-06',
    verdict: { status: 'not-applicable', message: 'Not a duty for this child’s group.' },
  },
  {
    name: 'knows nothing while no PEP was ever recorded at the school',
    child: aChild({ pep: null }),
    on: '2026-03-13',
    verdict: 'no-data',
  },
])
