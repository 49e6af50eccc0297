import type { PepTerm } from '../../calendar/academic-year.ts'
import type { AssessedChild, Picture } from '../../alerts/picture.ts'
import type { RuleFinding } from '../../engine/run-rules.ts'
import type { PepMeetingFact, PepWindowFact } from '../../facts/child-facts.ts'
import { shortDay } from './short-day.ts'

/** The rule whose findings are the cells; each is about an academic year and a term. */
export const TERMLY_PEP = 'termly-pep-missing'

export const pepTerms: readonly PepTerm[] = ['autumn', 'spring', 'summer']

export type PepState =
  'on-time' | 'late' | 'missing' | 'to-complete' | 'to-hold' | 'ahead' | 'not-a-duty' | 'not-known'

/** One term's PEP of one child: a word with its date, and below it the quality, deadline or reason. */
export interface PepCell {
  state: PepState
  text: string
  detail: string
  /** The meeting that a click opens, when there is one. */
  recordId: string | null
  /** What its finding is about, to find it on the child's page. */
  about: string
}

const heldOn = ({ heldOn: day }: PepMeetingFact) => `held ${shortDay(day)}`
const several = (meetings: readonly PepMeetingFact[]) =>
  meetings.length > 1 ? `, ${meetings.length} held` : ''

function met({ meetings, lastDay }: PepWindowFact, about: string): PepCell {
  const inTime = meetings.find((each) => each.completedOn !== null && each.completedOn <= lastDay)
  return {
    state: 'on-time',
    text: inTime?.completedOn ? `Done ${shortDay(inTime.completedOn)}` : 'Done',
    detail: `${inTime?.quality ?? 'not rated yet'}${several(meetings)}`,
    recordId: inTime?.id ?? null,
    about,
  }
}

function broken({ meetings, lastDay }: PepWindowFact, on: string, about: string): PepCell {
  const late = meetings.find((each) => each.completedOn !== null && each.completedOn <= on)
  const [first] = meetings
  if (late?.completedOn)
    return {
      state: 'late',
      text: `Late, ${shortDay(late.completedOn)}`,
      detail: heldOn(late),
      recordId: late.id,
      about,
    }
  return {
    state: 'missing',
    text: first ? 'Not completed' : 'Not held',
    detail: first ? heldOn(first) : `by ${shortDay(lastDay)}`,
    recordId: first?.id ?? null,
    about,
  }
}

function toDo(window: PepWindowFact, { dueOn }: RuleFinding, on: string, about: string): PepCell {
  const { meetings, firstDay, lastDay } = window
  const [first] = meetings
  const by = `by ${shortDay(dueOn ?? lastDay)}`
  if (firstDay > on)
    return { state: 'ahead', text: `From ${shortDay(firstDay)}`, detail: '', recordId: null, about }
  return first
    ? {
        state: 'to-complete',
        text: 'To complete',
        detail: `${heldOn(first)}, ${by}`,
        recordId: first.id,
        about,
      }
    : { state: 'to-hold', text: 'To hold', detail: by, recordId: null, about }
}

const notADuty = ({ workingDaysInCare }: PepWindowFact, about: string): PepCell => ({
  state: 'not-a-duty',
  text: 'Not a duty',
  detail: workingDaysInCare === 0 ? 'not in care here' : `${workingDaysInCare} working days in care`,
  recordId: null,
  about,
})

/** The cell of one term; null where PEPs are no duty at all for the child's group. */
export function pepCell(
  { facts, findings }: AssessedChild,
  { on, year }: Pick<Picture, 'on' | 'year'>,
  term: PepTerm,
): PepCell | null {
  if (!facts.care?.thisYear.cla) return null
  const about = `${year} ${term}`
  const window = facts.pep?.windows.find((each) => each.year === year && each.term === term)
  const finding = findings.find((each) => each.ruleId === TERMLY_PEP && each.about === about)
  if (!window || !finding)
    return { state: 'not-known', text: 'Not known', detail: unknownReason(findings), recordId: null, about }
  if (finding.status === 'met') return met(window, about)
  if (finding.status === 'breach') return broken(window, on, about)
  if (finding.status === 'due') return toDo(window, finding, on, about)
  if (finding.status === 'not-applicable') return notADuty(window, about)
  return { state: 'not-known', text: 'Not known', detail: finding.message, recordId: null, about }
}

const unknownReason = (findings: readonly RuleFinding[]): string =>
  findings.find((each) => each.ruleId === TERMLY_PEP && each.status !== 'not-applicable')?.message ??
  'the term dates are not known'
