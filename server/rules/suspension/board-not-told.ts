import { noData, notApplicable, type Finding } from '../../engine/finding.ts'
import { defineRule } from '../../engine/rule.ts'
import {
  aboutSuspension,
  decisionDay,
  eachSuspension,
  rulingTotal,
  termUnknown,
} from '../../engine/suspension-duty.ts'
import { noticeFinding, noticeOptions } from '../../engine/suspension-notice.ts'
import { schoolDayWords } from '../../engine/words.ts'
import { valueOn } from '../../law/dated.ts'
import { governorDuty } from '../../law/suspension.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'board-not-told',
  title: 'Governing board told of a long or permanent exclusion without delay',
  breachTitle: 'Governing board not told of a long or permanent exclusion without delay',
  why: 'The board’s time to meet runs from the day it is told. It hears of shorter suspensions once a term.',
  action: {
    text: 'Tell the chair or the clerk the period and the reasons, and record when the board was told.',
    label: 'Record the notice',
    form: 'contact',
  },
  severity: 'medium',
  duty: {
    owner: 'headteacher',
    force: 'must',
    source: 'exclusions-2012',
    place: 'regs 5, 14 and 23',
    from: '2012-09-01',
  },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['suspension'],
  options: noticeOptions,
  check: ({ suspension }, context) =>
    eachSuspension(suspension, context, (each): Finding => {
      const about = aboutSuspension(each)
      const decidedOn = decisionDay(each)
      const total = rulingTotal(suspension.rows, each)
      const permanent = each.kind === 'permanent'
      if (!permanent && total === null) return noData(about, termUnknown)
      const soFar = `${schoolDayWords(total?.halfDays ?? 0)} of suspension in ${total?.term}`
      const limit = valueOn(thresholds.termLower, decidedOn)
      if (governorDuty(each.kind, total?.halfDays ?? 0, { on: decidedOn }) === 'consider-representations')
        return notApplicable(`With it ${soFar}, not over ${limit}: the board hears of it once a term.`, about)
      if (each.told.board === null && decidedOn < context.on)
        return noData(
          about,
          permanent
            ? 'A permanent exclusion; no record says whether the governing board was told.'
            : `With it ${soFar}, over ${limit}; no record says whether the governing board was told.`,
        )
      return noticeFinding(each, 'board', context)
    }),
})
