import { daysAtHome } from '../../engine/days-at-home.ts'
import { met, noData } from '../../engine/finding.ts'
import { recordedFinding } from '../../engine/on-record.ts'
import { defineRule } from '../../engine/rule.ts'
import { eachSuspension } from '../../engine/suspension-duty.ts'
import { dayWords } from '../../engine/words.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'work-not-set',
  title: 'Work set and marked for the first five days',
  breachTitle: 'Work not set and marked for the first five days',
  why: 'A child who comes back behind comes back to fail. In the first five school days the school takes reasonable steps to set work that can be done at home, and marks it.',
  action: {
    text: 'Send work for each day, say who marks it, and record the day it was marked; where none could be set, record why.',
    label: 'Record the work',
    form: 'provision',
  },
  severity: 'low',
  duty: { owner: 'headteacher', force: 'should', source: 'exclusion-guidance', from: '2022-09-01' },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['identity', 'suspension'],
  options: {
    markedWithin: {
      label: 'Work is marked so soon after the last day it was set for',
      unit: thresholds.workMarked.unit,
      value: thresholds.workMarked.latest,
    },
  },
  check: ({ identity, suspension }, context) =>
    eachSuspension(suspension, context, (each) => {
      const { on, calendar, options } = context
      const days = daysAtHome(each, identity, context)
      if ('status' in days) return days
      const { about, name, firstDay, lastWorkDay, evidence } = days
      const dayOne = dayWords(firstDay, on)
      const elsewhere = each.provisions.find(({ what, fromOn }) => what === 'education' && fromOn <= firstDay)
      if (elsewhere)
        return met(about, `Education is recorded from ${dayOne}, the first day, in place of work set.`, {
          evidence,
        })
      const [set] = each.provisions.filter(({ what }) => what === 'work-set')
      if (!set && each.provisions.some(({ what, hasReason }) => what === 'none' && hasReason))
        return met(about, `A reason is recorded why no work was set from ${dayOne}.`, { evidence })
      const from = set === undefined ? '' : dayWords(set.fromOn, on)
      const prefill = { suspensionId: each.id, what: 'work-set', fromOn: firstDay }
      if (set === undefined || set.fromOn > firstDay)
        return recordedFinding(
          {
            about,
            doneOn: set === undefined ? null : set.fromOn,
            lastDay: firstDay,
            runs: each.decidedHere,
            says: {
              done: '',
              late: `Work was set from ${from}, not from ${dayOne}, the first day.`,
              due: `Work should be set from ${dayOne}, the first day, and marked.`,
              missing: `No record says that work was set from ${dayOne}, the first day.`,
              unknown: 'No record says whether work was set and marked.',
            },
            heads: {
              due: `Set work: the ${name}`,
              late: `Work set late: the ${name}`,
              missing: `No work set: the ${name}`,
            },
            evidence: [...evidence, { label: 'Work set', value: from === '' ? 'no record' : `from ${from}` }],
            prefill,
          },
          on,
        )

      const markBy = lastWorkDay === null ? null : calendar.addSchoolDays(lastWorkDay, options.markedWithin)
      const marked = set.markedOn === null ? '' : dayWords(set.markedOn, on)
      if (markBy === null && marked !== '')
        return met(about, `Work was set from ${from} and marked on ${marked}.`, { evidence })
      if (markBy === null)
        return noData(about, 'Work was set; the known calendar ends before the day to mark it by.')
      const by = `${dayWords(markBy, on)}, the school’s own line`
      return recordedFinding(
        {
          about,
          doneOn: set.markedOn,
          lastDay: markBy,
          runs: true,
          says: {
            done: `Work was set from ${from} and marked on ${marked}.`,
            late: `Work was set from ${from}; it was marked on ${marked}, after ${by}.`,
            due: `Work was set from ${from}; it should be marked by ${by}.`,
            missing: `Work was set from ${from}; no record says that it was marked by ${by}.`,
            unknown: '',
          },
          heads: {
            due: `Mark the work: the ${name}`,
            late: `Work marked late: the ${name}`,
            missing: `Work not marked: the ${name}`,
          },
          evidence: [...evidence, { label: 'Marked', value: marked === '' ? 'no record' : marked }],
          prefill,
        },
        on,
      )
    }),
})
