import { breach, met } from '../../engine/finding.ts'
import { defineRule } from '../../engine/rule.ts'
import { stillFollowed } from '../../engine/still-followed.ts'
import { dateWords, dayWords, schoolDayWords } from '../../engine/words.ts'

export default defineRule({
  id: 'unlawful-exclusion-recorded',
  title: 'No child sent home without a suspension',
  breachTitle: 'Sent home without a suspension: unlawful',
  why: 'A child can only be kept out of school by a suspension or exclusion that the headteacher decides, records and tells of. Sending a child home to cool off is unlawful, also when the parents agree: nobody counts it, and nobody can appeal.',
  action: {
    text: 'Bring the child back; no suspension is written for it afterwards. Tell the parents and, where there are any, the social worker and the Virtual School what happened; record how and when it was put right.',
    label: 'Record how it was put right',
    form: 'unlawful-exclusion',
  },
  severity: 'high',
  duty: { owner: 'headteacher', force: 'must', source: 'exclusions-2012', from: '2012-09-01' },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['unlawfulExclusion'],
  check({ unlawfulExclusion }, context) {
    const { on } = context
    return unlawfulExclusion
      .filter(({ happenedOn, putRightOn }) => putRightOn === null || stillFollowed(happenedOn, context))
      .map(({ id, happenedOn, halfDays, putRightOn }) => {
        const about = `unlawful-exclusion:${id}`
        const record = { kind: 'unlawful-exclusion', id }
        const length = halfDays === null ? '' : ` for ${schoolDayWords(halfDays)}`
        const evidence = [
          { label: 'Sent home', value: `${dayWords(happenedOn, on)}${length}`, on: happenedOn, record },
          { label: 'Put right', value: putRightOn === null ? 'no record' : dayWords(putRightOn, on) },
        ]
        const what = `Sent home on ${dayWords(happenedOn, on)}${length} without a suspension`
        if (putRightOn !== null)
          return met(about, `${what}; put right on ${dayWords(putRightOn, on)}.`, { evidence })
        return breach(
          about,
          `${what}: unlawful, as only a recorded decision of the headteacher can keep a child out of school.`,
          {
            evidence,
            record,
            since: happenedOn,
            headline: `Sent home unlawfully on ${dateWords(happenedOn, on)}`,
          },
        )
      })
  },
})
