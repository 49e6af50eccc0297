import { daysBetween, isoDate, type IsoDate } from '../../calendar/iso-date.ts'
import { met, notApplicable, watch, type Finding } from '../../engine/finding.ts'
import { interventionWords } from '../../engine/interventions.ts'
import { pepChanges, type PepChange } from '../../engine/pep-changes.ts'
import { defineRule } from '../../engine/rule.ts'
import { capital, dayWords } from '../../engine/words.ts'

const FROM = '2026-07-26'

export default defineRule({
  id: 'interim-pep-not-considered',
  title: 'Interim PEP considered after a suspension, a move or a change of school',
  breachTitle: 'Consider an interim PEP after a suspension, a move or a change of school',
  why: 'A personal education plan (PEP) that did not keep a looked-after child in school is due for another look. Since July 2026 guidance, as Virtual Schools report it, asks to consider an interim review when a suspension is near or has happened, and when much else changes for a child.',
  action: {
    text: 'Ask the social worker and the Virtual School whether to bring the PEP forward; record the interim PEP, or the meeting once it was held.',
    label: 'Record an interim PEP',
    form: 'intervention',
  },
  severity: 'low',
  duty: { owner: 'designated-teacher', force: 'should', source: 'exclusion-guidance-2026', from: FROM },
  groups: ['cla'],
  needs: ['identity', 'care', 'suspension', 'intervention'],
  uses: ['pep', 'offSiteDirection'],
  options: {
    before: {
      label: 'An interim PEP so soon before it was considered for it',
      unit: 'weeks',
      value: 2,
    },
  },
  check({ identity, care, suspension, intervention, pep, offSiteDirection }, context): readonly Finding[] {
    const { on, options } = context
    if (!care.now.cla) return [notApplicable('Not looked after today.')]

    /** What was begun while the change was near counts: that is when it is to be considered. */
    const interimFor = (day: IsoDate) =>
      intervention.findLast(
        ({ what, startedOn }) => what === 'interim-pep' && daysBetween(startedOn, day) <= 7 * options.before,
      )
    const planned = pep?.planned[0]
    const ahead = planned ? ` The next is planned for ${dayWords(planned.heldOn, on)}.` : ''
    const consider = ({ about, what, name, day, since, evidence, prefill }: PepChange): Finding => {
      const held = pep?.meetings.find(({ heldOn }) => heldOn >= since)
      if (held)
        return met(about, `A PEP was held on ${dayWords(held.heldOn, on)}, ${name.when}.`, { evidence })
      const interim = interimFor(day)
      if (interim) {
        const words = capital(interventionWords(interim.what))
        return met(about, `${words} is recorded from ${dayWords(interim.startedOn, on)}.`, { evidence })
      }
      return watch(about, `${what}; no PEP was held since. Consider bringing it forward.${ahead}`, {
        headline: `Consider an interim PEP: the ${name.of}`,
        evidence,
        prefill: { ...prefill, what: 'interim-pep' },
      })
    }

    const changes = pepChanges({ identity, care, suspension, intervention, offSiteDirection }, context, {
      from: isoDate(FROM),
      daysBefore: 7 * options.before,
    })
    return changes.length === 0
      ? [
          notApplicable(
            'No suspension, move elsewhere or change to this school while looked after since the guidance of July 2026.',
          ),
        ]
      : changes.map(consider)
  },
})
