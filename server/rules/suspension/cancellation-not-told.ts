import { dayOf } from '../../calendar/iso-date.ts'
import { noData, notApplicable } from '../../engine/finding.ts'
import { defineRule } from '../../engine/rule.ts'
import {
  aboutSuspension,
  suspensionEvidence,
  suspensionName,
  suspensionsHere,
} from '../../engine/suspension-duty.ts'
import { tellingFinding, type ToTell } from '../../engine/told-together.ts'
import { capital, list, minuteWords, schoolDayWords } from '../../engine/words.ts'
import { hasSocialWorker } from '../../law/cohorts.ts'

export default defineRule({
  id: 'cancellation-not-told',
  title: 'Everybody told of a cancelled suspension without delay',
  breachTitle: 'Not everybody told of a cancelled suspension',
  why: 'Whoever heard that a child is out of school must hear that the child is back: parents, the governing board, the local authority and, where there are any, the social worker and the Virtual School, in writing and with the reasons.',
  action: {
    text: 'Tell each of them in writing that it was cancelled and why, offer the parents a meeting, and record when each was told.',
    label: 'Record the notice',
    form: 'contact',
  },
  severity: 'high',
  duty: {
    owner: 'headteacher',
    force: 'must',
    source: 'exclusions-2023',
    place: 'reg 17A(4)',
    from: '2023-09-01',
  },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['suspension'],
  check: ({ suspension }, context) => {
    const { on } = context
    const findings = suspensionsHere(suspension, context).flatMap((each) => {
      const { cancelledAt, toldOfCancelling: told, groupsThen, halfDays } = each
      if (cancelledAt === null) return []
      const cancelledOn = dayOf(cancelledAt)
      const name = suspensionName(each, on)
      const served = `${schoolDayWords(halfDays ?? 0)} served before it`
      const about = aboutSuspension(each)
      const what = `The ${name} was cancelled on ${minuteWords(cancelledAt, on)}`
      const all: readonly ToTell[] = [
        { who: 'the parent', role: 'parent', at: told.parent },
        { who: 'the governing board', role: 'governing-board', at: told.board },
        { who: 'the local authority', role: 'local-authority', at: told.la },
        ...(hasSocialWorker(groupsThen)
          ? [{ who: 'the social worker', role: 'social-worker', at: told.socialWorker }]
          : []),
        ...(groupsThen.cla ? [{ who: 'the Virtual School', role: 'virtual-school', at: told.vsh }] : []),
      ]
      // A time before the cancelling is no notice of it.
      const before = all.flatMap(({ who, at }) =>
        at !== null && at < cancelledAt ? [`the notice to ${who} on ${minuteWords(at, on)}`] : [],
      )
      const [first, ...others] = all.filter(({ at }) => at === null || at >= cancelledAt)
      const unclear = noData(about, `${what}; before that stands ${list(before)}: check the time.`)
      if (first === undefined) return [unclear]
      const finding = tellingFinding(
        {
          about,
          what,
          name: 'the cancelling of a suspension',
          all: [first, ...others],
          lastDay: cancelledOn,
          soon: 'without delay, the same day',
          evidence: [
            suspensionEvidence(each, on),
            { label: 'Cancelled', value: minuteWords(cancelledAt, on), on: cancelledOn },
            { label: 'Still counted', value: capital(served) },
          ],
          prefill: ({ role }) => ({ suspensionId: each.id, withRole: role, purpose: 'cancellation-notice' }),
        },
        on,
      )
      return [finding.status === 'met' && before.length > 0 ? unclear : finding]
    })
    return findings.length > 0
      ? findings
      : notApplicable('No suspension here was cancelled this academic year.')
  },
})
