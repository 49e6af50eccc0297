import type { IsoDate } from '../calendar/iso-date.ts'
import type { ReviewPanelFact, SuspensionFact } from '../facts/child-facts.ts'
import { isReinstated } from './board-meeting.ts'
import { notApplicable, type Evidence, type Finding } from './finding.ts'
import type { RuleContext } from './rule.ts'
import { aboutSuspension, isUndone, suspensionEvidence, suspensionsHere } from './suspension-duty.ts'
import { dayWords, minuteWords } from './words.ts'

/** One finding for each permanent exclusion that stands. */
export function eachExclusion(
  facts: Parameters<typeof suspensionsHere>[0],
  context: Pick<RuleContext<unknown>, 'on' | 'year' | 'calendar'>,
  find: (exclusion: SuspensionFact) => Finding,
): readonly Finding[] {
  const { on } = context
  const all = suspensionsHere(facts, context).filter(({ kind }) => kind === 'permanent')
  if (all.length === 0) return [notApplicable('No permanent exclusion here this academic year.')]
  return all.map((each) => {
    const about = aboutSuspension(each)
    if (each.cancelledAt !== null || isUndone(each))
      return notApplicable(
        `Cancelled${each.cancelledAt === null ? '' : ` on ${minuteWords(each.cancelledAt, on)}`}.`,
        about,
      )
    if (isReinstated(each)) return notApplicable('The governing board brought the child back.', about)
    return find(each)
  })
}

/** The steps of a review as rows of evidence. */
export function panelEvidence(
  exclusion: SuspensionFact,
  panel: ReviewPanelFact | null,
  on: IsoDate,
): readonly Evidence[] {
  const steps: readonly (readonly [string, IsoDate | null])[] = [
    ['Parents told of the board’s decision', panel?.boardDecisionToldOn ?? null],
    ['Parents asked for a review', panel?.appliedOn ?? null],
    ['Panel meets', panel?.meetsOn ?? null],
    ['Board told of the panel’s decision', panel?.panelDecisionToldOn ?? null],
    ['Board decided again', panel?.boardReconsideredOn ?? null],
  ]
  return [
    suspensionEvidence(exclusion, on),
    ...steps.flatMap(([label, day]) => (day === null ? [] : [{ label, value: dayWords(day, on), on: day }])),
  ]
}
