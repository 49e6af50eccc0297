import type { ContactFact, MarkFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/attendance/unexplained-absence-not-told.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild, aContact, aLeaver } from '../../../support/build/a-child.ts'
import { aMark, anAttendance } from '../../../support/build/an-attendance.ts'
import { judge } from '../judge.ts'

const absent = (unexplained: readonly MarkFact[], contact: readonly ContactFact[] = []) =>
  aChild({ attendance: anAttendance({ unexplained }), contact })
const on11March = [aMark('2026-03-11', 'AM', 'N'), aMark('2026-03-11', 'PM', 'N')]
const about = 'absence from 2026-03-11'

judge(rule, [
  {
    name: 'is due on the day of the absence',
    child: absent(on11March),
    on: '2026-03-11',
    verdict: {
      status: 'due',
      about,
      dueOn: '2026-03-11',
      headline: 'Tell the social worker of today’s absence',
      message: 'Unexplained absence today, Wed 11 March AM and PM; the social worker is to be told today.',
    },
  },
  {
    name: 'is broken on the day after',
    child: absent(on11March),
    on: '2026-03-12',
    verdict: {
      status: 'breach',
      about,
      since: '2026-03-12',
      message:
        'Unexplained absence on Wed 11 March AM and PM; no word to the social worker is recorded since.',
    },
  },
  {
    name: 'is met by a call on the day',
    child: absent(on11March, [aContact('2026-03-11T09:40')]),
    on: '2026-03-12',
    verdict: { status: 'met', message: 'The social worker was told on Wed 11 March at 09:40.' },
  },
  {
    name: 'is met by a message left, and by a call on a later day',
    child: absent(on11March, [aContact('2026-03-12T09:40', { outcome: 'message-left' })]),
    on: '2026-03-13',
    verdict: 'met',
  },
  {
    name: 'is not met by a call on the day before',
    child: absent(on11March, [aContact('2026-03-10T16:00')]),
    on: '2026-03-12',
    verdict: 'breach',
  },
  {
    name: 'is not met by a call that nobody answered',
    child: absent(on11March, [aContact('2026-03-11T09:40', { outcome: 'no-answer' })]),
    on: '2026-03-12',
    verdict: 'breach',
  },
  {
    name: 'is not met by a word with somebody else, or about something else',
    child: absent(on11March, [
      aContact('2026-03-11T09:40', { withRole: 'parent' }),
      aContact('2026-03-11T09:50', { purpose: 'pep' }),
    ]),
    on: '2026-03-12',
    verdict: 'breach',
  },
  {
    name: 'is owed again for an absence after the call, and says only what is untold',
    child: absent([...on11March, aMark('2026-03-12', 'AM', 'O')], [aContact('2026-03-11T09:40')]),
    on: '2026-03-12',
    verdict: { status: 'due', about, message: /^Unexplained absence today, Thu 12 March AM;/ },
  },
  {
    name: 'takes absences apart where the child was in school between them',
    child: absent([aMark('2026-03-09', 'AM', 'N'), aMark('2026-03-13', 'AM', 'N')]),
    on: '2026-03-13',
    verdict: [
      { status: 'breach', about: 'absence from 2026-03-09' },
      { status: 'due', about: 'absence from 2026-03-13' },
    ],
  },
  {
    name: 'looks back ten school days',
    child: absent([aMark('2026-03-02', 'AM', 'O')]),
    on: '2026-03-13',
    verdict: 'breach',
  },
  {
    name: 'and no further',
    child: absent([aMark('2026-03-02', 'AM', 'O')]),
    on: '2026-03-16',
    verdict: { status: 'met', message: 'No unexplained absence in the last 10 school days.' },
  },
  {
    name: 'looks back as far as the school chose',
    child: absent([aMark('2026-03-02', 'AM', 'O')]),
    on: '2026-03-16',
    options: { lookBack: 20 },
    verdict: 'breach',
  },
  ...(['cin', 'cp'] as const).map((group) => ({
    name: `holds for a child with a plan: ${group}`,
    child: { ...absent(on11March), care: careOf(group) },
    on: '2026-03-12',
    verdict: 'breach' as const,
  })),
  {
    name: 'does not apply once the plan has ended',
    child: { ...absent(on11March), care: { ...careOf('ever6'), thisYear: careOf('cin').now } },
    on: '2026-03-12',
    verdict: { status: 'not-applicable', message: 'The child has no social worker today.' },
  },
  {
    name: 'does not apply to a child without a social worker',
    child: { ...absent(on11March), care: careOf('previouslyCla', 'kinship', 'ever6') },
    on: '2026-03-12',
    verdict: 'not-applicable',
  },
  {
    name: 'does not apply once the child has left',
    child: { ...absent(on11March), identity: aLeaver('2026-03-11') },
    on: '2026-03-12',
    verdict: 'not-applicable',
  },
  {
    name: 'knows nothing without a register',
    child: aChild({ attendance: null }),
    on: '2026-03-12',
    verdict: 'no-data',
  },
])
