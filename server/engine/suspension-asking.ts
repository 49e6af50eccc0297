import { dayOf, type IsoDate } from '../calendar/iso-date.ts'
import type { SuspensionFact } from '../facts/child-facts.ts'
import { breach, met, noData, type Finding } from './finding.ts'
import {
  aboutSuspension,
  decisionDay,
  decisionWords,
  suspensionEvidence,
  suspensionName,
} from './suspension-duty.ts'
import { capital, minuteWords } from './words.ts'

const asked = {
  vsh: { who: 'Virtual School', role: 'virtual-school' },
  socialWorker: { who: 'social worker', role: 'social-worker' },
} as const

/**
 * Whether somebody was contacted before a suspension was decided; in the very minute of the decision is not
 * before it. Where no time of decision is recorded, it was on the first day at the latest. A reason for deciding
 * first is shown, and undoes nothing.
 */
export function askedBefore(suspension: SuspensionFact, party: keyof typeof asked, on: IsoDate): Finding {
  const { who, role } = asked[party]
  const { decidedAt, startedOn } = suspension
  const about = aboutSuspension(suspension)
  const name = suspensionName(suspension, on)
  const contactedAt = suspension.contacted[party]
  const asking = contactedAt === null ? '' : `the ${who} was contacted on ${minuteWords(contactedAt, on)}`

  if (contactedAt !== null && decidedAt !== null && contactedAt < decidedAt)
    return met(about, `${capital(asking)}, before the decision on ${minuteWords(decidedAt, on)}.`)
  if (contactedAt !== null && decidedAt === null && dayOf(contactedAt) <= startedOn)
    return noData(
      about,
      `${capital(asking)}; no time of decision on the ${name} is recorded, so whether that was before it is not known.`,
    )

  const decided = decisionWords(suspension, on)
  const decidedOn = decisionDay(suspension)
  const after = contactedAt === decidedAt ? 'in the same minute, not before it' : 'after it'
  const message =
    contactedAt === null
      ? `${decided}; no contact with the ${who} before it is recorded.`
      : `${decided}; ${asking}, ${after}.`
  const reason = suspension.withoutContact?.replace(/\s+/g, ' ').trim() ?? ''
  return breach(about, reason === '' ? message : `${message} The reason given: “${reason}”`, {
    headline: `${capital(who)} not contacted before the ${name}`,
    since: decidedOn,
    final: true,
    evidence: [
      suspensionEvidence(suspension, on),
      { label: 'Decision', value: decided, on: decidedOn },
      { label: 'Contacted', value: contactedAt === null ? 'no record' : minuteWords(contactedAt, on) },
      ...(reason === '' ? [] : [{ label: 'Reason given for deciding first', value: reason }]),
    ],
    prefill: { suspensionId: suspension.id, withRole: role, purpose: 'before-suspension' },
  })
}
