import { notApplicable } from '../../engine/finding.ts'
import { defineRule } from '../../engine/rule.ts'
import { aboutSuspension, eachSuspension } from '../../engine/suspension-duty.ts'
import { noticeFinding, noticeOptions } from '../../engine/suspension-notice.ts'
import { hasSocialWorker } from '../../law/cohorts.ts'

export default defineRule({
  id: 'social-worker-not-told',
  title: 'Social worker told of the suspension without delay',
  breachTitle: 'Social worker not told of a suspension without delay',
  why: 'The social worker answers for the child’s safety on the days out of school, and may come to the governing board’s meeting and be heard.',
  action: {
    text: 'Tell the social worker the period and the reasons in writing, and record when they were told.',
    label: 'Record the notice',
    form: 'contact',
  },
  severity: 'high',
  duty: {
    owner: 'headteacher',
    force: 'must',
    source: 'exclusions-2022',
    place: 'regs 5, 14 and 23',
    from: '2022-09-01',
  },
  groups: ['cla', 'cin', 'cp'],
  needs: ['suspension'],
  options: noticeOptions,
  check: ({ suspension }, context) =>
    eachSuspension(suspension, context, (each) =>
      hasSocialWorker(each.groupsThen)
        ? noticeFinding(each, 'socialWorker', context)
        : notApplicable('No social worker on the day of the decision.', aboutSuspension(each)),
    ),
})
