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
import { capital, dateWords, minuteWords } from './words.ts'

const asked = {
  vsh: { who: 'Virtual School', role: 'virtual-school' },
  socialWorker: { who: 'social worker', role: 'social-worker' },
} as const

/**
 * When somebody was asked; `late`: said to have been before the decision, and recorded after it. What is said to have
 * been after it needs no such care.
 */
function askingOf(
  { contacted, recordedAfterwards, decidedAt, firstDecidedAt }: SuspensionFact,
  party: keyof typeof asked,
) {
  const late = contacted[party] === null ? recordedAfterwards[party] : null
  const first = firstDecidedAt ?? decidedAt
  const isAfter = late !== null && first !== null && late.contactedAt >= first
  return { at: isAfter ? late.contactedAt : contacted[party], late: isAfter ? null : late }
}

/**
 * Whether somebody was contacted before a suspension was decided; in the very minute of the decision is not
 * before it. Where no time of decision is recorded, it was on the first day at the latest. A reason for deciding
 * first is shown, and undoes nothing; nor does a contact that was recorded after a decision made here, nor taking
 * that decision out as wrong and making it anew.
 */
export function askedBefore(suspension: SuspensionFact, party: keyof typeof asked, on: IsoDate): Finding {
  const { who, role } = asked[party]
  const { startedOn, firstDecidedAt } = suspension
  const decidedAt = firstDecidedAt ?? suspension.decidedAt
  const about = aboutSuspension(suspension)
  const name = suspensionName(suspension, on)
  const { at: contactedAt, late } = askingOf(suspension, party)
  const reader = party === 'vsh' ? suspension.readBy : null
  const asking =
    contactedAt === null
      ? ''
      : reader === null
        ? `the ${who} was contacted on ${minuteWords(contactedAt, on)}`
        : `what was considered was read by ${reader} of the ${who} on ${minuteWords(contactedAt, on)}`

  if (contactedAt !== null && decidedAt !== null && contactedAt < decidedAt)
    return met(about, `${capital(asking)}, before the decision on ${minuteWords(decidedAt, on)}.`)
  if (contactedAt !== null && decidedAt === null && dayOf(contactedAt) <= startedOn)
    return noData(
      about,
      `${capital(asking)}; no time of decision on the ${name} is recorded, so whether that was before it is not known.`,
    )

  const decided =
    firstDecidedAt === null
      ? decisionWords(suspension, on)
      : `First decided here ${minuteWords(firstDecidedAt, on)}, taken out as wrong and recorded anew`
  const decidedOn = decisionDay(suspension)
  const after = contactedAt === decidedAt ? 'in the same minute, not before it' : 'after it'
  const afterwards = late?.recordedOn
    ? `recorded afterwards on ${dateWords(late.recordedOn, on)}`
    : 'recorded afterwards'
  const message =
    contactedAt !== null
      ? `${decided}; ${asking}, ${after}.`
      : late === null
        ? `${decided}; no contact with the ${who} before it is recorded.`
        : `${decided}; no contact with the ${who} was on record then. One of ${minuteWords(late.contactedAt, on)} was ${afterwards}.`
  const contacted =
    contactedAt !== null
      ? minuteWords(contactedAt, on)
      : late === null
        ? 'no record'
        : `${minuteWords(late.contactedAt, on)}, ${afterwards}`
  const reason = suspension.withoutContact?.replace(/\s+/g, ' ').trim() ?? ''
  return breach(about, reason === '' ? message : `${message} The reason given: “${reason}”`, {
    headline: `${capital(who)} not contacted before the ${name}`,
    since: decidedOn,
    final: true,
    evidence: [
      suspensionEvidence(suspension, on),
      { label: 'Decision', value: decided, on: decidedOn },
      { label: 'Contacted', value: contacted },
      ...(reason === '' ? [] : [{ label: 'Reason given for deciding first', value: reason }]),
    ],
    prefill: { suspensionId: suspension.id, withRole: role, purpose: 'before-suspension' },
  })
}
