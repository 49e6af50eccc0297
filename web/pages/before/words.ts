import { html, type TemplateResult } from 'lit'
import { childName } from '../../components/child-name.ts'
import {
  actDay,
  halfDaysInWords,
  list,
  NO_BREAK,
  plainDay,
  sentence,
  timeOf,
  unbroken,
} from '../../format.ts'
import { minuteInEngland } from '../../instants.ts'
import type { Attempt, BeforePage, Consequences, ContactStep, Proposal } from '../../api.ts'

/** `07:44` of today, `07:44 on Thu 12 March` of another day; of a local minute. */
export const minuteWords = (minute: string, today: string): string =>
  minute.slice(0, 10) === today ? timeOf(minute) : `${timeOf(minute)} on ${actDay(minute.slice(0, 10))}`

/** The same of an instant. */
export const instantOn = (instant: string, today: string): string =>
  minuteWords(minuteInEngland(instant), today)

/** The name by which a child is spoken of: the first of it. */
export const forenameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? name

/** A sentence of the server's with the child's name in it, so that the name can give way to initials; days unbroken. */
export function withName(text: string, name: string): TemplateResult {
  const forename = forenameOf(name)
  const parts = unbroken(text).split(name)
  const inPart = (part: string) => {
    const words = part.split(new RegExp(`(?<![\\p{L}])${escaped(forename)}(?![\\p{L}])`, 'u'))
    return words.map((word, at) => (at === 0 ? word : html`${childName(forename)}${word}`))
  }
  return html`${parts.map((part, at) => (at === 0 ? inPart(part) : html`${childName(name)}${inPart(part)}`))}`
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** `6 days`, `half a day`, `3 lunchtimes`; null while nothing is picked. */
export function lengthWords({ kind, halfDays }: Pick<Proposal, 'kind' | 'halfDays'>): string | null {
  if (kind === 'permanent') return 'a permanent exclusion'
  if (halfDays === null || halfDays === 0 || kind === null) return null
  if (kind === 'lunchtime') return `${halfDays}${NO_BREAK}${halfDays === 1 ? 'lunchtime' : 'lunchtimes'}`
  return halfDaysInWords(halfDays)
}

/** Something can be decided: there is a first day, and a length where the kind has one. */
export const isWhole = ({
  kind,
  startedOn,
  halfDays,
}: Pick<Proposal, 'kind' | 'halfDays'> & { startedOn: string | null }): boolean =>
  startedOn !== null && (kind === 'permanent' || (kind !== null && (halfDays ?? 0) > 0))

/** `Mon 16 to Mon 23 March`; `Mon 16 March, the morning`; of lunchtimes the days alone. */
export function spanWords({ days }: Pick<Consequences, 'days'>, kind: Proposal['kind'] = null): string {
  const isLunch = kind === 'lunchtime'
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return ''
  if (first.on === last.on) {
    const half =
      isLunch || (first.morning && first.afternoon) ? '' : first.morning ? ', the morning' : ', the afternoon'
    return `${actDay(first.on)}${half}`
  }
  const sameMonth = first.on.slice(0, 7) === last.on.slice(0, 7)
  const from = sameMonth ? actDay(first.on).split(NO_BREAK).slice(0, 2).join(NO_BREAK) : actDay(first.on)
  const noon = [isLunch || first.morning ? '' : ' at noon', isLunch || last.afternoon ? '' : ' at noon']
  return `${from}${noon[0]} to ${actDay(last.on)}${noon[1]}`
}

/** `Back in school Tue 24 March.`; with the afternoon where it begins there. */
export function backWords({ backOn, backSession }: Pick<Consequences, 'backOn' | 'backSession'>): string {
  if (backOn === null) return ''
  return `Back in school ${actDay(backOn)}${backSession === 'PM' ? ', in the afternoon' : ''}.`
}

const OUTCOMES = { reached: 'Spoke', 'message-left': 'Left a message', 'no-answer': 'No answer' } as const

/** They read it here, or answered here: nobody spoke, and what they wrote stands under their own name. */
export const isAnswer = ({ how, outcome }: Attempt): boolean => how === 'other' && outcome === 'reached'

/** The newest act by which somebody was asked, or the newest of all while none was: a call without an answer is none. */
export const latestOf = (attempts: readonly Attempt[]): Attempt | undefined =>
  attempts.find(({ outcome }) => outcome !== 'no-answer') ?? attempts[0]

/** `Spoke, 07:44, David Whitlock`; `Answered here, 07:44`. */
export function attemptWords(attempt: Attempt, today: string): string {
  const { outcome, at, madeBy, agreedBy, refusedBy } = attempt
  if (isAnswer(attempt)) return `Answered here, ${minuteWords(at, today)}`
  const what = outcome === null ? 'Told' : OUTCOMES[outcome]
  const said = [what, minuteWords(at, today), madeBy].filter(Boolean).join(', ')
  if (agreedBy !== null) return `${said}; ${agreedBy} agrees that the Virtual School is asked`
  return refusedBy === null ? said : `${said}; ${refusedBy} does not agree that the Virtual School is asked`
}

/** Those who should be asked before a decision and were not. */
export const notAsked = (contacts: readonly ContactStep[]): ContactStep[] =>
  contacts.filter(({ isNeeded, isDone }) => isNeeded && !isDone)

/** `Barnet Virtual School has not been asked.`; of several `…, … and … have not been asked.` */
export function notAskedWords(contacts: readonly ContactStep[]): string {
  const missing = notAsked(contacts).map((step) => stepTitle(step))
  if (missing.length === 0) return ''
  return `${sentence(list(missing))} ${missing.length === 1 ? 'has' : 'have'} not been asked.`
}

/** `Barnet Virtual School`; `the social worker`. */
const stepTitle = ({ title }: ContactStep) => (/^[a-z]/.test(title) ? `the ${title}` : title)

/** The Virtual School that sees what is considered; null for a child whom none looks after. */
export const virtualSchoolOf = ({
  child,
  contacts,
}: Pick<BeforePage, 'child' | 'contacts'>): string | null =>
  child.statuses.includes('cla')
    ? (contacts.find(({ role }) => role === 'virtual-school')?.title ?? 'The Virtual School')
    : null

/** The suspensions of the year before the one that was decided here. */
export const earlier = ({
  soFar,
  considering,
}: Pick<BeforePage, 'soFar' | 'considering'>): BeforePage['soFar'] =>
  soFar.filter(({ id }) => id !== considering?.suspensionId)

const season = (name: string) => (/term$/i.test(name) ? name : `${name} term`)

/** `Spring term` of a total's name. */
export const termName = (name: string): string => sentence(season(name.replace(/\s+\d{4}(\/\d+)?$/, '')))

/** `13 March`, or `13 March 2025` when it was in another year than `today`. */
export const dayWords = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? plainDay(day) : `${plainDay(day)} ${day.slice(0, 4)}`
