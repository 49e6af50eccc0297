import { isoDate } from '../../../../server/calendar/iso-date.ts'
import type { FirstPepFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/pep/initial-pep-not-held.ts'
import { aCare, careOf } from '../../../support/build/a-care.ts'
import { aChild, anIdentity } from '../../../support/build/a-child.ts'
import { aFirstPep, aPepHistory } from '../../../support/build/a-pep.ts'
import { judge } from '../judge.ts'

const inCareSince = (
  startedOn: string,
  given: Partial<FirstPepFact> = {},
  endedOn: string | null = null,
) => ({
  care: aCare({
    spells: [{ startedOn: isoDate(startedOn), endedOn: endedOn === null ? null : isoDate(endedOn) }],
  }),
  pep: aPepHistory([], { firstPeps: [aFirstPep(startedOn, given)] }),
})

/** Ten working days from Friday 27 February 2026 end on Friday 13 March. */
const waiting = aChild(inCareSince('2026-02-27'))
const heldOn = (day: string) =>
  aChild(inCareSince('2026-02-27', { heldOn: isoDate(day), heldId: 'meeting-1' }))
const about = 'care since 2026-02-27'

judge(rule, [
  {
    name: 'is due on the ninth working day',
    child: waiting,
    on: '2026-03-12',
    verdict: {
      status: 'due',
      about,
      dueOn: '2026-03-13',
      message:
        'Care began on Fri 27 February: the first PEP meeting is due by Fri 13 March, the tenth working day.',
    },
  },
  { name: 'is due on the tenth working day itself', child: waiting, on: '2026-03-13', verdict: 'due' },
  {
    name: 'is broken on the day after the tenth working day',
    child: waiting,
    on: '2026-03-14',
    verdict: {
      status: 'breach',
      about,
      since: '2026-03-14',
      final: undefined,
      message:
        'No PEP meeting has been held since care began on Fri 27 February; the tenth working day was Fri 13 March.',
    },
  },
  {
    name: 'is met by a meeting on the tenth working day',
    child: heldOn('2026-03-13'),
    on: '2026-03-20',
    verdict: {
      status: 'met',
      message: 'Care began on Fri 27 February; the first PEP meeting was held on Fri 13 March.',
    },
  },
  {
    name: 'is broken for good by a meeting on the eleventh working day',
    child: heldOn('2026-03-16'),
    on: '2026-03-20',
    verdict: {
      status: 'breach',
      final: true,
      since: '2026-03-14',
      headline: 'First PEP meeting held late',
      message: 'The first PEP meeting was held on Mon 16 March, 1 working day after the tenth, Fri 13 March.',
    },
  },
  {
    name: 'counts no bank holiday and shows the last school day before a deadline in the holidays',
    child: aChild(inCareSince('2026-03-25')),
    on: '2026-03-26',
    verdict: {
      status: 'due',
      dueOn: '2026-03-27',
      message: /due by Fri 10 April, the tenth working day; the last school day before it is Fri 27 March\.$/,
    },
  },
  {
    name: 'shows the deadline itself once the last school day before it has passed',
    child: aChild(inCareSince('2026-03-25')),
    on: '2026-03-28',
    verdict: { status: 'due', dueOn: '2026-04-10' },
  },
  {
    name: 'begins a clock for each spell of care',
    child: aChild({
      ...inCareSince('2025-10-01'),
      pep: aPepHistory([], {
        firstPeps: [
          aFirstPep('2025-10-01', { heldOn: isoDate('2025-10-08'), heldId: 'meeting-1' }),
          aFirstPep('2026-02-27'),
        ],
      }),
    }),
    on: '2026-03-13',
    verdict: [
      { status: 'met', about: 'care since 2025-10-01' },
      { status: 'due', about },
    ],
  },
  {
    name: 'asks nothing more when care ended before the tenth working day',
    child: aChild(inCareSince('2026-02-27', {}, '2026-03-06')),
    on: '2026-03-16',
    verdict: {
      status: 'not-applicable',
      about,
      message: 'Care ended before Fri 13 March, the tenth working day.',
    },
  },
  {
    name: 'was another school’s duty when the child joined after the tenth working day',
    child: aChild({
      ...inCareSince('2026-02-27'),
      identity: anIdentity({ admittedOn: isoDate('2026-03-16') }),
    }),
    on: '2026-03-20',
    verdict: {
      status: 'not-applicable',
      message: 'The child was not at this school on Fri 13 March, the tenth working day.',
    },
  },
  {
    name: 'says nothing of a spell whose deadline lay in an earlier year and was answered then',
    child: aChild(inCareSince('2025-03-03', { heldOn: isoDate('2025-06-03'), heldId: 'meeting-1' })),
    on: '2026-03-13',
    verdict: { status: 'not-applicable', message: 'There is nothing to check.' },
  },
  {
    name: 'does not apply to a spell that began before any known year',
    child: aChild(),
    on: '2026-03-13',
    verdict: 'not-applicable',
  },
  ...(['previouslyCla', 'cin', 'cp', 'kinship', 'ever6'] as const).map((group) => ({
    name: `never applies to a child who is only ${group}`,
    child: aChild({ ...inCareSince('2026-02-27'), care: careOf(group) }),
    on: '2026-03-14',
    verdict: 'not-applicable' as const,
  })),
  {
    name: 'knows nothing while no PEP was ever recorded at the school',
    child: aChild({ pep: null }),
    on: '2026-03-13',
    verdict: 'no-data',
  },
  {
    name: 'knows nothing past the published bank holidays',
    child: aChild(inCareSince('2028-12-27')),
    on: '2028-12-29',
    verdict: {
      status: 'no-data',
      message: 'Care began on Wed 27 December; bank holidays are not known so far ahead.',
    },
  },
])
