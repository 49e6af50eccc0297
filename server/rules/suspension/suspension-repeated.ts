import { academicYearOf } from '../../calendar/academic-year.ts'
import { daysBetween } from '../../calendar/iso-date.ts'
import { met, notApplicable, watch, type Finding } from '../../engine/finding.ts'
import { defineRule } from '../../engine/rule.ts'
import { aboutSuspension, suspensionEvidence } from '../../engine/suspension-duty.ts'
import { capital, countWords, halfDayFigure, list } from '../../engine/words.ts'
import { valueOn } from '../../law/dated.ts'
import { repeatedCriteria } from '../../law/suspension-days.ts'
import { thresholds } from '../../law/thresholds.ts'

const { repeatedInTerm, repeatedInYear, repeatedWithin, repeatedTermDays } = thresholds

export default defineRule({
  id: 'suspension-repeated',
  title: 'Suspension not repeated',
  breachTitle: 'Suspension repeated: time for something different',
  why: 'When a suspension did not change anything, the next will not either. The school’s own line asks for something different before it.',
  action: {
    text: 'Agree something different: ask the Virtual School’s adviser, consider an interim PEP, look again at the risk assessment and the plan, at an assessment of needs or at alternative provision.',
    label: 'Record the conversation',
    form: 'contact',
  },
  severity: 'medium',
  duty: { owner: 'designated-teacher', force: 'local', source: 'local-policy', from: '2012-09-01' },
  groups: ['cla', 'previouslyCla', 'cin', 'cp'],
  needs: ['care', 'suspension'],
  options: {
    inTerm: {
      label: 'Suspensions in a term',
      unit: repeatedInTerm.unit,
      value: repeatedInTerm.latest,
    },
    inYear: {
      label: 'Suspensions in a year',
      unit: repeatedInYear.unit,
      value: repeatedInYear.latest,
    },
    within: {
      label: 'Two suspensions that begin within so many school days',
      unit: repeatedWithin.unit,
      value: repeatedWithin.latest,
    },
    termDays: {
      label: 'More than so many school days in a term',
      unit: repeatedTermDays.unit,
      value: repeatedTermDays.latest,
    },
  },
  check({ care, suspension }, { on, year, calendar, options }): Finding {
    const { cla, previouslyCla, cin, cp } = care.now
    if (!cla && !previouslyCla && !cin && !cp)
      return notApplicable('Not looked after, previously looked after or on a plan today.')
    const counted = suspension.rows.filter(({ kind }) => kind !== 'permanent')
    const thisYear = counted.filter(({ startedOn }) => academicYearOf(startedOn) === year)
    const latest = thisYear.at(-1)
    if (latest === undefined) return notApplicable('No suspension this academic year.')

    const about = aboutSuspension(latest)
    const first = thisYear[0] ?? latest
    const weeks = Math.ceil((daysBetween(first.startedOn, latest.startedOn) + 1) / 7)
    const number = capital(countWords(thisYear.length, 'suspension'))
    const span = thisYear.length === 1 ? '' : ` in ${countWords(weeks, 'week')}`
    const limit = valueOn(thresholds.yearLimit, on)
    const soFar = `${number}${span}; ${halfDayFigure(suspension.inCurrentYear)} of ${limit} school days this year`

    const reached = repeatedCriteria(counted, on, calendar, options)
    const criteria = [
      reached.inTerm && `${countWords(options.inTerm, 'or more', 'or more')} in a term`,
      reached.inYear && `${countWords(options.inYear, 'or more', 'or more')} in the year`,
      reached.within && `two within ${options.within} school days`,
      reached.termDays && `more than ${options.termDays} school days in a term`,
    ].filter((each) => each !== false)
    const evidence = thisYear.map((each) => suspensionEvidence(each, on))
    if (criteria.length === 0) return met(about, `${soFar}.`, { evidence })

    const withRole = cla ? 'virtual-school' : cin || cp ? 'social-worker' : 'parent'
    return watch(about, `${soFar}: ${list(criteria)}. Plan something different before the next.`, {
      headline: `${number} this year`,
      evidence: [...evidence, { label: 'Our own lines reached', value: list(criteria) }],
      prefill: { suspensionId: latest.id, withRole, purpose: 'other' },
    })
  },
})
