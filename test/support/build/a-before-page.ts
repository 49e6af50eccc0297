import type {
  BeforePage,
  Consequence,
  Consequences,
  ConsiderationView,
  ContactStep,
} from '../../../web/api.ts'

/** Something considered, just opened, of which nothing is said yet. */
export const aConsideration = (given: Partial<ConsiderationView> = {}): ConsiderationView => ({
  id: 'consideration',
  version: 1,
  openedAt: '2026-03-13T07:44:00.000Z',
  openedBy: 'David Whitlock',
  happenedAt: null,
  whatHappened: null,
  whatBefore: null,
  reasons: [],
  kind: null,
  startedOn: null,
  startSession: null,
  halfDays: null,
  missesExam: null,
  examOn: null,
  ringBack: null,
  state: 'open',
  decidedAt: null,
  decidedBy: null,
  instead: null,
  withoutContact: null,
  suspensionId: null,
  read: null,
  advice: [],
  ...given,
})

/** The Virtual School, to be rung first. */
export const aStep = (given: Partial<ContactStep> = {}): ContactStep => ({
  role: 'virtual-school',
  isFirst: true,
  title: 'Barnet Virtual School',
  personId: null,
  authorityCode: '302',
  name: null,
  organisation: null,
  phone: '020 7946 0118',
  email: null,
  missing: null,
  why: 'Barnet looks after Chidi.',
  who: 'The designated teacher.',
  force: 'should',
  isNeeded: true,
  agreement: null,
  agreed: null,
  withdrawnAt: null,
  attempts: [],
  isDone: false,
  ...given,
})

/** One thing that a length sets off. */
export const aConsequence = (given: Partial<Consequence> = {}): Consequence => ({
  id: 'tell',
  title: 'Four people to tell without delay',
  words: 'Parents and others.',
  status: 'due',
  dueOn: null,
  owner: 'headteacher',
  force: 'must',
  source: { id: 'exclusions-2012', title: 'Regulations 2012', url: 'https://example.org/', place: null },
  cautious: null,
  ...given,
})

/** What half a day would come to, with nothing before it. */
export const theConsequences = (given: Partial<Consequences> = {}): Consequences => ({
  halfDays: 1,
  note: null,
  days: [],
  lastDay: null,
  backOn: null,
  backSession: null,
  sixthDay: null,
  term: { name: 'Spring 2026', before: 0, after: 1 },
  year: { name: '2025/26', before: 0, after: 1, atOtherSchool: 0 },
  refusal: null,
  list: [],
  next: null,
  shorter: null,
  none: 'Nothing is set off.',
  ...given,
})

/** The page of a looked-after child before anything is said. */
export const aBeforePage = (given: Partial<BeforePage> = {}): BeforePage => ({
  child: { id: 'child', name: 'Chidi Taylor', yearGroup: '9', statuses: ['cla'] },
  today: '2026-03-13' as BeforePage['today'],
  title: 'Before you suspend Chidi, ring Barnet.',
  lead: 'Chidi Taylor, Year 9, is looked after by Barnet.',
  contacts: [aStep()],
  leftOut: [],
  message: '',
  considering: null,
  consequences: null,
  reasons: [],
  schoolDays: [],
  firstHalf: null,
  words: null,
  tried: [],
  notTried: [],
  soFar: [],
  may: { write: true, decide: true, why: null },
  ...given,
})
