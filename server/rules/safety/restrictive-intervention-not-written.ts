import { dayOf } from '../../calendar/iso-date.ts'
import { afterRestraint, eachRestraint } from '../../engine/restraint.ts'
import { defineRule } from '../../engine/rule.ts'

export default defineRule({
  id: 'restrictive-intervention-not-written',
  title: 'Force, restraint or seclusion written down the same day',
  breachTitle: 'Force, restraint or seclusion not written down the same day',
  why: 'Since April 2026 each significant use of force, of restraint and of seclusion must be recorded. Guidance asks for it as soon as possible, aiming at the same day, while everybody remembers.',
  action: {
    text: 'Write down what happened, who was there and what came before, and record when it was written.',
    label: 'Open the record',
    form: 'restrictive-intervention',
  },
  severity: 'high',
  duty: { owner: 'headteacher', force: 'should', source: 'restraint-guidance', from: '2026-04-01' },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['restrictiveIntervention'],
  check: ({ restrictiveIntervention }, context) =>
    eachRestraint(restrictiveIntervention, context, (each) =>
      afterRestraint(
        each,
        {
          at: each.writtenAt,
          lastDay: dayOf(each.happenedAt),
          what: 'written down the same day',
          heads: {
            due: 'Write down the use of force, restraint or seclusion',
            late: 'Force, restraint or seclusion written down late',
            missing: 'Force, restraint or seclusion not written down',
          },
        },
        context.on,
      ),
    ),
})
