import { defineRule } from '../../engine/rule.ts'
import { eachSuspension } from '../../engine/suspension-duty.ts'
import { noticeFinding, noticeOptions } from '../../engine/suspension-notice.ts'

export default defineRule({
  id: 'parent-not-told',
  title: 'Parent told of the suspension without delay',
  breachTitle: 'Parent not told of a suspension without delay',
  why: 'Parents and carers must know for how long and why, that they may be heard, and where the child has to be. A carer who has care of the child counts as a parent.',
  action: {
    text: 'Tell the parent or carer the period and the reasons, then in writing how to be heard and, where the board meets, that they may ask to meet remotely; record when they were told.',
    label: 'Record the notice',
    form: 'contact',
  },
  severity: 'high',
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
    eachSuspension(suspension, context, (each) => noticeFinding(each, 'parent', context)),
})
