import { met, noData, notApplicable, watch, type Finding } from '../../engine/finding.ts'
import { defineRule } from '../../engine/rule.ts'
import { aboutSuspension, addendsOfTerm, sumEvidence, sumWords } from '../../engine/suspension-duty.ts'
import { capital, count, dayWords, halfDayFigure, schoolDayWords } from '../../engine/words.ts'
import { valueOn } from '../../law/dated.ts'
import { halfDaysOf } from '../../law/suspension.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'term-total-near-limit',
  title: 'Days of suspension well within the lines of the term',
  breachTitle: 'Days of suspension near or over a line of the term',
  why: 'Half a day over 5 or 15 school days in a term sets off duties of the governing board. Seen in time, another half day can be thought about first. Each lunchtime counts as half a day.',
  action: {
    text: 'Before another half day, look at what it would set off and at what else could help.',
    label: 'Open the child’s page',
  },
  severity: 'low',
  duty: {
    owner: 'headteacher',
    force: 'local',
    source: 'exclusions-2012',
    place: 'regs 6, 15 and 24',
    from: '2012-09-01',
  },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['suspension'],
  options: {
    nearDays: { label: 'Warn this many school days before a line', unit: 'school days', value: 1 },
  },
  check({ suspension }, { on, options: { nearDays } }): Finding {
    const { rows, currentTerm } = suspension
    if (currentTerm === null)
      return noData('', 'The terms are not known, so the days of this term cannot be added up.')
    const addends = addendsOfTerm(rows, currentTerm)
    const latest = addends.at(-1)
    if (latest === undefined) return notApplicable(`No suspension in ${currentTerm}.`)

    const about = aboutSuspension(latest.suspension)
    const excluded = rows.find(
      (row) => row.kind === 'permanent' && !row.atOtherSchool && row.startedOn <= on && row.halfDays === null,
    )
    if (excluded)
      return notApplicable(
        `Permanently excluded since ${dayWords(excluded.startedOn, on)}: no half day follows.`,
        about,
      )
    const halfDays = suspension.inCurrentTerm
    const soFar = capital(sumWords(addends, currentTerm, on))
    const lower = valueOn(thresholds.termLower, on)
    const upper = valueOn(thresholds.termUpper, on)
    const left = (line: number) => halfDaysOf(line) - halfDays
    const isNear = (line: number) => left(line) >= 0 && left(line) <= halfDaysOf(nearDays)
    const meets = {
      lower: `the board meets within ${count(valueOn(thresholds.boardMeetsOnRepresentations, on), 'school day')} if parents make representations`,
      upper: `the board must meet within ${count(valueOn(thresholds.boardMeets, on), 'school day')}`,
    }
    const rest = { evidence: sumEvidence(addends, `Together in ${currentTerm}`, on) }
    const room = (line: number) =>
      left(line) === 0 ? `nothing left up to ${line}` : `${schoolDayWords(left(line))} left up to ${line}`
    const before = (line: number, duty: string) =>
      watch(about, `${soFar}; ${room(line)}. Over ${line}, ${duty}.`, {
        ...rest,
        headline: `${halfDayFigure(halfDays)} of ${line} school days suspended this term`,
      })
    const over = (line: number, duty: string) =>
      watch(about, `${soFar}, over ${line}: ${duty}.`, {
        ...rest,
        headline: `Over ${line} school days suspended this term`,
      })

    if (halfDays > halfDaysOf(upper)) return over(upper, meets.upper)
    if (isNear(upper)) return before(upper, meets.upper)
    if (halfDays > halfDaysOf(lower)) return over(lower, meets.lower)
    if (isNear(lower)) return before(lower, meets.lower)
    return met(about, `${soFar}; ${schoolDayWords(left(lower))} left up to ${lower}.`, rest)
  },
})
