import { dayOf, timeOfDay } from '../../calendar/iso-date.ts'
import { daysAtHome } from '../../engine/days-at-home.ts'
import { noData } from '../../engine/finding.ts'
import { recordedFinding } from '../../engine/on-record.ts'
import { defineRule } from '../../engine/rule.ts'
import { eachSuspension } from '../../engine/suspension-duty.ts'
import { dayWords, minuteWords } from '../../engine/words.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'education-notice-late',
  title: 'Parent told of duties and education on the first day',
  breachTitle: 'Parent not told of duties and education on the first day',
  why: 'In the first five school days a parent must keep the child out of public places in school hours, and has to know where education begins on the sixth. The law asks for this notice by the end of the afternoon session of the first day.',
  action: {
    text: 'Give the parent the notice, and record when. If the education of the sixth day is not arranged yet, send its details at least 48 hours before it begins.',
    label: 'Record the notice',
    form: 'contact',
  },
  severity: 'high',
  duty: {
    owner: 'headteacher',
    force: 'must',
    source: 'excluded-provision-2007',
    place: 'regs 6 and 7',
    from: '2012-09-01',
  },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['identity', 'suspension'],
  options: {
    afternoonEnds: {
      label:
        'The afternoon session ends at (the law names no hour; days served before a cancelling are counted by it too)',
      unit: thresholds.afternoonEnds.unit,
      value: thresholds.afternoonEnds.latest,
      least: 12 * 60,
      most: 18 * 60,
    },
  },
  check: ({ identity, suspension }, context) =>
    eachSuspension(suspension, context, (each) => {
      const { on, options } = context
      const days = daysAtHome(each, identity, context)
      if ('status' in days) return days
      const { about, name, firstDay, evidence } = days
      const at = each.educationNoticeAt
      if (at !== null && each.decidedAt !== null && at < each.decidedAt)
        return noData(
          about,
          `The notice about education stands on ${minuteWords(at, on)}, before the decision on ${minuteWords(each.decidedAt, on)}: check the time.`,
        )
      const given = at === null ? '' : `The parent had the notice about education on ${minuteWords(at, on)}`
      const ends = timeOfDay(options.afternoonEnds)
      const by = `the end of the afternoon of ${dayWords(firstDay, on)}, the first day: by ${ends}, the school’s own line`
      return recordedFinding(
        {
          about,
          doneOn: at === null ? null : dayOf(at),
          lastDay: firstDay,
          isLateThatDay: at !== null && at > `${firstDay}T${ends}`,
          runs: each.decidedHere,
          says: {
            done: `${given}, before the afternoon of the first day ended.`,
            late: `${given}, after ${by}.`,
            due: `The parent must have the notice about education by ${by}.`,
            missing: `No record says that the parent had the notice about education by ${by}.`,
            unknown: 'No record says whether the parent had the notice about education on the first day.',
          },
          heads: {
            due: `Notice about education to the parent: the ${name}`,
            late: `Notice about education late: the ${name}`,
            missing: `No notice about education: the ${name}`,
          },
          evidence: [
            ...evidence,
            { label: 'The afternoon ends, by the school’s own line', value: ends },
            { label: 'Notice', value: at === null ? 'no record' : minuteWords(at, on) },
          ],
          prefill: { suspensionId: each.id, withRole: 'parent', purpose: 'education-notice' },
        },
        on,
      )
    }),
})
