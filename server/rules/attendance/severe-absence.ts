import { absenceContact } from '../../engine/absence-contact.ts'
import { met, notApplicable, watch } from '../../engine/finding.ts'
import { notOnRoll } from '../../engine/on-roll.ts'
import { defineRule } from '../../engine/rule.ts'
import { count, lineWords, percentWords } from '../../engine/words.ts'
import { isNearPersistent, isSevere, isSmallBase } from '../../law/attendance.ts'
import { valueOn } from '../../law/dated.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'severe-absence',
  title: 'Fewer than half of all sessions missed',
  breachTitle: 'Severe absence',
  watchTitle: 'Absence near or over 50 %',
  why: 'A child who misses half of school is out of it as much as in it, and seldom comes back without several services working together. National statistics draw the line at one session in two.',
  action: {
    text: 'Bring together those who know the child, and agree who does what about the first step back.',
    label: 'Record a contact',
    form: 'contact',
  },
  severity: 'high',
  duty: { owner: 'attendance-lead', force: 'advice', source: 'absence-statistics', from: '2018-09-01' },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['identity', 'care', 'attendance'],
  options: {
    warnFrom: { label: 'Absence from which to warn', unit: '% of possible sessions', value: 40 },
    smallBase: {
      label: 'Fewest possible sessions that say something',
      unit: thresholds.smallBase.unit,
      value: thresholds.smallBase.latest,
    },
  },
  check({ identity, care, attendance }, { on, options: { warnFrom, smallBase } }) {
    const away = notOnRoll(identity, on)
    if (away) return away
    const { possible, authorised, unauthorised, attended } = attendance
    const absent = authorised + unauthorised
    if (isSmallBase(possible, smallBase))
      return notApplicable(
        `Too early to say: ${count(possible, 'possible session')} so far, fewer than ${smallBase}.`,
      )

    const line = valueOn(thresholds.severeAbsence, on)
    const past = isSevere(absent, possible, on)
    const exact = percentWords(absent, possible)
    const rate = !past && exact === percentWords(line, 100) ? `just under ${lineWords(line)}` : exact
    const message = `${absent === 0 ? 'None' : absent} of ${possible} sessions missed, ${rate}.`
    const evidence = [
      { label: 'Sessions missed', value: `${absent} of ${possible} possible` },
      { label: 'Sessions attended', value: `${attended}` },
    ]
    if (!past && !isNearPersistent(absent, possible, warnFrom)) return met('', message, { evidence })
    return watch('', message, {
      headline: past ? `Severe absence: ${rate}` : `Absence close to ${lineWords(line)}: ${rate}`,
      evidence,
      prefill: absenceContact(care.now),
    })
  },
})
