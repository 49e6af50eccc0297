import { notApplicable } from '../../engine/finding.ts'
import { defineRule } from '../../engine/rule.ts'
import { askedBefore } from '../../engine/suspension-asking.ts'
import { aboutSuspension, eachSuspension } from '../../engine/suspension-duty.ts'

export default defineRule({
  id: 'virtual-school-not-contacted-before',
  title: 'Virtual School contacted before a looked-after child was suspended',
  breachTitle: 'Virtual School not contacted before a suspension',
  why: 'The Virtual School of the authority that looks after the child knows what has been tried and what else can be offered. Told before the decision it can help to avoid it; told afterwards it can only note it.',
  action: {
    text: 'Record when the Virtual School was contacted; if it was not, ring now and plan together what would help.',
    label: 'Record the contact',
    form: 'contact',
  },
  severity: 'high',
  duty: { owner: 'designated-teacher', force: 'should', source: 'exclusion-guidance', from: '2022-09-01' },
  groups: ['cla'],
  needs: ['suspension'],
  check: ({ suspension }, context) =>
    eachSuspension(suspension, context, (each) =>
      each.groupsThen.cla
        ? askedBefore(each, 'vsh', context.on)
        : notApplicable('Not looked after on the day of the decision.', aboutSuspension(each)),
    ),
})
