import { daysBetween, isoDate, type IsoDate } from '../../calendar/iso-date.ts'
import { met, notApplicable, watch, type Finding } from '../../engine/finding.ts'
import { interventionWords } from '../../engine/interventions.ts'
import { defineRule } from '../../engine/rule.ts'
import {
  aboutSuspension,
  decisionDay,
  decisionWords,
  isUndone,
  suspensionEvidence,
  suspensionName,
  suspensionsHere,
} from '../../engine/suspension-duty.ts'
import { capital, dayWords } from '../../engine/words.ts'

const FROM = '2026-07-26'

export default defineRule({
  id: 'interim-pep-not-considered',
  title: 'Interim PEP considered after a suspension',
  breachTitle: 'Consider an interim PEP after a suspension',
  why: 'A personal education plan (PEP) that did not keep a looked-after child in school is due for another look. Since July 2026 guidance, as Virtual Schools report it, asks to consider an interim review when a suspension is near or has happened.',
  action: {
    text: 'Ask the social worker and the Virtual School whether to bring the PEP forward; record the interim PEP, or the meeting once it was held.',
    label: 'Record an interim PEP',
    form: 'intervention',
  },
  severity: 'low',
  duty: { owner: 'designated-teacher', force: 'should', source: 'exclusion-guidance-2026', from: FROM },
  groups: ['cla'],
  needs: ['care', 'suspension', 'intervention'],
  uses: ['pep'],
  options: {
    before: {
      label: 'An interim PEP so soon before the decision was considered for it',
      unit: 'weeks',
      value: 2,
    },
  },
  check({ care, suspension, intervention, pep }, context): Finding {
    const { on, options } = context
    if (!care.now.cla) return notApplicable('Not looked after today.')
    const latest = suspensionsHere(suspension, context).findLast(
      (each) => each.groupsThen.cla && !isUndone(each) && decisionDay(each) >= isoDate(FROM),
    )
    if (latest === undefined)
      return notApplicable('Not suspended here while looked after since the guidance of July 2026.')
    const about = aboutSuspension(latest)
    const decidedOn = decisionDay(latest)
    const held = pep?.meetings.find(({ heldOn }) => heldOn >= decidedOn)
    /** The one that was begun while the suspension was near counts: that is when it is to be considered. */
    const isNear = (startedOn: IsoDate) => daysBetween(startedOn, decidedOn) <= 7 * options.before
    const interim = intervention.findLast(
      ({ what, startedOn }) => what === 'interim-pep' && isNear(startedOn),
    )
    const evidence = [
      suspensionEvidence(latest, on),
      { label: 'Decision', value: decisionWords(latest, on), on: decidedOn },
    ]
    if (held)
      return met(about, `A PEP was held on ${dayWords(held.heldOn, on)}, after the suspension.`, { evidence })
    if (interim) {
      const words = capital(interventionWords(interim.what))
      return met(about, `${words} is recorded from ${dayWords(interim.startedOn, on)}.`, { evidence })
    }
    const planned = pep?.planned[0]
    const ahead = planned ? ` The next is planned for ${dayWords(planned.heldOn, on)}.` : ''
    return watch(
      about,
      `${decisionWords(latest, on)}; no PEP was held since. Consider bringing it forward.${ahead}`,
      {
        headline: `Consider an interim PEP: the ${suspensionName(latest, on)}`,
        evidence,
        prefill: { suspensionId: latest.id, what: 'interim-pep' },
      },
    )
  },
})
