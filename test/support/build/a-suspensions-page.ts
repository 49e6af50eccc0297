import type {
  SuspensionPage,
  SuspensionRow,
  SuspensionsPage,
  Task,
} from '../../../server/pathway/shapes-after.ts'
import { isoDate, localMinute } from '../../../server/calendar/iso-date.ts'

/** A row of the picture: two days of a looked-after child, decided after asking, all done. */
export function aSuspensionRow(changed: Partial<SuspensionRow> = {}): SuspensionRow {
  const startedOn = changed.startedOn ?? isoDate('2026-03-04')
  return {
    id: 'one',
    child: { id: 'child', name: 'Chidi Taylor', yearGroup: '9', statuses: ['cla'], group: 'cla' },
    kind: 'suspension',
    startedOn,
    startSession: 'AM',
    halfDays: 4,
    months: [{ month: startedOn.slice(0, 7), halfDays: 4 }],
    term: 'Spring',
    reasons: ['DB'],
    decidedAt: localMinute('2026-03-03T08:40'),
    atOtherSchool: false,
    cancelledAt: null,
    nth: 1,
    considered: false,
    askedFirst: 'before',
    open: { breach: 0, due: 0, noData: 0 },
    ...changed,
  }
}

/** The picture as at Friday 13 March 2026, with nothing in it. */
export const aSuspensionsPage = (changed: Partial<SuspensionsPage> = {}): SuspensionsPage => ({
  on: isoDate('2026-03-13'),
  evaluatesOn: isoDate('2026-03-13'),
  academicYear: '2025/26',
  isKnown: true,
  rows: [],
  considered: [],
  notSuspended: [],
  moves: [],
  offSite: [],
  cancelled: [],
  terms: [
    { name: 'Autumn', firstDay: isoDate('2025-09-01'), lastDay: isoDate('2025-12-19') },
    { name: 'Spring', firstDay: isoDate('2026-01-05'), lastDay: isoDate('2026-03-27') },
    { name: 'Summer', firstDay: isoDate('2026-04-13'), lastDay: isoDate('2026-07-21') },
  ],
  reasons: [
    { code: 'DB', words: 'Persistent disruptive behaviour' },
    { code: 'PP', words: 'Physical assault against a pupil' },
  ],
  ...changed,
})

/** A duty after a decision, met. */
export const aTask = (changed: Partial<Task> = {}): Task => ({
  ruleId: 'parent-not-told',
  title: 'Parent told',
  message: 'Told at 15:05.',
  status: 'met',
  final: false,
  dueOn: null,
  since: null,
  distance: null,
  dayKind: 'school',
  owner: 'headteacher',
  force: 'must',
  source: { id: 'source', title: 'Regulations', url: '', place: null },
  alertId: null,
  form: 'contact',
  formLabel: 'Record the notice',
  prefill: {},
  letter: null,
  ...changed,
})

/** Two days from Monday 16 March, decided on Friday 13 March, seen on that day; nothing to be done. */
export const aSuspensionPage = (changed: Partial<SuspensionPage> = {}): SuspensionPage => ({
  today: isoDate('2026-03-13'),
  child: { id: 'child', name: 'Chidi Taylor', yearGroup: '9', statuses: ['cla'] },
  record: {
    id: 'one',
    version: 1,
    kind: 'suspension',
    startedOn: isoDate('2026-03-16'),
    startSession: 'AM',
    halfDays: 4,
    decidedAt: localMinute('2026-03-13T08:40'),
    atOtherSchool: false,
    cancelledAt: null,
    reasons: [],
    considerationId: null,
    missesExam: null,
    examOn: null,
    cancelledReason: null,
    cancelRecordedOn: null,
  },
  lastDay: isoDate('2026-03-17'),
  backOn: isoDate('2026-03-18'),
  backSession: 'AM',
  decidedBy: 'Ngozi Okafor',
  askedFirst: 'before',
  withoutContact: null,
  tasks: [],
  contacts: [],
  register: null,
  cancel: { may: true, why: null },
  may: { write: true, decide: true },
  ...changed,
})
