import { noData, notApplicable, type Finding } from '../../engine/finding.ts'
import { recordedFinding } from '../../engine/on-record.ts'
import { eachExclusion, panelEvidence } from '../../engine/review-panel.ts'
import { defineRule } from '../../engine/rule.ts'
import { aboutSuspension, suspensionName } from '../../engine/suspension-duty.ts'
import { count, dayWords } from '../../engine/words.ts'
import { valueOn } from '../../law/dated.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'board-reconsideration-late',
  title: 'Governing board decided again in time after a review',
  breachTitle: 'Governing board has not decided again in time after a review',
  why: 'When a review panel quashes a permanent exclusion or asks the governing board to think again, the board decides again within 10 school days of hearing of it. Until then a child waits.',
  action: {
    text: 'Ask the clerk to call the board together, and record when it decided again.',
    label: 'Record the review',
    form: 'review-panel',
  },
  severity: 'high',
  duty: {
    owner: 'governing-board',
    force: 'must',
    source: 'exclusions-2012',
    place: 'regs 8, 17 and 26',
    from: '2012-09-01',
  },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['suspension'],
  check: ({ suspension }, context) =>
    eachExclusion(suspension, context, (each): Finding => {
      const { on, calendar } = context
      const about = aboutSuspension(each)
      const panel = each.reviewPanel
      if (panel === null || panel.outcome === null)
        return notApplicable('No decision of a review panel is on record.', about)
      if (panel.outcome === 'upheld') return notApplicable('The review panel upheld the exclusion.', about)
      const noticeOn = panel.panelDecisionToldOn ?? panel.meetsOn
      if (noticeOn === null)
        return noData(about, 'No day is recorded on which the board heard of the panel’s decision.')
      const within = valueOn(thresholds.boardReconsiders, noticeOn)
      const lastDay = calendar.addSchoolDays(noticeOn, within)
      if (lastDay === null) return noData(about, 'The last day for the board lies past the known calendar.')
      const name = suspensionName(each, on)
      const asked =
        panel.outcome === 'quashed'
          ? 'The review panel quashed the decision'
          : 'The review panel asked the board to think again'
      const by = `by ${dayWords(lastDay, on)}, ${count(within, 'school day')} after ${panel.panelDecisionToldOn === null ? 'the panel met' : 'the board heard of it'}`
      const day = panel.boardReconsideredOn === null ? '' : dayWords(panel.boardReconsideredOn, on)
      return recordedFinding(
        {
          about,
          doneOn: panel.boardReconsideredOn,
          lastDay,
          runs: true,
          says: {
            done: `${asked}; the board decided again on ${day}, in time.`,
            late: `${asked}; the board decided again on ${day}, late: it had to do so ${by}.`,
            due: `${asked}; the board must decide again ${by}.`,
            missing: `${asked}; no record says that the board decided again ${by}.`,
            unknown: '',
          },
          heads: {
            due: `Governors must decide again: the ${name}`,
            late: `Governors decided again late: the ${name}`,
            missing: `Governors have not decided again: the ${name}`,
          },
          evidence: panelEvidence(each, panel, on),
          prefill: { suspensionId: each.id },
        },
        on,
      )
    }),
})
