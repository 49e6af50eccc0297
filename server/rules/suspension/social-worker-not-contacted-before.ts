import { notApplicable } from '../../engine/finding.ts'
import { defineRule } from '../../engine/rule.ts'
import { askedBefore } from '../../engine/suspension-asking.ts'
import { aboutSuspension, eachSuspension } from '../../engine/suspension-duty.ts'
import { hasSocialWorker } from '../../law/cohorts.ts'

export default defineRule({
  id: 'social-worker-not-contacted-before',
  title: 'Social worker contacted before a child with a social worker was suspended',
  breachTitle: 'Social worker not contacted before a suspension',
  why: 'A day out of school is a day at home or in a placement that may not hold. The social worker can say what a suspension would mean there, and what else could be done.',
  action: {
    text: 'Record when the social worker was contacted; if that did not happen, ring now and plan together what would help.',
    label: 'Record the contact',
    form: 'contact',
  },
  severity: 'medium',
  duty: { owner: 'headteacher', force: 'should', source: 'exclusion-guidance', from: '2022-09-01' },
  groups: ['cla', 'cin', 'cp'],
  needs: ['suspension'],
  check: ({ suspension }, context) =>
    eachSuspension(suspension, context, (each) =>
      hasSocialWorker(each.groupsThen)
        ? askedBefore(each, 'socialWorker', context.on)
        : notApplicable('No social worker on the day of the decision.', aboutSuspension(each)),
    ),
})
