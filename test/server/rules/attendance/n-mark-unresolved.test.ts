import type { MarkFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/attendance/n-mark-unresolved.ts'
import { noCalendar } from '../../../support/build/a-calendar.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild, aLeaver } from '../../../support/build/a-child.ts'
import { aMark, anAttendance } from '../../../support/build/an-attendance.ts'
import { judge } from '../judge.ts'

const marked = (...unexplained: readonly MarkFact[]) => aChild({ attendance: anAttendance({ unexplained }) })
/** Five school days after Friday 6 March end on Friday 13 March. */
const onFriday = marked(aMark('2026-03-06', 'AM', 'N'), aMark('2026-03-06', 'PM', 'N'))
const about = 'N from 2026-03-06'

judge(rule, [
  {
    name: 'is due on the fourth school day after the mark',
    child: onFriday,
    on: '2026-03-12',
    verdict: {
      status: 'due',
      about,
      dueOn: '2026-03-13',
      headline: 'Reason for an absence to find',
      message: 'N on Fri 6 March AM and PM: the reason is to be found by Fri 13 March.',
    },
  },
  { name: 'is due on the fifth', child: onFriday, on: '2026-03-13', verdict: 'due' },
  {
    name: 'is broken on the day after the fifth',
    child: onFriday,
    on: '2026-03-14',
    verdict: {
      status: 'breach',
      about: 'overdue N up to 2026-03-06',
      since: '2026-03-14',
      final: undefined,
      message: '2 marks N still stand after 5 school days: Fri 6 March AM and PM.',
    },
  },
  {
    name: 'counts no day of half-term',
    child: marked(aMark('2026-02-12', 'PM', 'N')),
    on: '2026-02-26',
    verdict: { status: 'due', dueOn: '2026-02-26' },
  },
  {
    name: 'takes a new absence apart from an old one',
    child: marked(aMark('2026-03-02', 'AM', 'N'), aMark('2026-03-12', 'AM', 'N')),
    on: '2026-03-13',
    verdict: [
      { status: 'breach', message: '1 mark N still stands after 5 school days: Mon 2 March AM.' },
      { status: 'due', about: 'N from 2026-03-12' },
    ],
  },
  {
    name: 'is one finding for all old absences, named by the newest and broken since the oldest',
    child: marked(
      ...['2025-09-18', '2025-10-02', '2025-12-11', '2026-01-23', '2026-02-25'].map((day) =>
        aMark(day, 'AM', 'N'),
      ),
    ),
    on: '2026-03-13',
    verdict: {
      status: 'breach',
      about: 'overdue N up to 2026-02-25',
      since: '2025-09-26',
      message:
        '5 marks N still stand after 5 school days: Thu 18 September AM, Thu 2 October AM, Thu 11 December AM and 2 more sessions.',
    },
  },
  {
    name: 'counts only the marks of a long absence that are old enough',
    child: marked(
      ...['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-09', '2026-03-10'].map((day) =>
        aMark(day, 'AM', 'N'),
      ),
    ),
    on: '2026-03-12',
    verdict: {
      status: 'breach',
      about: 'overdue N up to 2026-03-04',
      message: '1 mark N still stands after 5 school days: Wed 4 March AM.',
    },
  },
  {
    name: 'is not about O, whose reason nobody expects any more',
    child: marked(aMark('2026-02-02', 'AM', 'O')),
    on: '2026-03-13',
    verdict: { status: 'met', message: 'No mark N is left in the register this year.' },
  },
  {
    name: 'does not apply once the child has left',
    child: { ...onFriday, identity: aLeaver('2026-03-06') },
    on: '2026-03-14',
    verdict: 'not-applicable',
  },
  {
    name: 'does not apply to a child in none of the groups',
    child: { ...onFriday, care: careOf() },
    on: '2026-03-14',
    verdict: 'not-applicable',
  },
  {
    name: 'knows nothing where the school’s days are not known',
    child: onFriday,
    on: '2026-03-14',
    calendar: noCalendar,
    verdict: {
      status: 'no-data',
      message: 'N on Fri 6 March AM and PM; the school calendar does not reach 5 school days further.',
    },
  },
  {
    name: 'knows nothing without a register',
    child: aChild({ attendance: null }),
    on: '2026-03-14',
    verdict: 'no-data',
  },
])
