import { educationDetailsFindings } from '../../engine/education-details.ts'
import { defineRule } from '../../engine/rule.ts'

export default defineRule({
  id: 'education-details-late',
  title: 'Parent told of the education from the sixth day 48 hours before',
  breachTitle: 'Parent not told of the education from the sixth day 48 hours before',
  why: 'Parents have to know where, when and to whom their child goes. Where the notice of the first day could not say it, the law asks for a further one at least 48 hours before; with less only where the education begins before the sixth day and the parents agree.',
  action: {
    text: 'Tell the parent in writing when and where the education begins, its times and whom to report to, and record when.',
    label: 'Record the notice',
    form: 'provision',
  },
  severity: 'medium',
  duty: {
    owner: 'headteacher',
    force: 'must',
    source: 'excluded-provision-2007',
    place: 'regs 6 and 7',
    from: '2012-09-01',
  },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['identity', 'suspension'],
  check: educationDetailsFindings,
})
