import { dayOf } from '../../calendar/iso-date.ts'
import { noData, notApplicable } from '../../engine/finding.ts'
import { aboutRestraint, afterRestraint, eachRestraint } from '../../engine/restraint.ts'
import { defineRule } from '../../engine/rule.ts'
import { dayWords } from '../../engine/words.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'restrictive-intervention-not-reported',
  title: 'Force, restraint or seclusion reported to each parent',
  breachTitle: 'Force, restraint or seclusion not reported to parents',
  why: 'Each parent must hear of it as soon as is practicable, in writing. It may be withheld where the report itself would do the child serious harm. The number of days is the school’s own line.',
  action: {
    text: 'Send each parent the record, and say here when; where it is withheld for the child’s safety, record why.',
    label: 'Open the record',
    form: 'restrictive-intervention',
  },
  severity: 'high',
  duty: {
    owner: 'headteacher',
    force: 'must',
    source: 'restraint-2025',
    place: 'section 93A',
    from: '2026-04-01',
  },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['restrictiveIntervention'],
  options: {
    reportedWithin: {
      label: 'Parents hear of it so soon',
      unit: thresholds.restraintReported.unit,
      value: thresholds.restraintReported.latest,
    },
  },
  check: ({ restrictiveIntervention }, context) =>
    eachRestraint(restrictiveIntervention, context, (each) => {
      const { on, calendar, options } = context
      if (each.isWithheld)
        return notApplicable('Withheld from the parents for the child’s safety.', aboutRestraint(each))
      const lastDay = calendar.addSchoolDays(dayOf(each.happenedAt), options.reportedWithin)
      if (lastDay === null) return noData(aboutRestraint(each), 'The school’s days after it are not known.')
      return afterRestraint(
        each,
        {
          at: each.parentToldAt,
          lastDay,
          what: `reported to each parent by ${dayWords(lastDay, on)}, the school’s own line`,
          heads: {
            due: 'Report the use of force, restraint or seclusion to parents',
            late: 'Force, restraint or seclusion reported late',
            missing: 'Force, restraint or seclusion not reported to parents',
          },
        },
        on,
      )
    }),
})
