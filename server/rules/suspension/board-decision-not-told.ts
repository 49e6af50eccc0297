import { heldMeeting, metWords } from '../../engine/board-meeting.ts'
import { noData, notApplicable } from '../../engine/finding.ts'
import { recordedFinding } from '../../engine/on-record.ts'
import { defineRule } from '../../engine/rule.ts'
import {
  aboutSuspension,
  eachSuspension,
  suspensionEvidence,
  suspensionName,
} from '../../engine/suspension-duty.ts'
import { capital, countWords, dayWords } from '../../engine/words.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'board-decision-not-told',
  title: 'Parents told of the governing board’s decision without delay',
  breachTitle: 'Parents not told of the governing board’s decision without delay',
  why: 'Parents wait for it; where a permanent exclusion stands, their time to ask for a review runs from the day they have it in writing, with its reasons. How soon it goes to them is the school’s own line here.',
  action: {
    text: 'Ask the clerk to send the decision and its reasons to the parents, and record the day.',
    label: 'Record the meeting',
    form: 'board-meeting',
  },
  severity: 'medium',
  duty: { owner: 'governing-board', force: 'local', source: 'local-policy', from: '2012-09-01' },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['suspension'],
  options: {
    sentWithin: {
      label: 'The decision goes to the parents so soon after the meeting',
      unit: thresholds.boardDecisionSent.unit,
      value: thresholds.boardDecisionSent.latest,
    },
  },
  check: ({ suspension }, context) =>
    eachSuspension(suspension, context, (each) => {
      const { on, calendar, options } = context
      const about = aboutSuspension(each)
      const held = heldMeeting(each)
      if (held === undefined) return notApplicable('No meeting of the governing board is on record.', about)
      const by = calendar.addSchoolDays(held.meetsOn, options.sentWithin)
      if (by === null) return noData(about, 'The school’s days after the meeting are not known.')
      const name = suspensionName(each, on)
      // Where the review alone says when they were told, that is the day.
      const toldOn = held.decisionToldOn ?? each.reviewPanel?.boardDecisionToldOn ?? null
      const told = toldOn === null ? '' : dayWords(toldOn, on)
      const meeting = capital(metWords(held, on))
      const line = `${dayWords(by, on)}, the school’s own line of ${countWords(options.sentWithin, 'school day')}`
      return recordedFinding(
        {
          about,
          doneOn: toldOn,
          lastDay: by,
          runs: true,
          says: {
            done: `${meeting}. The parents were told in writing on ${told}.`,
            late: `${meeting}. The parents were told in writing on ${told}, after ${line}.`,
            due: `${meeting}. The parents are to be told in writing by ${line}.`,
            missing: `${meeting}. No record says that the parents were told in writing by ${line}.`,
            unknown: '',
          },
          heads: {
            due: `Board’s decision to the parents: the ${name}`,
            late: `Board’s decision told late: the ${name}`,
            missing: `Board’s decision not told: the ${name}`,
          },
          evidence: [
            suspensionEvidence(each, on),
            { label: 'Meeting', value: dayWords(held.meetsOn, on), on: held.meetsOn },
            { label: 'Told', value: told === '' ? 'no record' : told },
          ],
          record: { kind: 'board-meeting', id: held.id },
        },
        on,
      )
    }),
})
