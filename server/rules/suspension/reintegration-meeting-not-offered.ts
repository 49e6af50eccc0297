import { noData, notApplicable } from '../../engine/finding.ts'
import { recordedFinding } from '../../engine/on-record.ts'
import { defineRule } from '../../engine/rule.ts'
import {
  aboutSuspension,
  decisionWords,
  eachSuspension,
  suspensionEvidence,
  suspensionName,
} from '../../engine/suspension-duty.ts'
import { dayWords } from '../../engine/words.ts'
import { returnOf } from '../../law/suspension-return.ts'

export default defineRule({
  id: 'reintegration-meeting-not-offered',
  title: 'Meeting on the child’s return offered',
  breachTitle: 'No meeting on the child’s return offered',
  why: 'Coming back is a beginning. A meeting with parents, and with the social worker and the Virtual School where there are any, plans it. It is an offer: the child returns on the day whether it is held or not.',
  action: {
    text: 'Offer a meeting for the day of return or before, and record the day of the offer. Never keep the child out for want of it.',
    label: 'Record the offer',
    form: 'reintegration',
  },
  severity: 'low',
  duty: { owner: 'headteacher', force: 'should', source: 'exclusion-guidance', from: '2022-09-01' },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['suspension'],
  check: ({ suspension }, context) =>
    eachSuspension(suspension, context, (each) => {
      const { on, calendar } = context
      const about = aboutSuspension(each)
      if (each.kind !== 'suspension')
        return notApplicable(
          each.kind === 'permanent'
            ? 'A permanent exclusion: no return is planned.'
            : 'A lunchtime suspension, from which nobody returns.',
          about,
        )
      const session = returnOf(each, calendar)
      if (session === null) return noData(about, 'The day of return lies past the known calendar.')
      const name = suspensionName(each, on)
      const backOn = session.on
      const back = dayWords(backOn, on)
      const offered = each.reintegration === null ? '' : dayWords(each.reintegration.offeredOn, on)
      const never = 'It is never a condition of the return.'
      return recordedFinding(
        {
          about,
          doneOn: each.reintegration?.offeredOn ?? null,
          lastDay: backOn,
          runs: each.decidedHere,
          says: {
            done: `A meeting on the return was offered on ${offered}.`,
            late: `A meeting on the return was offered on ${offered}, after the child was due back on ${back}.`,
            due: `A meeting on the return should be offered by ${back}. ${never}`,
            missing: `No record says that a meeting on the return was offered by ${back}. ${never}`,
            unknown: 'No record says whether a meeting on the return was offered.',
          },
          heads: {
            due: `Offer a meeting on the return: the ${name}`,
            late: `Meeting on the return offered late: the ${name}`,
            missing: `No meeting on the return offered: the ${name}`,
          },
          evidence: [
            suspensionEvidence(each, on),
            { label: 'Decision', value: decisionWords(each, on) },
            { label: 'Back by', value: back, on: backOn },
            { label: 'Offered', value: offered === '' ? 'no record' : offered },
          ],
          prefill: { suspensionId: each.id },
        },
        on,
      )
    }),
})
