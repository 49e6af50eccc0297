import { defineRule } from '../../engine/rule.ts'
import { sixthDayFindings } from '../../engine/sixth-day.ts'

export default defineRule({
  id: 'sixth-day-education-by-authority',
  title: 'Full-time education by the authority from the sixth school day of exclusion',
  breachTitle: 'No record of the authority’s education from the sixth school day',
  why: 'After a permanent exclusion the local authority provides from the sixth school day in a row. Days of a suspension just before it are counted here, which is cautious: guidance counts from the first day of the exclusion.',
  action: {
    text: 'Ask the local authority what it has arranged and from when, tell the Virtual School and the social worker, and mark it in the register.',
    label: 'Record the education',
    form: 'provision',
  },
  severity: 'high',
  duty: {
    owner: 'local-authority',
    force: 'must',
    source: 'excluded-provision-2007',
    place: 'reg 4',
    from: '2007-09-01',
  },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['identity', 'suspension'],
  uses: ['attendance'],
  check: (facts, context) => sixthDayFindings(facts, 'la', context),
})
