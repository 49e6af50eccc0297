import { addDays } from '../../calendar/iso-date.ts'
import { met, notApplicable, watch } from '../../engine/finding.ts'
import { notOnRoll } from '../../engine/on-roll.ts'
import { defineRule } from '../../engine/rule.ts'
import { dayWords } from '../../engine/words.ts'

export default defineRule({
  id: 'care-status-unknown',
  title: 'Care status known',
  breachTitle: 'Care status not known since care ended',
  why: 'Care ends by going home, by adoption, or by another home under an order, and each brings other duties. Nobody can keep them while the school does not know which it was.',
  action: {
    text: 'Ask the social worker, or the parents, what came after care, and record it.',
    label: 'Record the care status',
    form: 'care-episode',
  },
  severity: 'medium',
  duty: { owner: 'safeguarding-lead', force: 'local', source: 'local-policy', from: '2018-02-26' },
  groups: 'everyone',
  needs: ['identity', 'care'],
  check({ identity, care }, { on }) {
    const away = notOnRoll(identity, on)
    if (away) return away
    const spell = care.spells.at(-1)
    const ended = spell?.endedOn ?? null
    if (!spell || ended === null || ended >= on) {
      const known = Object.values(care.now).some(Boolean)
      return known
        ? met('', 'The care status of today is recorded.')
        : notApplicable('The child was never looked after, and no plan is open.')
    }
    const after = care.episodes.filter(
      (each) => each.status !== 'cla' && (each.endedOn === null || each.endedOn > ended),
    )
    if (after.length > 0)
      return met('', `What came after care, which ended on ${dayWords(ended, on)}, is recorded.`)
    return watch(
      `care ended ${ended}`,
      `Care ended on ${dayWords(ended, on)}, and nobody has told us what came after it.`,
      {
        evidence: [
          {
            label: 'Looked after',
            value: `${dayWords(spell.startedOn, on)} to ${dayWords(ended, on)}`,
            on: ended,
          },
          { label: 'Recorded since', value: 'Nothing' },
        ],
        prefill: { startedOn: addDays(ended, 1) },
      },
    )
  },
})
