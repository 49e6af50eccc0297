import { dayOf } from '../calendar/iso-date.ts'
import type { ContactFact, HomeFacts, SuspensionFact } from '../facts/child-facts.ts'
import { met, noData, watch, type Finding } from './finding.ts'
import type { RuleContext } from './rule.ts'
import {
  aboutSuspension,
  decisionDay,
  decisionWords,
  suspensionEvidence,
  suspensionName,
} from './suspension-duty.ts'
import { noticeFinding } from './suspension-notice.ts'
import { minuteWords } from './words.ts'

/**
 * After a permanent exclusion the authority in which the child lives is told too, where it is another than the
 * school's (regulation 23(3)). The first notice to an authority since the decision is taken for the school's own, the
 * second for that one. Where nobody has said where the child lives, it is asked.
 */
export function homeAuthorityFinding(
  each: SuspensionFact,
  contacts: readonly ContactFact[],
  home: HomeFacts | null,
  context: RuleContext<{ readonly redAfter: number }>,
): Finding {
  const { on } = context
  const about = `${aboutSuspension(each)}:home-authority`
  if (home?.isSchoolsOwn === true)
    return met(
      about,
      `The child lives in ${home.authority.name}, the school’s own authority: no other is to be told.`,
    )
  const notices = contacts.filter(
    ({ suspensionId, purpose, withRole, outcome, contactedAt }) =>
      suspensionId === each.id &&
      purpose === 'suspension-notice' &&
      withRole === 'local-authority' &&
      outcome !== 'no-answer' &&
      (each.decidedAt === null || contactedAt >= each.decidedAt),
  )
  const [first, second] = notices.map(({ contactedAt }) => contactedAt)
  if (home !== null)
    return noticeFinding({ ...each, told: { ...each.told, la: second ?? null } }, 'la', context, {
      about,
      who: 'home authority',
      name: home.authority.name,
    })
  const unknown = 'Which authority the child lives in is not on record.'
  if (second !== undefined && dayOf(second) <= decisionDay(each))
    return met(about, `A second local authority was told on ${minuteWords(second, on)}, without delay.`)
  if (second !== undefined)
    return noData(
      about,
      `A second notice to a local authority is on record, of ${minuteWords(second, on)}, after the day of the decision. ${unknown}`,
    )
  const tell = `${unknown} Where it is not the school’s own, it must be told of the permanent exclusion too, without delay.`
  if (!each.decidedHere) return noData(about, tell)
  return watch(about, `${tell} Write it on the child’s own record, or record the second notice.`, {
    headline: `Another home authority to tell? The ${suspensionName(each, on)}`,
    evidence: [
      suspensionEvidence(each, on),
      { label: 'Decision', value: decisionWords(each, on), on: decisionDay(each) },
      {
        label: 'Notices to a local authority',
        value: first === undefined ? 'no record' : minuteWords(first, on),
      },
    ],
    prefill: { suspensionId: each.id, withRole: 'local-authority', purpose: 'suspension-notice' },
  })
}
