import { breach, met, notApplicable, watch, type Finding } from '../../engine/finding.ts'
import { defineRule } from '../../engine/rule.ts'
import {
  aboutSuspension,
  addendsOfYear,
  dayOver,
  decisionDay,
  sumEvidence,
} from '../../engine/suspension-duty.ts'
import { dayWords, halfDayFigure, schoolDayWords } from '../../engine/words.ts'
import { valueOn } from '../../law/dated.ts'
import { halfDaysOf, yearLevel } from '../../law/suspension.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'year-total-near-limit',
  title: 'Days of suspension well within the 45 of the school year',
  breachTitle: 'Suspended for more than the 45 school days of a year',
  watchTitle: 'Days of suspension near the 45 of the school year',
  why: 'No child may be suspended for more than 45 school days in a school year, other schools’ days included. Long before that, suspension has stopped helping.',
  action: {
    text: 'Do not suspend past the limit. Meet parents, the social worker and the Virtual School about what the child needs instead.',
    label: 'Open the child’s page',
  },
  severity: 'high',
  duty: { owner: 'headteacher', force: 'must', source: 'exclusions-2012', from: '2012-09-01' },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['suspension'],
  options: {
    warnOver: {
      label: 'Warn over this many school days in the year',
      unit: thresholds.yearAmber.unit,
      value: thresholds.yearAmber.latest,
    },
    warnStronglyOver: {
      label: 'Warn strongly over this many school days in the year',
      unit: thresholds.yearRed.unit,
      value: thresholds.yearRed.latest,
    },
  },
  check({ suspension }, { on, year, calendar, options: { warnOver, warnStronglyOver } }): Finding {
    const { rows, inCurrentYear: total, atOtherSchool } = suspension
    const addends = addendsOfYear(rows, year, calendar)
    const latest = addends.at(-1)?.suspension
    if (latest === undefined) return notApplicable('No suspension this academic year.')

    const limit = valueOn(thresholds.yearLimit, on)
    const lunchtimes = addends
      .filter((each) => each.suspension.kind === 'lunchtime')
      .reduce((sum, { halfDays }) => sum + halfDays, 0)
    const about = aboutSuspension(latest)
    const elsewhere = atOtherSchool === 0 ? '' : `, ${halfDayFigure(atOtherSchool)} of them at another school`
    const soFar = `${halfDayFigure(total)} of ${limit} school days this academic year${elsewhere}`
    const evidence = sumEvidence(addends, 'Together this academic year', on)
    const level = yearLevel(total, { amber: warnOver, red: warnStronglyOver, on })

    if (level === 'none') return met(about, `${soFar}.`, { evidence })
    if (level !== 'block') {
      const line = level === 'red' ? warnStronglyOver : warnOver
      const left = schoolDayWords(halfDaysOf(limit) - total)
      return watch(about, `${soFar}: over the school’s own line of ${line}; ${left} left.`, {
        evidence,
        headline: `${halfDayFigure(total)} of ${limit} school days suspended this year`,
      })
    }
    if (total - lunchtimes <= halfDaysOf(limit))
      return watch(
        about,
        `${soFar} by a cautious count: over ${limit} only because each of the lunchtimes counts as half a day.`,
        { evidence, headline: `Over ${limit} school days this year, lunchtimes counted` },
      )
    const over = dayOver(addends, halfDaysOf(limit)) ?? on
    const past = over <= on
    const when = `${past ? 'since' : 'from'} ${dayWords(over, on)}`
    return breach(about, `${soFar}: over ${limit} ${when}, which the law does not allow.`, {
      evidence,
      since: past ? over : decisionDay(latest),
      ...(past ? { final: true } : {}),
      headline: `${schoolDayWords(total)} of suspension this year, over ${limit}`,
    })
  },
})
