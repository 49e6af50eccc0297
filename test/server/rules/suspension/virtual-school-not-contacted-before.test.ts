import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { SuspensionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/virtual-school-not-contacted-before.ts'
import { aCare, careOf, groups } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { judge } from '../judge.ts'

/** Suspended from 21 January, decided on the 20th at 13:40. */
const suspended = (vsh: string | null, given: Partial<SuspensionFact> = {}) =>
  aChild({
    suspension: aSuspensionHistory([
      aSuspension('2026-01-21', {
        decidedAt: localMinute('2026-01-20T13:40'),
        contacted: { vsh: vsh === null ? null : localMinute(vsh), socialWorker: null },
        ...given,
      }),
    ]),
  })

const about = 'suspension:suspension-2026-01-21'

judge(rule, [
  {
    name: 'is kept a minute before the decision',
    child: suspended('2026-01-20T13:39'),
    on: '2026-03-13',
    verdict: {
      status: 'met',
      about,
      message:
        'The Virtual School was contacted on Tue 20 January at 13:39, before the decision on Tue 20 January at 13:40.',
    },
  },
  {
    name: 'is broken for good in the very minute of the decision',
    child: suspended('2026-01-20T13:40'),
    on: '2026-01-20',
    verdict: {
      status: 'breach',
      about,
      final: true,
      since: '2026-01-20',
      headline: 'Virtual School not contacted before the suspension of 21 January',
      message: /was contacted on Tue 20 January at 13:40, in the same minute, not before it\.$/,
    },
  },
  {
    name: 'is broken for good a minute after the decision',
    child: suspended('2026-01-20T13:41'),
    on: '2026-03-13',
    verdict: {
      status: 'breach',
      final: true,
      message:
        'Decided Tue 20 January at 13:40; the Virtual School was contacted on Tue 20 January at 13:41, after it.',
    },
  },
  {
    name: 'is kept by its own reading before the decision, and says who read',
    child: suspended('2026-01-20T13:39', { considered: true, decidedHere: true, readBy: 'Robin Adviser' }),
    on: '2026-03-13',
    verdict: {
      status: 'met',
      message:
        'What was considered was read by Robin Adviser of the Virtual School on Tue 20 January at 13:39, before the decision on Tue 20 January at 13:40.',
    },
  },
  {
    name: 'stays broken by a contact that was recorded after the decision, and shows it with its day',
    child: suspended(null, {
      considered: true,
      decidedHere: true,
      recordedAfterwards: {
        vsh: { contactedAt: localMinute('2026-01-20T00:01'), recordedOn: isoDate('2026-01-22') },
        socialWorker: null,
      },
    }),
    on: '2026-03-13',
    verdict: {
      status: 'breach',
      about,
      final: true,
      since: '2026-01-20',
      message:
        'Decided Tue 20 January at 13:40; no contact with the Virtual School was on record then. One of Tue 20 January at 00:01 was recorded afterwards on 22 January.',
    },
  },
  {
    name: 'says plainly of one said to be after the decision that it was after it, whenever it was recorded',
    child: suspended(null, {
      considered: true,
      decidedHere: true,
      recordedAfterwards: {
        vsh: { contactedAt: localMinute('2026-01-20T14:00'), recordedOn: isoDate('2026-01-22') },
        socialWorker: null,
      },
    }),
    on: '2026-03-13',
    verdict: { status: 'breach', message: /was contacted on Tue 20 January at 14:00, after it\.$/ },
  },
  {
    name: 'is broken when no contact is recorded',
    child: suspended(null),
    on: '2026-03-13',
    verdict: {
      status: 'breach',
      final: true,
      message: 'Decided Tue 20 January at 13:40; no contact with the Virtual School before it is recorded.',
    },
  },
  {
    name: 'holds before a permanent exclusion and before lunchtimes too',
    child: aChild({
      suspension: aSuspensionHistory([
        aSuspension('2026-01-21', { kind: 'lunchtime', decidedAt: localMinute('2026-01-20T13:40') }),
        aSuspension('2026-02-26', {
          kind: 'permanent',
          halfDays: null,
          decidedAt: localMinute('2026-02-25T14:21'),
        }),
      ]),
    }),
    on: '2026-03-13',
    verdict: [
      {
        status: 'breach',
        headline: 'Virtual School not contacted before the lunchtime suspension of 21 January',
      },
      {
        status: 'breach',
        headline: 'Virtual School not contacted before the permanent exclusion of 26 February',
      },
    ],
  },
  {
    name: 'does not know when no time of decision is recorded and the contact was by the first day',
    child: suspended('2026-01-21T08:00', { decidedAt: null }),
    on: '2026-03-13',
    verdict: { status: 'no-data', about },
  },
  {
    name: 'is broken by a contact after the first day, whenever the decision was',
    child: suspended('2026-01-22T08:00', { decidedAt: null }),
    on: '2026-03-13',
    verdict: { status: 'breach', since: '2026-01-21', message: /^Began Wed 21 January/ },
  },
  {
    name: 'is no duty when the child was not looked after on the day of the decision',
    child: {
      ...suspended(null, { groupsThen: groups('cin', 'ever6') }),
      care: aCare({ thisYear: groups('cla', 'cin', 'ever6') }),
    },
    on: '2026-03-13',
    verdict: { status: 'not-applicable', about, message: 'Not looked after on the day of the decision.' },
  },
  {
    name: 'never fires for a child in need or previously looked after',
    child: { ...suspended(null), care: careOf('cin', 'cp', 'previouslyCla', 'kinship', 'ever6') },
    on: '2026-03-13',
    verdict: 'not-applicable',
  },
  {
    name: 'is no duty of this school for another school’s suspension',
    child: suspended(null, { atOtherSchool: true }),
    on: '2026-03-13',
    verdict: { status: 'not-applicable', message: 'No suspension here this academic year.' },
  },
  {
    name: 'is not known where suspensions were never recorded',
    child: aChild({ suspension: null }),
    on: '2026-03-13',
    verdict: 'no-data',
  },
])
