import { academicYear } from '../../../../server/calendar/academic-year.ts'
import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { ChildFacts, SuspensionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/pep/interim-pep-not-considered.ts'
import { aCare, anEpisode, groups } from '../../../support/build/a-care.ts'
import { aChild, anIdentity } from '../../../support/build/a-child.ts'
import { anOffSiteDirection } from '../../../support/build/a-move.ts'
import { aMeeting, aPepHistory, aWindow } from '../../../support/build/a-pep.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { calendarToAutumn2026 } from '../../../support/build/autumn-2026.ts'
import { judge } from '../judge.ts'

const calendar = calendarToAutumn2026
const windows = [aWindow('autumn', [], { year: academicYear('2026/27') })]
const peps = (...heldOn: readonly string[]) =>
  aPepHistory(
    heldOn.map((day) => aMeeting(day)),
    { windows },
  )

/** Suspended from Tuesday 15 September 2026, decided the day before. */
const suspended = (given: Partial<ChildFacts> = {}, suspension: Partial<SuspensionFact> = {}) =>
  aChild({
    pep: peps(),
    suspension: aSuspensionHistory([
      aSuspension('2026-09-15', {
        lastDay: isoDate('2026-09-15'),
        decidedAt: localMinute('2026-09-14T14:00'),
        ...suspension,
      }),
    ]),
    ...given,
  })

/** Directed off site from Tuesday 15 September 2026, and never suspended. */
const directed = (given: Partial<ChildFacts> = {}) =>
  aChild({
    pep: peps(),
    suspension: aSuspensionHistory([]),
    offSiteDirection: [anOffSiteDirection('2026-09-15')],
    ...given,
  })

/** Came on Monday 7 September 2026, looked after since 2022, and never suspended. */
const admitted = (given: Partial<ChildFacts> = {}, admittedOn = '2026-09-07') =>
  aChild({
    identity: anIdentity({ admittedOn: isoDate(admittedOn) }),
    pep: peps(),
    suspension: aSuspensionHistory([]),
    ...given,
  })

const interim = (startedOn: string, what = 'interim-pep') => ({
  intervention: [
    {
      id: `intervention-${startedOn}`,
      what,
      startedOn: isoDate(startedOn),
      reviewOn: null,
      endedOn: null,
      outcome: null,
      suspensionId: null,
    },
  ],
})

const on = '2026-09-24'

judge(rule, [
  {
    name: 'is prompted for from the day of the decision',
    child: suspended(),
    on: '2026-09-14',
    calendar,
    verdict: {
      status: 'watch',
      about: 'suspension:suspension-2026-09-15',
      headline: 'Consider an interim PEP: the suspension of 15 September',
      message: 'Decided Mon 14 September at 14:00; no PEP was held since. Consider bringing it forward.',
    },
  },
  {
    name: 'is not answered by a PEP of the day before the decision',
    child: suspended({ pep: peps('2026-09-11') }),
    on,
    calendar,
    verdict: 'watch',
  },
  {
    name: 'is answered by a PEP held on the day of the decision or after',
    child: suspended({ pep: peps('2026-09-23') }),
    on,
    calendar,
    verdict: { status: 'met', message: 'A PEP was held on Wed 23 September, after the suspension.' },
  },
  {
    name: 'is answered by an interim PEP begun while the suspension was near',
    child: suspended(interim('2026-08-31')),
    on,
    calendar,
    verdict: { status: 'met', message: 'An interim PEP is recorded from Mon 31 August 2026.' },
  },
  {
    name: 'is answered by an interim PEP on record',
    child: suspended(interim('2026-09-16')),
    on,
    calendar,
    verdict: { status: 'met', message: 'An interim PEP is recorded from Wed 16 September.' },
  },
  {
    name: 'is not answered by an interim PEP long before',
    child: suspended(interim('2026-08-30')),
    on,
    calendar,
    verdict: 'watch',
  },
  {
    name: 'is prompted for where no PEP was ever recorded',
    child: suspended({ pep: null, ...interim('2026-09-16', 'key-adult') }),
    on,
    calendar,
    verdict: 'watch',
  },
  {
    name: 'is not asked about a suspension before the guidance of July 2026',
    child: suspended({}, { startedOn: isoDate('2026-07-20'), decidedAt: localMinute('2026-07-17T10:00') }),
    on,
    calendar,
    verdict: 'not-applicable',
  },
  {
    name: 'is not asked about a child who was not looked after then',
    child: suspended({}, { groupsThen: groups('cin') }),
    on,
    calendar,
    verdict: 'not-applicable',
  },
  {
    name: 'is not asked about a child who is not looked after any more',
    child: suspended({ care: aCare({ now: groups('ever6'), thisYear: groups('cla', 'ever6') }) }),
    on,
    calendar,
    verdict: { status: 'not-applicable', message: 'Not looked after today.' },
  },
  {
    name: 'is prompted for when an off-site direction begins, and before it',
    child: directed(),
    on: '2026-09-14',
    calendar,
    verdict: {
      status: 'watch',
      headline: 'Consider an interim PEP: the off-site direction of 15 September',
      message:
        'Off-site direction from Tue 15 September; no PEP was held since. Consider bringing it forward.',
    },
  },
  {
    name: 'is answered by a PEP held in the two weeks before the direction begins',
    child: directed({ pep: peps('2026-09-07') }),
    on,
    calendar,
    verdict: { status: 'met', message: 'A PEP was held on Mon 7 September, for the off-site direction.' },
  },
  {
    name: 'is prompted for when alternative provision begins',
    child: aChild({
      pep: peps(),
      suspension: aSuspensionHistory([]),
      ...interim('2026-09-14', 'alternative-provision'),
    }),
    on,
    calendar,
    verdict: { status: 'watch', about: 'intervention:intervention-2026-09-14' },
  },
  {
    name: 'is prompted for after a change of school',
    child: admitted(),
    on,
    calendar,
    verdict: {
      status: 'watch',
      about: 'admission:2026-09-07',
      headline: 'Consider an interim PEP: the change of school of 7 September',
      message: 'Came to this school on Mon 7 September; no PEP was held since. Consider bringing it forward.',
    },
  },
  {
    name: 'is answered by a PEP held in the two weeks before the change of school or since',
    child: admitted({ pep: peps('2026-09-10') }),
    on,
    calendar,
    verdict: { status: 'met', message: 'A PEP was held on Thu 10 September, for the change of school.' },
  },
  {
    name: 'is not asked about a child who came before the guidance of July 2026',
    child: admitted({}, '2026-07-25'),
    on,
    calendar,
    verdict: 'not-applicable',
  },
  {
    name: 'is not asked about a child who came into care only on the day of coming here',
    child: admitted({ care: aCare({ episodes: [anEpisode({ startedOn: isoDate('2026-09-07') })] }) }),
    on,
    calendar,
    verdict: 'not-applicable',
  },
  {
    name: 'is not asked about a child who begins school',
    child: admitted({
      identity: anIdentity({ admittedOn: isoDate('2026-09-07'), dateOfBirth: isoDate('2022-01-10') }),
    }),
    on,
    calendar,
    verdict: 'not-applicable',
  },
  {
    name: 'is not known where suspensions were never recorded',
    child: aChild({ suspension: null }),
    on,
    calendar,
    verdict: 'no-data',
  },
])
