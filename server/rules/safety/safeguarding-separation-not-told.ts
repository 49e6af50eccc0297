import { notApplicable } from '../../engine/finding.ts'
import { defineRule } from '../../engine/rule.ts'
import { stillFollowed } from '../../engine/still-followed.ts'
import { tellingFinding } from '../../engine/told-together.ts'
import { dateWords, dayWords } from '../../engine/words.ts'
import { cohortsOn, hasSocialWorker } from '../../law/cohorts.ts'

export default defineRule({
  id: 'safeguarding-separation-not-told',
  title: 'Authority asked for education when a child is kept apart for safety',
  breachTitle: 'Not everybody told that a child is kept apart for safety',
  why: 'Keeping a child off the premises because of an allegation of harm is no suspension and no punishment. The child still has a right to education, which the authority may have to arrange, and to people who know.',
  action: {
    text: 'Ask the authority to arrange education, tell the social worker and, for a looked-after child, the Virtual School, and record when.',
    label: 'Open the separation',
    form: 'safeguarding-separation',
  },
  severity: 'high',
  duty: {
    owner: 'safeguarding-lead',
    force: 'should',
    source: 'exclusion-guidance-2026',
    from: '2026-07-26',
  },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['care', 'safeguardingSeparation'],
  check({ care, safeguardingSeparation }, context) {
    const { on } = context
    return safeguardingSeparation.flatMap((each) => {
      const { id, startedOn, endedOn, authorityAskedAt, socialWorkerToldAt, virtualSchoolToldAt } = each
      if (endedOn !== null && !stillFollowed(startedOn, context)) return []
      const about = `safeguarding-separation:${id}`
      if (startedOn < '2026-07-26')
        return notApplicable('Began before 26 July 2026, under the guidance of then.', about)
      const then = cohortsOn(care.episodes, startedOn)
      const record = { kind: 'safeguarding-separation', id }
      return tellingFinding(
        {
          about,
          what: `Kept apart for safety from ${dayWords(startedOn, on)}, which is no suspension`,
          name: `the separation of ${dateWords(startedOn, on)}`,
          all: [
            { who: 'the authority, to arrange education', role: 'local-authority', at: authorityAskedAt },
            ...(hasSocialWorker(then)
              ? [{ who: 'the social worker', role: 'social-worker', at: socialWorkerToldAt }]
              : []),
            ...(then.cla
              ? [{ who: 'the Virtual School', role: 'virtual-school', at: virtualSchoolToldAt }]
              : []),
          ],
          lastDay: startedOn,
          soon: 'on the first day, the school’s own line',
          evidence: [
            {
              label: 'Kept apart',
              value: `from ${dayWords(startedOn, on)}${endedOn === null ? '' : ` to ${dayWords(endedOn, on)}`}`,
              on: startedOn,
              record,
            },
          ],
          record,
        },
        on,
      )
    })
  },
})
