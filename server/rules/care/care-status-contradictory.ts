import { met, notApplicable, watch } from '../../engine/finding.ts'
import { notOnRoll } from '../../engine/on-roll.ts'
import { defineRule } from '../../engine/rule.ts'
import { dayWords } from '../../engine/words.ts'

const words = {
  cla: 'Looked after',
  'previously-cla': 'Previously looked after',
  'cin-plan': 'Child in need plan',
  'cp-plan': 'Child protection plan',
  kinship: 'Kinship care',
} as const

export default defineRule({
  id: 'care-status-contradictory',
  title: 'Care status without contradiction',
  breachTitle: 'Care status contradicts itself',
  why: 'Whom to ring, and which duties hold, follow from the child’s status. Two statuses that cannot both be true mean that somebody may ring the wrong person, or nobody.',
  action: {
    text: 'Ask the social worker which status holds today, and end the other one.',
    label: 'Correct the care status',
    form: 'care-episode',
  },
  severity: 'medium',
  duty: { owner: 'safeguarding-lead', force: 'local', source: 'local-policy', from: '2018-02-26' },
  groups: 'everyone',
  needs: ['identity', 'care'],
  check({ identity, care: { episodes, contradictions } }, { on }) {
    const away = notOnRoll(identity, on)
    if (away) return away
    if (episodes.length === 0) return notApplicable('No care status is recorded for this child.')
    if (contradictions.length === 0) return met('', 'No status contradicts another today.')
    const open = episodes.filter((each) => each.endedOn === null || each.endedOn > on)
    return watch('', contradictions.join(' '), {
      evidence: open.map(({ id, status, startedOn }) => ({
        label: words[status],
        value: `Open since ${dayWords(startedOn, on)}`,
        on: startedOn,
        record: { kind: 'care-episode', id },
      })),
    })
  },
})
