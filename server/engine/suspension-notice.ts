import { addDays, dayOf, localMinute, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { NoticeParty, SuspensionFact } from '../facts/child-facts.ts'
import { noticeState } from '../law/suspension.ts'
import { thresholds } from '../law/thresholds.ts'
import { breach, due, met, noData, type Evidence, type Finding } from './finding.ts'
import type { RuleContext } from './rule.ts'
import { aboutSuspension, decisionWords, suspensionEvidence, suspensionName } from './suspension-duty.ts'
import { capital, countWords, minuteWords } from './words.ts'

/** The local line of every notice: the law says "without delay" and gives no number. */
export const noticeOptions = {
  redAfter: {
    label: 'A notice later than this many school days after the decision is very late',
    unit: thresholds.noticeRed.unit,
    value: thresholds.noticeRed.latest,
  },
} as const

/** Who is to be told of a suspension: in the facts, in words, and as the role a contact is recorded with. */
const parties = {
  parent: { who: 'parent', role: 'parent' },
  la: { who: 'local authority', role: 'local-authority' },
  home: { who: 'home authority', role: 'home-authority' },
  socialWorker: { who: 'social worker', role: 'social-worker' },
  vsh: { who: 'Virtual School', role: 'virtual-school' },
  board: { who: 'governing board', role: 'governing-board' },
} as const satisfies Readonly<Record<NoticeParty, { who: string; role: string }>>

/** When somebody was told of it; null, too, for a time before the decision, which is no notice of it. */
export function toldOf({ told, decidedAt }: SuspensionFact, party: NoticeParty): LocalMinute | null {
  const at = told[party]
  return at !== null && decidedAt !== null && at < decidedAt ? null : at
}

/** Where all that is recorded of a notice is a time before the decision: its finding, else undefined. */
export function noticeBefore(
  suspension: SuspensionFact,
  party: NoticeParty,
  on: IsoDate,
): Finding | undefined {
  const at = suspension.told[party]
  const { decidedAt } = suspension
  if (at === null || decidedAt === null || toldOf(suspension, party) !== null) return undefined
  return noData(
    aboutSuspension(suspension),
    `The notice to the ${parties[party].who} stands on ${minuteWords(at, on)}, before the decision on ${minuteWords(decidedAt, on)}: check the time.`,
  )
}

/** School days after the one up to the other; null where the calendar cannot count them. */
const schoolDaysAfter = (calendar: SchoolCalendar, from: IsoDate, to: IsoDate): number | null => {
  const days = calendar.schoolDaysBetween(addDays(from, 1), to)
  const last = calendar.schoolDayOnOrBefore(to)
  return last !== null && (days === 0 || calendar.addSchoolDays(from, days) === last) ? days : null
}

const later = (days: number | null): string => {
  if (days === null) return 'after that day'
  return days === 0
    ? 'after that day and before the next school day'
    : `${countWords(days, 'school day')} later`
}

const passed = (days: number | null): string => {
  if (days === null) return ''
  if (days === 0) return ' No school day has passed since.'
  return ` ${capital(countWords(days, 'school day'))} ${days === 1 ? 'has' : 'have'} passed since.`
}

/**
 * How the duty to tell somebody of a suspension stands: told on the day of the decision is in time, and a
 * late notice stays late. Where no time of decision is recorded, it was on the first day at the latest. `apart`: what
 * a finding is about that stands beside another of the same rule, and the party's name where it is known.
 */
export function noticeFinding(
  suspension: SuspensionFact,
  party: NoticeParty,
  { on, calendar, options }: RuleContext<{ readonly redAfter: number }>,
  apart?: { readonly about: string; readonly name: string | null },
): Finding {
  const { who, role } = parties[party]
  const theParty = `the ${who}`
  const about = apart?.about ?? aboutSuspension(suspension)
  const name = suspensionName(suspension, on)
  const told = suspension.told[party]
  if (suspension.decidedAt === null && told !== null && dayOf(told) <= suspension.startedOn)
    return noData(
      about,
      `${capital(theParty)} was told of the ${name} on ${minuteWords(told, on)}; no time of decision is recorded, so whether that was without delay is not known.`,
    )

  const before = noticeBefore(suspension, party, on)
  if (before) return { ...before, about }
  const decidedAt = suspension.decidedAt ?? localMinute(`${suspension.startedOn}T00:00`)
  const decidedOn = dayOf(decidedAt)
  const decided = decisionWords(suspension, on)
  const { state, severity } = noticeState(told, decidedAt, on, calendar, options.redAfter)
  const line = `later than ${countWords(options.redAfter, 'school day')} after the decision, the school’s own line`
  const evidence: Evidence[] = [
    suspensionEvidence(suspension, on),
    ...(apart?.name ? [{ label: capital(who), value: apart.name }] : []),
    { label: 'Decision', value: decided, on: decidedOn },
    { label: 'Told', value: told === null ? 'no record' : minuteWords(told, on) },
    ...(severity === 'red' ? [{ label: 'Very late', value: line }] : []),
  ]
  const rest = {
    evidence,
    prefill: { suspensionId: suspension.id, withRole: role, purpose: 'suspension-notice' },
  }
  if (told !== null && state === 'on-time')
    return met(about, `${decided}; ${theParty} was told on ${minuteWords(told, on)}, without delay.`, {
      evidence,
    })
  if (state === 'pending')
    return due(about, `${decided}; ${theParty} must be told of the ${name} without delay, the same day.`, {
      ...rest,
      dueOn: decidedOn,
      headline: `Tell the ${who} of the ${name}`,
    })

  const since = addDays(decidedOn, 1)
  const days = schoolDaysAfter(calendar, decidedOn, told === null ? on : dayOf(told))
  const grade = severity === 'red' ? 'very late' : 'late'
  if (told === null)
    return breach(about, `${decided}; no record says that ${theParty} was told.${passed(days)}`, {
      ...rest,
      since,
      headline: `${capital(who)} not told of the ${name}`,
    })
  return breach(about, `${decided}; ${theParty} was told on ${minuteWords(told, on)}, ${later(days)}.`, {
    ...rest,
    since,
    final: true,
    headline: `${capital(who)} told ${grade} of the ${name}`,
  })
}
