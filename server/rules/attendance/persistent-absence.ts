import { notApplicable, met, watch } from '../../engine/finding.ts'
import { absenceContact } from '../../engine/absence-contact.ts'
import { notOnRoll } from '../../engine/on-roll.ts'
import { defineRule } from '../../engine/rule.ts'
import { count, lineWords, percentWords } from '../../engine/words.ts'
import { canStillMiss, isNearPersistent, isPersistent, isSmallBase } from '../../law/attendance.ts'
import { valueOn } from '../../law/dated.ts'
import { thresholds } from '../../law/thresholds.ts'

/** What the sessions left in the year mean for the line. */
function outlook(possible: number, absent: number, remaining: number | null, line: number): string {
  if (remaining === null) return 'how many are left this year is not known'
  if (remaining === 0) return 'none are left this year'
  const left = canStillMiss(possible, absent, remaining)
  const words = lineWords(line)
  if (left > 0) return `${left} of the ${remaining} left can be missed before ${words}`
  return 100 * absent < line * (possible + remaining)
    ? `none of the ${remaining} left can be missed before ${words}`
    : `with all ${remaining} left attended the year still ends at ${words} or more`
}

export default defineRule({
  id: 'persistent-absence',
  title: 'Fewer than one session in ten missed',
  breachTitle: 'Persistent absence',
  watchTitle: 'Absence near or over 10 %',
  why: 'A child who misses one session in ten misses half a day a week. It is where national statistics draw the line; nobody breaks a duty by it, but it is the moment to ask what makes coming in hard.',
  action: {
    text: 'Ask the child, and those who care for them, what makes coming in hard, and agree one change.',
    label: 'Record a contact',
    form: 'contact',
  },
  severity: 'medium',
  duty: { owner: 'attendance-lead', force: 'advice', source: 'absence-statistics', from: '2018-09-01' },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['identity', 'care', 'attendance'],
  options: {
    warnFrom: {
      label: 'Absence from which to warn',
      unit: thresholds.absenceWarning.unit,
      value: thresholds.absenceWarning.latest,
    },
    smallBase: {
      label: 'Fewest possible sessions that say something',
      unit: thresholds.smallBase.unit,
      value: thresholds.smallBase.latest,
    },
  },
  check({ identity, care, attendance }, { on, options: { warnFrom, smallBase } }) {
    const away = notOnRoll(identity, on)
    if (away) return away
    const { possible, authorised, unauthorised, remaining, missing } = attendance
    const absent = authorised + unauthorised
    if (isSmallBase(possible, smallBase))
      return notApplicable(
        `Too early to say: ${count(possible, 'possible session')} so far, fewer than ${smallBase}.`,
      )

    const line = valueOn(thresholds.persistentAbsence, on)
    const past = isPersistent(absent, possible, on)
    const exact = percentWords(absent, possible)
    const rate = !past && exact === percentWords(line, 100) ? `just under ${lineWords(line)}` : exact
    const left =
      remaining === null ? 'Not known' : `${canStillMiss(possible, absent, remaining, on)} of ${remaining}`
    const message = `${absent === 0 ? 'None' : absent} of ${possible} sessions missed, ${rate}; ${outlook(possible, absent, remaining, line)}.`
    const evidence = [
      { label: 'Sessions missed', value: `${absent} of ${possible} possible` },
      { label: 'Of these', value: `${authorised} authorised, ${unauthorised} unauthorised` },
      { label: `Can still be missed this year before ${lineWords(line)}`, value: left },
      ...(missing > 0 ? [{ label: 'Sessions without a mark, not counted', value: `${missing}` }] : []),
    ]
    if (past)
      return watch('', message, {
        headline: `Persistent absence: ${rate}`,
        evidence,
        prefill: absenceContact(care.now),
      })
    if (isNearPersistent(absent, possible, warnFrom))
      return watch('', message, {
        headline: `Absence close to ${lineWords(line)}: ${rate}`,
        evidence,
        prefill: absenceContact(care.now),
      })
    return met('', message, { evidence })
  },
})
