import type { ConsiderationView, DraftFields } from '../../api.ts'

/** What a person may fill in, with days and minutes as their boxes give them. */
export type Draft = Omit<DraftFields, 'startedOn' | 'examOn' | 'happenedAt'> & {
  readonly startedOn: string | null
  readonly examOn: string | null
  readonly happenedAt: string | null
}

/** The fields of a draft in the order of the page, as two people's texts are compared in. */
export const FIELD_LABELS: Readonly<Record<keyof Draft, string>> = {
  ringBack: 'Number to ring back',
  happenedAt: 'When it happened',
  whatHappened: 'What happened',
  whatBefore: 'What came just before',
  reasons: 'Reasons',
  kind: 'What is considered',
  startedOn: 'First day',
  startSession: 'Begins in the',
  halfDays: 'Length',
  missesExam: 'Would miss an exam or a test',
  examOn: 'Day of the exam or test',
}

type Name = keyof Draft
const NAMES = Object.keys(FIELD_LABELS) as readonly Name[]

export const nothingSaid: Draft = {
  ringBack: null,
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
}

/** What a person may fill in, of what is stored. */
export function fieldsOfView(view: ConsiderationView | null): Draft {
  if (!view) return nothingSaid
  const { ringBack, happenedAt, whatHappened, whatBefore, reasons } = view
  const { kind, startedOn, startSession, halfDays, missesExam, examOn } = view
  return {
    ringBack,
    happenedAt,
    whatHappened,
    whatBefore,
    reasons,
    kind,
    startedOn,
    startSession,
    halfDays,
    missesExam,
    examOn,
  }
}

const same = (one: Draft, other: Draft, name: Name): boolean =>
  JSON.stringify(one[name] ?? null) === JSON.stringify(other[name] ?? null)

/** Names of the fields in which two drafts differ. */
export const differing = (one: Draft, other: Draft): Name[] => NAMES.filter((name) => !same(one, other, name))

/** What belongs together is chosen together: a length of one person never joins the first day of another. */
const PROPOSAL: readonly Name[] = ['kind', 'startedOn', 'startSession', 'halfDays']

/**
 * Two people's changes to what was saved before: what only one of them changed is taken from that one. `both` names
 * what both changed, and differently; there `merged` keeps one's own.
 */
export function merge(base: Draft, mine: Draft, theirs: Draft): { merged: Draft; both: Name[] } {
  const changedByMe = new Set(differing(base, mine))
  if (PROPOSAL.some((name) => changedByMe.has(name))) for (const name of PROPOSAL) changedByMe.add(name)
  const byThem = new Set(differing(base, theirs))
  if (PROPOSAL.some((name) => byThem.has(name))) for (const name of PROPOSAL) byThem.add(name)
  const both = NAMES.filter((name) => changedByMe.has(name) && byThem.has(name) && !same(mine, theirs, name))
  const merged: Draft = { ...theirs }
  for (const name of changedByMe) Object.assign(merged, { [name]: mine[name] })
  return { merged, both }
}
