import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { BoardMeetingFact, SuspensionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/governors-meeting-due.ts'
import { calendarToSpring } from '../../../support/build/a-calendar.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { describe, expect, it } from 'vitest'
import { findingsOf, judge } from '../judge.ts'

const decidedAt = localMinute('2026-02-25T14:05')

/** So many half days from 26 February, decided on Wednesday 25 February. */
const suspended = (halfDays: number | null, given: Partial<SuspensionFact> = {}) =>
  aChild({
    suspension: aSuspensionHistory([aSuspension('2026-02-26', { halfDays, decidedAt, ...given })]),
  })

/** A meeting of the board on a day, held unless said otherwise. */
const meeting = (meetsOn: string, given: Partial<BoardMeetingFact> = {}): BoardMeetingFact => ({
  id: `meeting-${meetsOn}`,
  meetsOn: isoDate(meetsOn),
  held: true,
  invited: ['parent', 'social-worker', 'virtual-school'],
  outcome: 'declined',
  decisionToldOn: null,
  ...given,
})

const permanent = { kind: 'permanent', byTerm: {}, termTotalAfter: {} } as const
const untold = { parent: null, la: null, home: null, socialWorker: null, vsh: null, board: null }

/** Three suspensions of 5, 5 and 5.5 days; the last one makes 15.5. */
const thrice = aChild({
  suspension: aSuspensionHistory([
    aSuspension('2026-01-14', { halfDays: 10, decidedAt: localMinute('2026-01-13T13:40') }),
    aSuspension('2026-01-28', {
      halfDays: 10,
      decidedAt: localMinute('2026-01-27T13:40'),
      termTotalAfter: { 'Spring 2026': 20 },
    }),
    aSuspension('2026-02-26', { halfDays: 11, decidedAt, termTotalAfter: { 'Spring 2026': 31 } }),
  ]),
})

judge(rule, [
  {
    name: 'is no duty at 5 days: the board considers what parents say',
    child: suspended(10),
    on: '2026-02-26',
    verdict: {
      status: 'not-applicable',
      about: 'suspension:suspension-2026-02-26',
      message:
        'With it 5 school days in Spring 2026, not over 5: the board considers what parents say, and no meeting is due.',
    },
  },
  {
    name: 'is to be watched at 5.5 days, within 50 school days if parents ask',
    child: suspended(11),
    on: '2026-02-26',
    verdict: {
      status: 'watch',
      dueOn: '2026-05-21',
      headline: 'Governors meet if parents ask: the suspension of 26 February',
      message:
        '5.5 school days in Spring 2026 (26 February), over 5: if parents make representations, the board must meet by Thu 21 May, 50 school days after the decision.',
    },
  },
  {
    name: 'is still to be watched at exactly 15 days',
    child: suspended(30),
    on: '2026-02-26',
    verdict: { status: 'watch', dueOn: '2026-05-21' },
  },
  {
    name: 'is due within 15 school days at 15.5 days, whatever parents say',
    child: suspended(31),
    on: '2026-02-26',
    verdict: { status: 'due', dueOn: '2026-03-18' },
  },
  {
    name: 'shows the sum of the term',
    child: thrice,
    on: '2026-03-13',
    verdict: [
      'not-applicable',
      {
        status: 'watch',
        message: /^10 school days in Spring 2026 \(14 January and 28 January: 5 \+ 5\), over 5:/,
      },
      {
        status: 'due',
        dueOn: '2026-03-18',
        headline: 'Governors must meet about the suspension of 26 February',
        message:
          '15.5 school days in Spring 2026 (14 January, 28 January and 26 February: 5 + 5 + 5.5), over 15: the governing board must meet by Wed 18 March, 15 school days after the decision.',
      },
    ],
  },
  {
    name: 'is due within 15 school days of a permanent exclusion',
    child: suspended(null, permanent),
    on: '2026-03-17',
    verdict: {
      status: 'due',
      dueOn: '2026-03-18',
      message:
        'Permanently excluded from Thu 26 February: the governing board must meet by Wed 18 March, 15 school days after the decision.',
    },
  },
  {
    name: 'is due on the fifteenth school day itself',
    child: suspended(31),
    on: '2026-03-18',
    verdict: 'due',
  },
  {
    name: 'has no record of a meeting on the day after',
    child: suspended(31),
    on: '2026-03-19',
    verdict: {
      status: 'breach',
      since: '2026-03-19',
      final: undefined,
      headline: 'No record that governors met about the suspension of 26 February',
      message:
        '15.5 school days in Spring 2026 (26 February), over 15; no record that the governing board met by Wed 18 March, 15 school days after the decision.',
    },
  },
  {
    name: 'is kept by a meeting held on the fifteenth school day',
    child: suspended(31, { boardMeetings: [meeting('2026-03-18')] }),
    on: '2026-03-20',
    verdict: {
      status: 'met',
      message:
        '15.5 school days in Spring 2026 (26 February), over 15: the governing board met on Wed 18 March; it did not bring the child back.',
    },
  },
  {
    name: 'is not known to be kept by a meeting that stands before the decision',
    child: suspended(null, { ...permanent, boardMeetings: [meeting('2026-02-24')] }),
    on: '2026-03-20',
    verdict: { status: 'no-data', message: /which is before the decision: check the day of the meeting\.$/ },
  },
  {
    name: 'is kept by one on the day of the decision itself',
    child: suspended(null, { ...permanent, boardMeetings: [meeting('2026-02-25')] }),
    on: '2026-03-20',
    verdict: 'met',
  },
  {
    name: 'stays late when the board met the day after',
    child: suspended(31, { boardMeetings: [meeting('2026-03-19', { outcome: 'reinstated' })] }),
    on: '2026-03-20',
    verdict: {
      status: 'breach',
      final: true,
      since: '2026-03-19',
      headline: 'Governors met late about the suspension of 26 February',
      message:
        '15.5 school days in Spring 2026 (26 February), over 15: the governing board met on Thu 19 March; it brought the child back, but it had to meet by Wed 18 March, 15 school days after the decision.',
    },
  },
  {
    name: 'is still due while a meeting is only planned, and says when it is',
    child: suspended(31, { boardMeetings: [meeting('2026-03-17', { held: false, outcome: null })] }),
    on: '2026-03-13',
    verdict: { status: 'due', message: /\. A meeting is planned for Tue 17 March\.$/ },
  },
  {
    name: 'is due within 50 school days at 5.5 days when parents made representations',
    child: suspended(11, { representations: true }),
    on: '2026-02-26',
    verdict: {
      status: 'due',
      dueOn: '2026-05-21',
      message:
        '5.5 school days in Spring 2026 (26 February), over 5, and the parents ask for it: the governing board must meet by Thu 21 May, 50 school days after the decision.',
    },
  },
  {
    name: 'is broken after the fiftieth school day when parents made representations',
    child: suspended(11, { representations: true }),
    on: '2026-05-22',
    verdict: { status: 'breach', since: '2026-05-22' },
  },
  {
    name: 'is no duty at 15 days when parents said that they make no representations',
    child: suspended(30, { representations: false }),
    on: '2026-02-26',
    verdict: { status: 'not-applicable', message: /the parents said that they make no representations\.$/ },
  },
  {
    name: 'asks the board to consider what parents said up to 5 days, without a meeting',
    child: suspended(10, { representations: true, representationsOn: isoDate('2026-03-02') }),
    on: '2026-03-13',
    verdict: {
      status: 'watch',
      dueOn: undefined,
      message:
        'With it 5 school days in Spring 2026, not over 5: no meeting is due, but the board must consider what the parents said.',
    },
  },
  {
    name: 'is answered up to 5 days once the board considered what parents said',
    child: suspended(10, {
      representations: true,
      boardMeetings: [meeting('2026-03-11', { outcome: 'considered' })],
    }),
    on: '2026-03-13',
    verdict: { status: 'met', message: /met on Wed 11 March; it considered what was said\.$/ },
  },
  {
    name: 'is due before an exam that half a day would miss',
    child: suspended(1, { missesExam: true, examOn: isoDate('2026-03-09') }),
    on: '2026-03-03',
    verdict: {
      status: 'due',
      dueOn: '2026-03-06',
      message:
        'A public exam or national test is missed: the governing board must meet by Fri 6 March, before the exam, as far as that is practicable, and by Wed 18 March, 15 school days after the decision.',
    },
  },
  {
    name: 'is due within the 15 school days once the exam has passed',
    child: suspended(1, { missesExam: true, examOn: isoDate('2026-03-09') }),
    on: '2026-03-09',
    verdict: { status: 'due', dueOn: '2026-03-18' },
  },
  {
    name: 'falls away when the exclusion is cancelled',
    child: suspended(4, { ...permanent, cancelledAt: localMinute('2026-03-02T09:00') }),
    on: '2026-03-13',
    verdict: {
      status: 'not-applicable',
      message: 'Cancelled on Mon 2 March at 09:00: governors are no longer asked here to meet about it.',
    },
  },
  {
    name: 'is watched on the fiftieth school day',
    child: suspended(11),
    on: '2026-05-21',
    verdict: 'watch',
  },
  {
    name: 'asks for nothing after the fiftieth when no record says that parents asked',
    child: suspended(11),
    on: '2026-05-22',
    verdict: { status: 'not-applicable', message: /no record says that parents asked for a meeting/ },
  },
  {
    name: 'counts from the day the board was told where that is recorded',
    child: suspended(31, { told: { ...untold, board: localMinute('2026-02-27T09:00') } }),
    on: '2026-03-13',
    verdict: { status: 'due', dueOn: '2026-03-20', message: /15 school days after the board was told\.$/ },
  },
  {
    name: 'counts from the notice in the very minute of the decision',
    child: suspended(31, { told: { ...untold, board: decidedAt } }),
    on: '2026-03-13',
    verdict: { status: 'due', dueOn: '2026-03-18', message: /15 school days after the board was told\.$/ },
  },
  {
    name: 'counts from the decision where the notice stands before it, be it by a minute',
    child: suspended(31, { told: { ...untold, board: localMinute('2026-02-25T14:04') } }),
    on: '2026-03-13',
    verdict: { status: 'due', dueOn: '2026-03-18', message: /15 school days after the decision\.$/ },
  },
  {
    name: 'counts from the decision where the notice stands in the month before it',
    child: suspended(31, { told: { ...untold, board: localMinute('2026-01-27T09:00') } }),
    on: '2026-03-13',
    verdict: { status: 'due', dueOn: '2026-03-18', message: /15 school days after the decision\.$/ },
  },
  {
    name: 'knows no day past the known calendar',
    child: suspended(11),
    on: '2026-02-26',
    calendar: calendarToSpring,
    verdict: {
      status: 'no-data',
      message:
        '5.5 school days in Spring 2026 (26 February), over 5: if parents make representations, the board must meet within 50 school days; the known calendar ends before then.',
    },
  },
  {
    name: 'knows no day without a day of decision',
    child: suspended(31, { decidedAt: null }),
    on: '2026-03-13',
    verdict: { status: 'no-data', message: /no time of decision is recorded\.$/ },
  },
  {
    name: 'knows no total past the known terms',
    child: suspended(31, { byTerm: {}, termTotalAfter: {} }),
    on: '2026-03-13',
    verdict: { status: 'no-data', message: /terms are not known/ },
  },
  {
    name: 'is still due in September for a suspension of July',
    child: aChild({
      suspension: aSuspensionHistory([
        aSuspension('2025-07-15', {
          halfDays: 31,
          decidedAt: localMinute('2025-07-15T09:30'),
          byTerm: { 'Summer 2025': 31 },
          termTotalAfter: { 'Summer 2025': 31 },
        }),
      ]),
    }),
    on: '2025-09-08',
    verdict: { status: 'due', dueOn: '2025-09-12' },
  },
  {
    name: 'is no duty of this board for another school’s suspension',
    child: suspended(31, { atOtherSchool: true }),
    on: '2026-03-13',
    verdict: 'not-applicable',
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...suspended(31), care: careOf() },
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

describe('the evidence of a meeting to come', () => {
  const labels = (on: string, given: Partial<SuspensionFact> = {}) =>
    Object.fromEntries(
      (findingsOf(rule, { child: suspended(31, given), on })[0]?.evidence ?? []).map(({ label, value }) => [
        label,
        value,
      ]),
    )

  it('presses for it from five school days before its last day', () => {
    expect(labels('2026-03-10')['School days left']).toBeUndefined()
    expect(labels('2026-03-11')['School days left']).toBe('5')
    expect(labels('2026-03-18')['School days left']).toBe('none after today')
  })

  it('names all who are to be invited, and of whom no invitation is on record', () => {
    const authority = 'the local authority (of an academy, where the parents ask for it)'
    expect(labels('2026-03-10')['To be invited']).toBe(
      `the parents, the headteacher, ${authority}, the social worker and the Virtual School`,
    )
    const invited = (...roles: readonly string[]) =>
      labels('2026-03-10', { boardMeetings: [meeting('2026-03-17', { held: false, invited: roles })] })[
        'Invited'
      ]
    expect(invited('parent')).toBe(
      `no record of the headteacher, ${authority}, the social worker and the Virtual School`,
    )
    const others = ['parent', 'social-worker', 'virtual-school']
    expect(invited(...others)).toBe(`no record of the headteacher and ${authority}`)
    expect(invited(...others, 'headteacher')).toBe(`no record of ${authority}`)
    expect(invited(...others, 'headteacher', 'local-authority')).toBe('all who may come')
  })
})
