import { daysAtHome } from '../../engine/days-at-home.ts'
import { met, notApplicable } from '../../engine/finding.ts'
import { recordedFinding } from '../../engine/on-record.ts'
import { defineRule } from '../../engine/rule.ts'
import { aboutSuspension, eachSuspension } from '../../engine/suspension-duty.ts'
import { dayWords } from '../../engine/words.ts'
import { hasSocialWorker } from '../../law/cohorts.ts'

export default defineRule({
  id: 'day-one-education-missing',
  title: 'Education from the first day for a child with a social worker',
  breachTitle: 'No education from the first day for a child with a social worker',
  why: 'For a child with a social worker home may not be the safer place. School and authority are asked to work together so that education goes on from the first day, not only from the sixth; where it cannot, the reason is kept. Others write so of the guidance; its own words were not read for this.',
  action: {
    text: 'Ask the Virtual School or the authority what can begin on the first day; record it, or why there is nothing.',
    label: 'Record the education',
    form: 'provision',
  },
  severity: 'medium',
  duty: { owner: 'headteacher', force: 'should', source: 'exclusion-guidance', from: '2022-09-01' },
  groups: ['cla', 'cin', 'cp'],
  needs: ['identity', 'suspension'],
  check: ({ identity, suspension }, context) =>
    eachSuspension(suspension, context, (each) => {
      const { on } = context
      if (!hasSocialWorker(each.groupsThen))
        return notApplicable('No social worker on the day of the decision.', aboutSuspension(each))
      const days = daysAtHome(each, identity, context)
      if ('status' in days) return days
      const { about, name, firstDay, evidence } = days
      const [first] = each.provisions.filter(({ what }) => what === 'education')
      const dayOne = dayWords(firstDay, on)
      const isLate = first === undefined || first.fromOn > firstDay
      if (
        isLate &&
        each.provisions.some(
          ({ what, hasReason }) => what !== 'education' && what !== 'work-set' && hasReason,
        )
      )
        return met(about, `A reason is recorded why there was no education from ${dayOne}, the first day.`, {
          evidence,
        })
      const from = first === undefined ? '' : dayWords(first.fromOn, on)
      return recordedFinding(
        {
          about,
          doneOn: first === undefined ? null : first.fromOn,
          lastDay: firstDay,
          runs: each.decidedHere,
          says: {
            done: `Education is recorded from ${from}, the first day.`,
            late: `Education is recorded from ${from}, not from ${dayOne}, the first day, and without a reason.`,
            due: `Education should go on from ${dayOne}, the first day, or the reason be recorded.`,
            missing: `No education is recorded from ${dayOne}, the first day, and no reason.`,
            unknown: 'No record says what education there was from the first day, or why there was none.',
          },
          heads: {
            due: `Education from the first day: the ${name}`,
            late: `Education not from the first day: the ${name}`,
            missing: `No education from the first day: the ${name}`,
          },
          evidence: [...evidence, { label: 'Education', value: from === '' ? 'no record' : `from ${from}` }],
          prefill: { suspensionId: each.id, what: 'education', fromOn: firstDay },
        },
        on,
      )
    }),
})
