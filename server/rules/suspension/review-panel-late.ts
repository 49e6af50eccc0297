import { heldMeeting } from '../../engine/board-meeting.ts'
import { noData, notApplicable, watch, type Finding } from '../../engine/finding.ts'
import { recordedFinding } from '../../engine/on-record.ts'
import { eachExclusion, panelEvidence } from '../../engine/review-panel.ts'
import { defineRule } from '../../engine/rule.ts'
import { aboutSuspension, suspensionName } from '../../engine/suspension-duty.ts'
import { count, dayWords } from '../../engine/words.ts'
import { valueOn } from '../../law/dated.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'review-panel-late',
  title: 'Review panel met in time about a permanent exclusion',
  breachTitle: 'No record that the review panel met in time',
  watchTitle: 'Parents may still ask for a review',
  why: 'When the governing board keeps a permanent exclusion, the parents have 15 school days to ask for an independent review, and the panel meets within 15 school days of their asking. It may adjourn.',
  action: {
    text: 'Tell the parents how to ask and by when; record when they asked, when the panel meets and what it decided. The authority arranges it, for an academy the trust; the social worker and the Virtual School may come and be heard.',
    label: 'Record the review',
    form: 'review-panel',
  },
  severity: 'medium',
  duty: {
    owner: 'local-authority',
    force: 'must',
    source: 'exclusions-2012',
    place: 'Schedule 1',
    from: '2012-09-01',
  },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['suspension'],
  check: ({ suspension }, context) =>
    eachExclusion(suspension, context, (each): Finding => {
      const { on, calendar } = context
      const about = aboutSuspension(each)
      const name = suspensionName(each, on)
      const panel = each.reviewPanel
      const toldOn = panel?.boardDecisionToldOn ?? heldMeeting(each)?.decisionToldOn ?? null
      if (panel?.willNotApply)
        return notApplicable('The parents said in writing that they will not ask for a review.', about)
      if (toldOn === null && each.decidedHere)
        return notApplicable(
          'The parents have not been told of a decision of the governing board yet.',
          about,
        )
      if (toldOn === null) return noData(about, 'No record says whether the parents asked for a review.')

      const evidence = panelEvidence(each, panel, on)
      const prefill = { suspensionId: each.id, boardDecisionToldOn: toldOn }
      const appliedOn = panel?.appliedOn ?? null
      const toApply = valueOn(thresholds.reviewApplied, toldOn)
      const lastToApply = calendar.addSchoolDays(toldOn, toApply)
      if (appliedOn === null && lastToApply === null)
        return noData(about, 'The last day to ask for a review lies past the known calendar.')
      if (appliedOn === null && lastToApply !== null) {
        const until = `${dayWords(lastToApply, on)}, ${count(toApply, 'school day')} after they were told`
        return on > lastToApply
          ? notApplicable(`No record says that the parents asked for a review by ${until}.`, about)
          : watch(about, `The parents may ask for a review until ${until}.`, {
              evidence,
              dueOn: lastToApply,
              headline: `Parents may ask for a review: the ${name}`,
              prefill,
            })
      }
      if (appliedOn === null) return noData(about, 'No record says whether the parents asked for a review.')

      const within = valueOn(thresholds.reviewPanelMeets, appliedOn)
      const lastDay = calendar.addSchoolDays(appliedOn, within)
      if (lastDay === null) return noData(about, 'The last day for the panel lies past the known calendar.')
      const meetsOn = panel?.meetsOn ?? null
      const plan = meetsOn !== null && meetsOn > on ? ` It is planned for ${dayWords(meetsOn, on)}.` : ''
      const by = `by ${dayWords(lastDay, on)}, ${count(within, 'school day')} after the parents asked`
      const day = meetsOn === null ? '' : dayWords(meetsOn, on)
      return recordedFinding(
        {
          about,
          doneOn: meetsOn !== null && meetsOn <= on ? meetsOn : null,
          lastDay,
          runs: true,
          says: {
            done: `The review panel met on ${day}; it had to meet ${by}.`,
            late: `The review panel met on ${day}, late: it had to meet ${by}.`,
            due: `The review panel must meet ${by}.${plan}`,
            missing: `No record says that the review panel met ${by}.${plan}`,
            unknown: '',
          },
          heads: {
            due: `Review panel must meet: the ${name}`,
            late: `Review panel met late: the ${name}`,
            missing: `No record of the review panel: the ${name}`,
          },
          evidence: [
            ...evidence,
            { label: 'Last day for the panel', value: dayWords(lastDay, on), on: lastDay },
          ],
          prefill,
        },
        on,
      )
    }),
})
