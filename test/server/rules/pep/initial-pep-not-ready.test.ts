import { isoDate } from '../../../../server/calendar/iso-date.ts'
import rule from '../../../../server/rules/pep/initial-pep-not-ready.ts'
import { aCare, careOf } from '../../../support/build/a-care.ts'
import { aChild, anIdentity } from '../../../support/build/a-child.ts'
import { aFirstPep, aPepHistory } from '../../../support/build/a-pep.ts'
import { judge } from '../judge.ts'

/** In care since Friday 13 February 2026: twenty working days end on Friday 13 March. */
const firstPep = (
  held: string | null,
  completed: string | null,
  spell: { startedOn?: string; endedOn?: string } = {},
) => {
  const startedOn = spell.startedOn ?? '2026-02-13'
  return aChild({
    care: aCare({
      spells: [{ startedOn: isoDate(startedOn), endedOn: spell.endedOn ? isoDate(spell.endedOn) : null }],
    }),
    pep: aPepHistory([], {
      firstPeps: [
        aFirstPep(startedOn, {
          heldOn: held === null ? null : isoDate(held),
          heldId: held === null ? null : 'meeting-1',
          completedOn: completed === null ? null : isoDate(completed),
        }),
      ],
    }),
  })
}
const about = 'care since 2026-02-13'

judge(rule, [
  {
    name: 'is due on the nineteenth working day, when no meeting was held',
    child: firstPep(null, null),
    on: '2026-03-12',
    verdict: {
      status: 'due',
      about,
      dueOn: '2026-03-13',
      message:
        'Care began on Fri 13 February; no PEP meeting has been held. The PEP is to be complete by Fri 13 March.',
    },
  },
  {
    name: 'is due on the twentieth working day, when the meeting was held',
    child: firstPep('2026-02-27', null),
    on: '2026-03-13',
    verdict: { status: 'due', message: /; the PEP meeting was held on Fri 27 February\. The PEP is/ },
  },
  {
    name: 'is broken on the day after the twentieth working day',
    child: firstPep('2026-02-27', null),
    on: '2026-03-14',
    verdict: {
      status: 'breach',
      about,
      since: '2026-03-14',
      final: undefined,
      message:
        'Care began on Fri 13 February; the PEP meeting was held on Fri 27 February, and no PEP was complete by Fri 13 March, the twentieth working day.',
    },
  },
  {
    name: 'is met by a PEP complete on the twentieth working day',
    child: firstPep('2026-02-27', '2026-03-13'),
    on: '2026-03-20',
    verdict: {
      status: 'met',
      message: 'Care began on Fri 13 February; the first PEP was complete on Fri 13 March.',
    },
  },
  {
    name: 'is broken for good by a PEP complete on the day after',
    child: firstPep('2026-02-27', '2026-03-17'),
    on: '2026-03-20',
    verdict: {
      status: 'breach',
      final: true,
      since: '2026-03-14',
      headline: 'First PEP ready late',
      message:
        'The first PEP was complete on Tue 17 March, 2 working days after the twentieth, Fri 13 March.',
    },
  },
  {
    name: 'shows the last school day before a deadline in the holidays',
    child: firstPep(null, null, { startedOn: '2026-03-10' }),
    on: '2026-03-13',
    verdict: {
      status: 'due',
      dueOn: '2026-03-27',
      message: /complete by Thu 9 April; the last school day before it is Fri 27 March\.$/,
    },
  },
  {
    name: 'asks nothing more when care ended before the twentieth working day',
    child: firstPep('2026-02-27', null, { endedOn: '2026-03-12' }),
    on: '2026-03-16',
    verdict: {
      status: 'not-applicable',
      message: 'Care ended before Fri 13 March, the twentieth working day.',
    },
  },
  {
    name: 'is another school’s duty when the child left before the twentieth working day',
    child: {
      ...firstPep('2026-02-27', null),
      identity: anIdentity({ leftOn: isoDate('2026-03-06'), onRoll: false }),
    },
    on: '2026-03-16',
    verdict: {
      status: 'not-applicable',
      message: 'The child was not at this school on Fri 13 March, the twentieth working day.',
    },
  },
  {
    name: 'stays broken in the next academic year while the child is in care and nothing is complete',
    child: firstPep(null, null, { startedOn: '2025-03-03' }),
    on: '2026-03-13',
    verdict: { status: 'breach', since: '2025-04-01' },
  },
  {
    name: 'is settled in the next academic year once care has ended',
    child: firstPep(null, null, { startedOn: '2025-03-03', endedOn: '2025-09-19' }),
    on: '2026-03-13',
    verdict: 'not-applicable',
  },
  {
    name: 'never applies to a child who is not looked after',
    child: { ...firstPep(null, null), care: careOf('previouslyCla', 'cin', 'cp', 'kinship', 'ever6') },
    on: '2026-03-14',
    verdict: 'not-applicable',
  },
  {
    name: 'knows nothing while no PEP was ever recorded at the school',
    child: aChild({ pep: null }),
    on: '2026-03-13',
    verdict: 'no-data',
  },
  {
    name: 'knows nothing past the published bank holidays',
    child: firstPep(null, null, { startedOn: '2028-12-13' }),
    on: '2028-12-29',
    verdict: 'no-data',
  },
])
