import type { HomeFacts, SuspensionFact } from '../facts/child-facts.ts'
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

/**
 * After a permanent exclusion the authority in which the child lives is told too, where it is another than the
 * school's (regulation 23(3)). Where nobody has said where the child lives, and no such notice is on record, it is
 * asked.
 */
export function homeAuthorityFinding(
  each: SuspensionFact,
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
  if (home !== null || each.told.home !== null)
    return noticeFinding(each, 'home', context, { about, name: home?.authority.name ?? null })
  const tell =
    'Which authority the child lives in is not on record. Where it is not the school’s own, it must be told of the permanent exclusion too, without delay.'
  if (!each.decidedHere) return noData(about, tell)
  return watch(about, `${tell} Write it on the child’s own record, or record the notice to it.`, {
    headline: `Another home authority to tell? The ${suspensionName(each, on)}`,
    evidence: [
      suspensionEvidence(each, on),
      { label: 'Decision', value: decisionWords(each, on), on: decisionDay(each) },
    ],
    prefill: { suspensionId: each.id, withRole: 'home-authority', purpose: 'suspension-notice' },
  })
}
