import { daysBetween, type IsoDate } from '../calendar/iso-date.ts'
import type { InterventionFact, PepFacts, SuspensionFact } from '../facts/child-facts.ts'
import type { Evidence } from './finding.ts'
import { decisionDay } from './suspension-duty.ts'
import { count, dayWords } from './words.ts'

/** What can be tried, by its stored word. */
const kinds: Readonly<Record<string, string>> = {
  'plan-review': 'a review of the plan',
  'risk-assessment': 'a risk assessment',
  'interim-pep': 'an interim PEP',
  'adviser-visit': 'a visit of the Virtual School’s adviser',
  'sen-review': 'a review of special educational needs',
  'ehc-review': 'an early review of the education, health and care plan',
  adjustment: 'adjustments for a disability',
  'key-adult': 'a key adult',
  'in-school-support': 'support in school',
  'alternative-provision': 'alternative provision',
  'off-site-direction': 'an off-site direction',
  other: 'something else',
}

/** `a key adult`: what was begun, for the middle of a sentence. */
export const interventionWords = (what: string): string => kinds[what] ?? 'something else'

/** Begun after a suspension was decided; on that very day, when it was recorded as following it. */
const isAfter = ({ startedOn, suspensionId }: InterventionFact, suspension: SuspensionFact): boolean => {
  const decidedOn = decisionDay(suspension)
  return startedOn > decidedOn || (startedOn === decidedOn && suspensionId === suspension.id)
}

/** What was in use when a suspension was decided. */
export const inUseAt = (
  interventions: readonly InterventionFact[],
  suspension: SuspensionFact,
): readonly InterventionFact[] =>
  interventions.filter(
    (each) =>
      !isAfter(each, suspension) && (each.endedOn === null || each.endedOn >= decisionDay(suspension)),
  )

/** What was begun after a suspension and is of another kind than all that was in use at the time. */
export function differentSince(
  interventions: readonly InterventionFact[],
  suspension: SuspensionFact,
): readonly InterventionFact[] {
  const before = new Set(inUseAt(interventions, suspension).map(({ what }) => what))
  return interventions.filter((each) => isAfter(each, suspension) && !before.has(each.what))
}

/** How something different rests the line of repeated suspension, or what it still lacks. */
export type Rests = 'rests' | 'no-day' | 'not-looked-at' | 'does-not-help'

/**
 * It rests with a day after its first to look at it again, up to that day, and after it once it is recorded what
 * came of it. What has ended by that day rests nothing before that is recorded, nor what does not help.
 */
export function restsOn({ startedOn, reviewOn, endedOn, outcome }: InterventionFact, on: IsoDate): Rests {
  if (outcome === 'does-not-help') return 'does-not-help'
  if (reviewOn === null || reviewOn <= startedOn) return 'no-day'
  const isOver = endedOn !== null && endedOn <= reviewOn
  return outcome === null && (isOver || on > reviewOn) ? 'not-looked-at' : 'rests'
}

const outcomes: Readonly<Record<NonNullable<InterventionFact['outcome']>, string>> = {
  helps: 'it helps',
  'helps-a-little': 'it helps a little',
  'does-not-help': 'it does not help',
}

/** `a key adult from Thu 12 March, to be looked at again on Fri 24 April`, or what came of it. */
export function begunWords({ what, startedOn, reviewOn, outcome }: InterventionFact, on: IsoDate): string {
  const begun = `${interventionWords(what)} from ${dayWords(startedOn, on)}`
  if (outcome !== null) return `${begun}; looked at again, ${outcomes[outcome]}`
  return reviewOn === null ? begun : `${begun}, to be looked at again on ${dayWords(reviewOn, on)}`
}

/** What to record of something different that does not rest the line. */
export function lackingWords({ what, reviewOn, endedOn, ...rest }: InterventionFact, on: IsoDate): string {
  const name = interventionWords(what)
  if (restsOn({ what, reviewOn, endedOn, ...rest }, on) === 'no-day' || reviewOn === null)
    return `Say when ${name} is looked at again.`
  const why =
    endedOn !== null && endedOn <= reviewOn
      ? `it ended on ${dayWords(endedOn, on)}`
      : `it was to be looked at again on ${dayWords(reviewOn, on)}`
  return `Say what came of ${name}: ${why}.`
}

/** The staged ladder of support; an interim PEP is for looked-after children alone. */
const ladder = [
  { whats: ['plan-review', 'risk-assessment'], words: 'Review the plan and the risk assessment' },
  { whats: ['interim-pep'], words: 'Hold an interim PEP' },
  { whats: ['adviser-visit'], words: 'Ask the Virtual School’s adviser to visit' },
  { whats: ['ehc-review', 'sen-review'], words: 'Ask for an early review of needs and of any plan for them' },
  { whats: ['alternative-provision'], words: 'Look at alternative provision' },
] as const

/** Each step of the ladder, with when it was last begun. */
export function ladderEvidence(
  interventions: readonly InterventionFact[],
  { cla, on }: { readonly cla: boolean; readonly on: IsoDate },
): readonly Evidence[] {
  return stepsFor(cla).map(({ whats, words }, place) => {
    const last = interventions.findLast(({ what }) => whats.some((each) => each === what))
    return {
      label: `Step ${place + 1}: ${words}`,
      value: last === undefined ? 'not on record' : `begun ${dayWords(last.startedOn, on)}`,
      ...(last === undefined ? {} : { record: { kind: 'intervention', id: last.id } }),
    }
  })
}

const stepsFor = (cla: boolean) => ladder.filter(({ whats }) => cla || whats[0] !== 'interim-pep')

/** The first step of the ladder that was neither in use at a suspension nor begun since. */
export function nextStep(
  interventions: readonly InterventionFact[],
  suspension: SuspensionFact,
  cla: boolean,
): string {
  const known = new Set(
    [...inUseAt(interventions, suspension), ...differentSince(interventions, suspension)].map(
      ({ what }) => what,
    ),
  )
  return stepsFor(cla).find(({ whats }) => !whats.some((what) => known.has(what)))?.whats[0] ?? 'other'
}

const reviews: ReadonlySet<string> = new Set(['plan-review', 'risk-assessment', 'interim-pep'])

/** `plan last reviewed 90 days ago`, by a PEP that was held or a review that is on record. */
export function lastReviewWords(
  interventions: readonly InterventionFact[],
  pep: PepFacts | null,
  on: IsoDate,
): string {
  const days = [
    ...interventions.filter(({ what }) => reviews.has(what)).map(({ startedOn }) => startedOn),
    ...(pep?.meetings.map(({ heldOn }) => heldOn) ?? []),
  ].toSorted()
  const last = days.at(-1)
  if (last === undefined) return 'no review of a plan on record'
  const ago = daysBetween(last, on)
  return ago === 0 ? 'plan reviewed today' : `plan last reviewed ${count(ago, 'day')} ago`
}
