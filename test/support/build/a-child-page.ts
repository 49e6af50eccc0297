import type { ChildPage } from '../../../web/api.ts'
import type { Finding } from '../../../web/pages/child/finding-view.ts'
import type { Entry } from '../../../web/pages/child/records.ts'
import type { Card } from '../../../web/pages/today/card-view.ts'

type Changed<T> = { readonly [K in keyof T]?: T[K] | undefined }

const duty: Finding['duty'] = {
  owner: 'designated-teacher',
  force: 'should',
  sourceTitle: 'Promoting the education of looked-after children',
  sourceShort: 'Promoting education guidance',
  place: null,
  url: 'https://guidance.example/promoting',
}

export const aFinding = (changed: Changed<Finding> = {}): Finding =>
  ({
    ruleId: 'persistent-absence',
    about: '',
    status: 'met',
    title: 'Fewer than one session in ten missed',
    message: '10 of 200 sessions missed.',
    evidence: [],
    dueOn: null,
    duty,
    ...changed,
  }) as Finding

export const aCard = (changed: Changed<Card> = {}): Card =>
  ({
    alertId: 'alert-1',
    version: 1,
    state: 'open',
    answer: null,
    note: null,
    askAgainOn: null,
    seen: false,
    ruleId: 'termly-pep-missing',
    about: '2025/26 spring',
    child: { id: 'child-1', name: 'Ash Reed', yearGroup: '9', statuses: ['cla'] },
    status: 'due',
    title: 'Spring PEP to hold',
    message: 'No spring PEP yet.',
    evidence: [],
    duty,
    severity: 'high',
    closedBy: null,
    dueOn: '2026-03-27',
    since: null,
    final: false,
    distance: 10,
    dayKind: 'school',
    action: {
      text: 'Hold it.',
      label: 'Record a PEP meeting',
      form: 'pep-meeting',
      record: null,
      prefill: null,
    },
    ...changed,
  }) as Card

export const anEntry = (changed: Changed<Entry> = {}): Entry =>
  ({
    id: 'record-1',
    kind: 'contact',
    version: 1,
    childId: 'child-1',
    on: '2026-01-20',
    summary: 'Parent: told of a suspension',
    typed: [],
    fields: {},
    title: 'Contact',
    reasons: [],
    duties: [],
    ...changed,
  }) as Entry

/** A looked-after child of Year 9 of whom little is recorded, as at Friday 13 March 2026. */
export function aChildPage(changed: Changed<ChildPage> = {}): ChildPage {
  const page = {
    on: '2026-03-13',
    evaluatesOn: '2026-03-13',
    isToday: true,
    year: '2025/26',
    horizon: '2026-03-27',
    child: {
      id: 'child-1',
      version: 1,
      name: 'Ash Reed',
      forename: 'Ash',
      sayName: null,
      yearGroup: '9',
      age: 14,
      onRoll: true,
      admittedOn: '2023-09-01',
      leftOn: null,
      statuses: ['cla'],
      group: 'cla',
      authority: 'Saltmere',
    },
    words: null,
    ring: { people: [], leftOut: [] },
    yearLine: {
      firstDay: '2025-09-02',
      lastDay: '2026-07-17',
      terms: [{ name: 'Spring 2026', firstDay: '2026-01-05', lastDay: '2026-03-27' }],
      care: [],
      peps: [],
      suspensions: [],
      runs: [],
      contacts: [],
    },
    cards: [],
    findings: [],
    attendance: null,
    sessions: { days: [], codes: {} },
    suspension: null,
    timeline: [],
    ...changed,
  }
  return page as unknown as ChildPage
}
