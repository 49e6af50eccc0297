import { localMinute } from '../../../../server/calendar/iso-date.ts'
import type { SuspensionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/parent-not-told.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { calendarToSpring } from '../../../support/build/a-calendar.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { judge } from '../judge.ts'

const told = (parent: string | null) => ({
  parent: parent === null ? null : localMinute(parent),
  la: null,
  home: null,
  socialWorker: null,
  vsh: null,
  board: null,
})

/** Suspended on Wednesday 4 March from the afternoon, decided that morning. */
const suspendedOn4March = (parent: string | null, given: Partial<SuspensionFact> = {}) =>
  aChild({
    suspension: aSuspensionHistory([
      aSuspension('2026-03-04', { decidedAt: localMinute('2026-03-04T10:50'), told: told(parent), ...given }),
    ]),
  })

const about = 'suspension:suspension-2026-03-04'

judge(rule, [
  {
    name: 'is due on the day of the decision while nobody was told',
    child: suspendedOn4March(null),
    on: '2026-03-04',
    verdict: {
      status: 'due',
      about,
      dueOn: '2026-03-04',
      message:
        'Decided Wed 4 March at 10:50; the parent must be told of the suspension of 4 March without delay, the same day.',
    },
  },
  {
    name: 'is kept when the parent was told late in the evening of the day of the decision',
    child: suspendedOn4March('2026-03-04T23:30'),
    on: '2026-03-13',
    verdict: {
      status: 'met',
      about,
      message: 'Decided Wed 4 March at 10:50; the parent was told on Wed 4 March at 23:30, without delay.',
    },
  },
  {
    name: 'is kept when the parent was told in the very minute of the decision',
    child: suspendedOn4March('2026-03-04T10:50'),
    on: '2026-03-04',
    verdict: 'met',
  },
  {
    name: 'is kept when the parent was told a minute after the decision',
    child: suspendedOn4March('2026-03-04T10:51'),
    on: '2026-03-04',
    verdict: 'met',
  },
  {
    name: 'is not known when the notice stands a minute before the decision',
    child: suspendedOn4March('2026-03-04T10:49'),
    on: '2026-03-04',
    verdict: {
      status: 'no-data',
      about,
      message:
        'The notice to the parent stands on Wed 4 March at 10:49, before the decision on Wed 4 March at 10:50: check the time.',
    },
  },
  {
    name: 'is not known when the notice stands weeks before the decision',
    child: suspendedOn4March('2026-02-04T10:50'),
    on: '2026-03-13',
    verdict: 'no-data',
  },
  {
    name: 'is broken for good, though told on the next school day',
    child: suspendedOn4March('2026-03-05T08:45'),
    on: '2026-03-05',
    verdict: {
      status: 'breach',
      about,
      final: true,
      since: '2026-03-05',
      headline: 'Parent told late of the suspension of 4 March',
      message:
        'Decided Wed 4 March at 10:50; the parent was told on Thu 5 March at 08:45, one school day later.',
    },
  },
  {
    name: 'says very late on the second school day',
    child: suspendedOn4March('2026-03-06T08:45'),
    on: '2026-03-13',
    verdict: {
      status: 'breach',
      final: true,
      headline: 'Parent told very late of the suspension of 4 March',
      message: /told on Fri 6 March at 08:45, two school days later\.$/,
    },
  },
  {
    name: 'says very late only past the school’s own line',
    child: suspendedOn4March('2026-03-06T08:45'),
    on: '2026-03-13',
    options: { redAfter: 2 },
    verdict: { status: 'breach', headline: 'Parent told late of the suspension of 4 March' },
  },
  {
    name: 'is broken the day after, and can still be mended, when nobody was told',
    child: suspendedOn4March(null),
    on: '2026-03-05',
    verdict: {
      status: 'breach',
      final: undefined,
      since: '2026-03-05',
      headline: 'Parent not told of the suspension of 4 March',
      message:
        'Decided Wed 4 March at 10:50; no record says that the parent was told. One school day has passed since.',
    },
  },
  {
    name: 'counts the school days that nobody was told',
    child: suspendedOn4March(null),
    on: '2026-03-13',
    verdict: { status: 'breach', message: /Seven school days have passed since\.$/ },
  },
  {
    name: 'counts no weekend as a school day',
    child: suspendedOn4March(null, { decidedAt: localMinute('2026-03-06T15:00') }),
    on: '2026-03-07',
    verdict: { status: 'breach', message: /No school day has passed since\.$/ },
  },
  {
    name: 'is late on the Saturday, before the next school day',
    child: suspendedOn4March('2026-03-07T09:00', { decidedAt: localMinute('2026-03-06T15:00') }),
    on: '2026-03-09',
    verdict: {
      status: 'breach',
      headline: 'Parent told late of the suspension of 4 March',
      message: /told on Sat 7 March at 09:00, after that day and before the next school day\.$/,
    },
  },
  {
    name: 'counts no days past the known calendar',
    child: suspendedOn4March(null),
    on: '2026-04-20',
    calendar: calendarToSpring,
    verdict: { status: 'breach', message: /no record says that the parent was told\.$/ },
  },
  {
    name: 'does not know whether a notice was in time when no time of decision is recorded',
    child: suspendedOn4March('2026-03-04T08:00', { decidedAt: null }),
    on: '2026-03-13',
    verdict: { status: 'no-data', about, message: /no time of decision is recorded/ },
  },
  {
    name: 'is late after the first day even when no time of decision is recorded',
    child: suspendedOn4March('2026-03-05T08:00', { decidedAt: null }),
    on: '2026-03-13',
    verdict: {
      status: 'breach',
      final: true,
      message: /^Began Wed 4 March, with no time of decision recorded; the parent was told on Thu 5 March/,
    },
  },
  {
    name: 'holds for lunchtimes and permanent exclusions, one finding each',
    child: aChild({
      suspension: aSuspensionHistory([
        aSuspension('2026-03-04', { kind: 'lunchtime', decidedAt: localMinute('2026-03-03T13:00') }),
        aSuspension('2026-03-10', {
          kind: 'permanent',
          halfDays: null,
          decidedAt: localMinute('2026-03-09T15:00'),
          told: told('2026-03-09T15:30'),
        }),
      ]),
    }),
    on: '2026-03-13',
    verdict: [
      { status: 'breach', headline: 'Parent not told of the lunchtime suspension of 4 March' },
      { status: 'met', about: 'suspension:suspension-2026-03-10' },
    ],
  },
  {
    name: 'holds for a child who once had a social worker',
    child: { ...suspendedOn4March(null), care: careOf('ever6') },
    on: '2026-03-04',
    verdict: 'due',
  },
  {
    name: 'is no duty of this school for another school’s suspension',
    child: suspendedOn4March(null, { atOtherSchool: true }),
    on: '2026-03-13',
    verdict: { status: 'not-applicable', message: 'No suspension here this academic year.' },
  },
  {
    name: 'lets last year’s suspensions rest',
    child: aChild({ suspension: aSuspensionHistory([aSuspension('2025-07-01')]) }),
    on: '2026-03-13',
    verdict: 'not-applicable',
  },
  {
    name: 'is no duty without a suspension',
    child: aChild(),
    on: '2026-03-13',
    verdict: 'not-applicable',
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...suspendedOn4March(null), care: careOf() },
    on: '2026-03-05',
    verdict: 'not-applicable',
  },
  {
    name: 'is not known where suspensions were never recorded',
    child: aChild({ suspension: null }),
    on: '2026-03-13',
    verdict: 'no-data',
  },
])
