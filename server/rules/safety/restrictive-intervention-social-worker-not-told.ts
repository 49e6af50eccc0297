import { dayOf } from '../../calendar/iso-date.ts'
import { noData, notApplicable } from '../../engine/finding.ts'
import { aboutRestraint, afterRestraint, eachRestraint } from '../../engine/restraint.ts'
import { defineRule } from '../../engine/rule.ts'
import { dayWords } from '../../engine/words.ts'
import { cohortsOn, hasSocialWorker } from '../../law/cohorts.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'restrictive-intervention-social-worker-not-told',
  title: 'Social worker told of force, restraint or seclusion',
  breachTitle: 'Social worker not told of force, restraint or seclusion',
  why: 'For a child who has been hurt before, being held can bring it all back. The school’s own line: the social worker hears of it by the next school day and can look out for the child.',
  action: {
    text: 'Ring the social worker, say what happened and how the child is, and record when.',
    label: 'Open the record',
    form: 'restrictive-intervention',
  },
  severity: 'medium',
  duty: { owner: 'safeguarding-lead', force: 'local', source: 'local-policy', from: '2026-04-01' },
  groups: ['cla', 'cin', 'cp'],
  needs: ['care', 'restrictiveIntervention'],
  options: {
    toldWithin: {
      label: 'The social worker hears of it so soon',
      unit: thresholds.restraintReported.unit,
      value: thresholds.restraintReported.latest,
    },
  },
  check: ({ care, restrictiveIntervention }, context) =>
    eachRestraint(restrictiveIntervention, context, (each) => {
      const { on, calendar, options } = context
      const happenedOn = dayOf(each.happenedAt)
      if (!hasSocialWorker(cohortsOn(care.episodes, happenedOn)))
        return notApplicable('No social worker on that day.', aboutRestraint(each))
      const lastDay = calendar.addSchoolDays(happenedOn, options.toldWithin)
      if (lastDay === null) return noData(aboutRestraint(each), 'The school’s days after it are not known.')
      return afterRestraint(
        each,
        {
          at: each.socialWorkerToldAt,
          lastDay,
          what: `social worker told by ${dayWords(lastDay, on)}, the school’s own line`,
          heads: {
            due: 'Tell the social worker of force, restraint or seclusion',
            late: 'Social worker told late of force, restraint or seclusion',
            missing: 'Social worker not told of force, restraint or seclusion',
          },
        },
        on,
      )
    }),
})
