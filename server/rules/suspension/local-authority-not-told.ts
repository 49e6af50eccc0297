import { homeAuthorityFinding } from '../../engine/home-authority.ts'
import { defineRule } from '../../engine/rule.ts'
import { eachSuspension, suspensionsHere } from '../../engine/suspension-duty.ts'
import { noticeFinding, noticeOptions } from '../../engine/suspension-notice.ts'

export default defineRule({
  id: 'local-authority-not-told',
  title: 'Local authority told of the suspension without delay',
  breachTitle: 'Local authority not told of a suspension without delay',
  watchTitle: 'Does the child live in another authority?',
  why: 'Since September 2022 the authority is told of every suspension, however short, so that it can see who is out of school and plan their education.',
  action: {
    text: 'Send the authority the period and the reasons, after a permanent exclusion also the one the child lives in, and record when it was told.',
    label: 'Record the notice',
    form: 'contact',
  },
  severity: 'high',
  duty: {
    owner: 'headteacher',
    force: 'must',
    source: 'exclusions-2012',
    place: 'regs 5, 14 and 23',
    from: '2022-09-01',
  },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['suspension'],
  uses: ['home'],
  options: noticeOptions,
  check: ({ suspension, home }, context) => [
    ...eachSuspension(suspension, context, (each) => noticeFinding(each, 'la', context)),
    ...suspensionsHere(suspension, context)
      .filter(({ kind, cancelledAt }) => kind === 'permanent' && cancelledAt === null)
      .map((each) => homeAuthorityFinding(each, home, context)),
  ],
})
