import { expect, it } from 'vitest'
import { localMinute } from '../../../../server/calendar/iso-date.ts'
import type { SuspensionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/local-authority-not-told.ts'
import { careOf, groups } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { findingsOf, judge } from '../judge.ts'

const at = (time: string | null) => (time === null ? null : localMinute(time))

/** Half a day from Monday 23 February, decided on the Friday before half-term. */
const suspended = (la: string | null, given: Partial<SuspensionFact> = {}, home: string | null = null) =>
  aChild({
    suspension: aSuspensionHistory([
      aSuspension('2026-02-23', {
        halfDays: 1,
        decidedAt: localMinute('2026-02-13T14:30'),
        told: {
          parent: localMinute('2026-02-13T15:00'),
          la: at(la),
          home: at(home),
          socialWorker: null,
          vsh: null,
          board: null,
        },
        ...given,
      }),
    ]),
  })

/** A permanent exclusion of which the school's authority was told at a time, and the one the child lives in at another. */
const excluded = (la: string, given: Partial<SuspensionFact> = {}, home: string | null = null) =>
  suspended(la, { kind: 'permanent', halfDays: null, byTerm: {}, ...given }, home)

const livesIn = (name: string, isSchoolsOwn: boolean) => ({ authority: { code: 'X09', name }, isSchoolsOwn })

judge(rule, [
  {
    name: 'is due on the day of the decision, whatever the length',
    child: suspended(null),
    on: '2026-02-13',
    verdict: { status: 'due', dueOn: '2026-02-13', message: /the local authority must be told/ },
  },
  {
    name: 'is kept when the authority was told that day',
    child: suspended('2026-02-13T15:25'),
    on: '2026-03-13',
    verdict: 'met',
  },
  {
    name: 'asks after a permanent exclusion whether the child lives in another authority',
    child: excluded('2026-02-13T15:25', { decidedHere: true }),
    on: '2026-03-13',
    verdict: [
      { status: 'met', about: 'suspension:suspension-2026-02-23' },
      {
        status: 'watch',
        about: 'suspension:suspension-2026-02-23:home-authority',
        headline: 'Another home authority to tell? The permanent exclusion of 23 February',
        message:
          'Which authority the child lives in is not on record. Where it is not the school’s own, it must be told of the permanent exclusion too, without delay. Write it on the child’s own record, or record the notice to it.',
        prefill: {
          suspensionId: 'suspension-2026-02-23',
          withRole: 'home-authority',
          purpose: 'suspension-notice',
        },
      },
    ],
  },
  {
    name: 'is kept for both by a notice to each that day, also where nobody said which the other is',
    child: excluded('2026-02-13T15:25', { decidedHere: true }, '2026-02-13T15:40'),
    on: '2026-03-13',
    verdict: ['met', { status: 'met', message: /the home authority was told .* at 15:40, without delay\.$/ }],
  },
  {
    name: 'is not known for the authority the child lives in where its notice stands before the decision',
    child: excluded('2026-02-13T15:25', { decidedHere: true }, '2026-02-13T14:00'),
    on: '2026-03-13',
    verdict: [
      'met',
      {
        status: 'no-data',
        about: 'suspension:suspension-2026-02-23:home-authority',
        message: /notice to the home authority stands on .*before the decision/,
      },
    ],
  },
  {
    name: 'is not known for the authority the child lives in where a file told us of the exclusion',
    child: excluded('2026-02-13T15:25'),
    on: '2026-03-13',
    verdict: [
      'met',
      { status: 'no-data', message: /must be told of the permanent exclusion too, without delay\.$/ },
    ],
  },
  {
    name: 'is kept by one notice where the child lives in the school’s own authority',
    child: { ...excluded('2026-02-13T15:25', { decidedHere: true }), home: livesIn('Hertfordshire', true) },
    on: '2026-03-13',
    verdict: ['met', { status: 'met', message: /lives in Hertfordshire, the school’s own authority/ }],
  },
  {
    name: 'is due to the authority the child lives in on the day of the decision, also for an exclusion from a file',
    child: { ...excluded('2026-02-13T15:25'), home: livesIn('Kent', false) },
    on: '2026-02-13',
    verdict: [
      'met',
      {
        status: 'due',
        dueOn: '2026-02-13',
        headline: 'Tell the home authority of the permanent exclusion of 23 February',
        prefill: {
          suspensionId: 'suspension-2026-02-23',
          withRole: 'home-authority',
          purpose: 'suspension-notice',
        },
      },
    ],
  },
  {
    name: 'is broken when the authority the child lives in was told a day later',
    child: { ...excluded('2026-02-13T15:25', {}, '2026-02-23T09:00'), home: livesIn('Kent', false) },
    on: '2026-03-13',
    verdict: [
      'met',
      {
        status: 'breach',
        final: true,
        headline: 'Home authority told late of the permanent exclusion of 23 February',
        message: /the home authority was told on Mon 23 February at 09:00, one school day later\.$/,
      },
    ],
  },
  {
    name: 'is kept for the authority the child lives in, and broken for the school’s own, where only the first was told',
    child: {
      ...suspended(null, { kind: 'permanent', halfDays: null, byTerm: {} }, '2026-02-13T15:40'),
      home: livesIn('Kent', false),
    },
    on: '2026-03-13',
    verdict: [
      { status: 'breach', message: /no record says that the local authority was told/ },
      { status: 'met', message: /the home authority was told on .* at 15:40, without delay/ },
    ],
  },
  {
    name: 'asks nothing about another authority once the exclusion was cancelled',
    child: excluded('2026-02-13T15:25', {
      decidedHere: true,
      cancelledAt: localMinute('2026-02-24T12:00'),
      halfDays: 3,
    }),
    on: '2026-03-13',
    verdict: 'met',
  },
  {
    name: 'is broken in the half-term while nobody told the authority',
    child: suspended(null),
    on: '2026-02-14',
    verdict: {
      status: 'breach',
      since: '2026-02-14',
      headline: 'Local authority not told of the suspension of 23 February',
    },
  },
  {
    name: 'is late on the first school day after half-term, and no worse',
    child: suspended('2026-02-23T09:00'),
    on: '2026-03-13',
    verdict: {
      status: 'breach',
      final: true,
      headline: 'Local authority told late of the suspension of 23 February',
      message: /told on Mon 23 February at 09:00, one school day later\.$/,
    },
  },
  {
    name: 'is very late on the second',
    child: suspended('2026-02-24T09:00'),
    on: '2026-03-13',
    verdict: {
      status: 'breach',
      headline: 'Local authority told very late of the suspension of 23 February',
    },
  },
  {
    name: 'holds for a child who had no group on the day of the decision',
    child: {
      ...suspended(null),
      suspension: aSuspensionHistory([aSuspension('2026-02-23', { groupsThen: groups() })]),
    },
    on: '2026-03-13',
    verdict: 'breach',
  },
  {
    name: 'stands in no list for a child in no group this year',
    child: { ...suspended(null), care: careOf() },
    on: '2026-03-13',
    verdict: 'not-applicable',
  },
  {
    name: 'is not known where suspensions were never recorded',
    child: aChild({ suspension: null }),
    on: '2026-03-13',
    verdict: 'no-data',
  },
])

it('names the authority the child lives in, where it is on record', () => {
  const child = { ...excluded('2026-02-13T15:25'), home: livesIn('Kent', false) }
  const [, home] = findingsOf(rule, { child, on: '2026-03-13' })
  expect(home?.evidence).toContainEqual({ label: 'Home authority', value: 'Kent' })
})
