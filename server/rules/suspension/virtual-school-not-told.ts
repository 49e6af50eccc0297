import { notApplicable } from '../../engine/finding.ts'
import { defineRule } from '../../engine/rule.ts'
import { aboutSuspension, eachSuspension } from '../../engine/suspension-duty.ts'
import { noticeFinding, noticeOptions } from '../../engine/suspension-notice.ts'

export default defineRule({
  id: 'virtual-school-not-told',
  title: 'Virtual School told of the suspension without delay',
  breachTitle: 'Virtual School not told of a suspension without delay',
  why: 'The Virtual School answers for the education of a looked-after child. It can arrange support from the first day and may come to the governing board’s meeting and be heard.',
  action: {
    text: 'Tell the Virtual School of the authority that looks after the child the period and the reasons in writing, and record when it was told.',
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
  groups: ['cla'],
  needs: ['suspension'],
  options: noticeOptions,
  check: ({ suspension }, context) =>
    eachSuspension(suspension, context, (each) =>
      each.groupsThen.cla
        ? noticeFinding(each, 'vsh', context)
        : notApplicable('Not looked after on the day of the decision.', aboutSuspension(each)),
    ),
})
