import { addDays, daysBetween } from '../../calendar/iso-date.ts'
import { breach, due, met, noData, notApplicable } from '../../engine/finding.ts'
import { offSiteUnknown } from '../../engine/off-site-bound.ts'
import { defineRule } from '../../engine/rule.ts'
import { count, dateWords, dayWords } from '../../engine/words.ts'
import { valueOn } from '../../law/dated.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'off-site-direction-review-missing',
  title: 'Off-site direction reviewed as planned and as asked',
  breachTitle: 'Off-site direction not reviewed',
  why: 'A child sent elsewhere is easily forgotten. The board reviews at times it thinks right, the first early on; a review that a parent, or the authority of a plan, asks for in writing is held unless there was one in the ten weeks before.',
  action: {
    text: 'Plan the next review with headteacher, parent and a member of the board who is not the head, ask the authority of a plan to it, and record when it is and when the last was.',
    label: 'Open the off-site direction',
    form: 'off-site-direction',
  },
  severity: 'high',
  duty: {
    owner: 'governing-board',
    force: 'must',
    source: 'off-site-2010',
    place: 'regs 4 and 4A',
    from: '2013-01-01',
  },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['offSiteDirection'],
  options: {
    heldWithin: {
      label: 'A review that was asked for is held within so many school days',
      unit: thresholds.offSiteReviewHeld.unit,
      value: thresholds.offSiteReviewHeld.latest,
    },
    plannedWithin: {
      label: 'The next review is planned so soon after the first day or the last review',
      unit: 'school days',
      value: 5,
    },
  },
  check({ offSiteDirection }, { on, calendar, options }) {
    return offSiteDirection.map((each) => {
      const { startsOn, endsOn, nextReviewOn, lastReviewOn, reviewAskedOn } = each
      const about = `off-site-direction:${each.id}`
      if (endsOn !== null && endsOn < on) return notApplicable('The off-site direction has ended.', about)
      const unknown = offSiteUnknown(startsOn, about, on)
      if (unknown) return unknown
      const record = { kind: 'off-site-direction', id: each.id }
      const days = [
        ['Last review', lastReviewOn],
        ['Review asked for', reviewAskedOn],
        ['Next review', nextReviewOn],
      ] as const
      const evidence = [
        { label: 'Begins', value: dayWords(startsOn, on), on: startsOn, record },
        ...days.map(([label, day]) => ({ label, value: day === null ? 'no record' : dayWords(day, on) })),
      ]
      const rest = { evidence, record }
      const name = `the off-site direction of ${dateWords(startsOn, on)}`

      const weeks = valueOn(thresholds.offSiteReviewAgain, startsOn)
      const isRecent =
        reviewAskedOn !== null &&
        lastReviewOn !== null &&
        lastReviewOn < reviewAskedOn &&
        daysBetween(lastReviewOn, reviewAskedOn) <= weeks * 7
      const isHeld = reviewAskedOn !== null && lastReviewOn !== null && lastReviewOn >= reviewAskedOn
      if (reviewAskedOn !== null && !isHeld && !isRecent) {
        const by = calendar.addSchoolDays(reviewAskedOn, options.heldWithin)
        if (by === null)
          return noData(about, 'A review was asked for; the school’s days after it are not known.')
        const asked = `A review was asked for in writing on ${dayWords(reviewAskedOn, on)}, and there was none in the ${count(weeks, 'week')} before`
        const line = `${dayWords(by, on)}, the school’s own line`
        return on <= by
          ? due(about, `${asked}: hold it as soon as is practicable, by ${line}.`, {
              ...rest,
              dueOn: by,
              headline: `Hold the review asked for of ${name}`,
            })
          : breach(about, `${asked}; no record that it was held by ${line}.`, {
              ...rest,
              since: addDays(by, 1),
              headline: `Review asked for and not held: ${name}`,
            })
      }
      if (nextReviewOn !== null && nextReviewOn >= on)
        return nextReviewOn === on
          ? due(about, 'The review is planned for today.', { ...rest, dueOn: on })
          : met(about, `The next review is on ${dayWords(nextReviewOn, on)}.`, { evidence })
      const last = lastReviewOn === null ? '' : ` The last was on ${dayWords(lastReviewOn, on)}.`
      if (nextReviewOn !== null && (lastReviewOn === null || lastReviewOn < nextReviewOn))
        return breach(about, `No record of the review planned for ${dayWords(nextReviewOn, on)}.${last}`, {
          ...rest,
          since: addDays(nextReviewOn, 1),
          headline: `Review not held: ${name}`,
        })
      const planBy = calendar.addSchoolDays(lastReviewOn ?? startsOn, options.plannedWithin)
      if (planBy === null) return noData(about, 'No review is planned; the school’s days are not known.')
      const line = `${dayWords(planBy, on)}, the school’s own line`
      const headline = `No review planned: ${name}`
      return on <= planBy
        ? due(about, `No review is planned; plan one by ${line}.${last}`, {
            ...rest,
            dueOn: planBy,
            headline,
          })
        : breach(about, `No review was planned by ${line}.${last}`, {
            ...rest,
            since: addDays(planBy, 1),
            headline,
          })
    })
  },
})
