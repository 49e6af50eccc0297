import { defineRule } from '../../engine/rule.ts'
import { sixthDayFindings } from '../../engine/sixth-day.ts'

export default defineRule({
  id: 'sixth-day-education',
  title: 'Full-time education from the sixth school day of suspension',
  breachTitle: 'No record of education from the sixth school day of suspension',
  why: 'After five school days at home a child loses touch with learning and with people. Suspensions back to back count as one; children in Year 11 with no exams left, and some plans with fewer hours, are excepted.',
  action: {
    text: 'Arrange full-time education for the sixth school day, tell the parent where and when, and mark it in the register from that day.',
    label: 'Record the education',
    form: 'provision',
  },
  severity: 'high',
  duty: {
    owner: 'governing-board',
    force: 'must',
    source: 'excluded-provision-2007',
    place: 'reg 3',
    from: '2007-09-01',
  },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['identity', 'suspension'],
  uses: ['attendance'],
  check: (facts, context) => sixthDayFindings(facts, 'school', context),
})
