import { academicYearOf } from '../../calendar/academic-year.ts'
import { daysBetween } from '../../calendar/iso-date.ts'
import { met, notApplicable, watch, type Finding } from '../../engine/finding.ts'
import {
  begunWords,
  differentSince,
  interventionWords,
  inUseAt,
  lackingWords,
  ladderEvidence,
  lastReviewWords,
  nextStep,
  restsOn,
} from '../../engine/interventions.ts'
import { defineRule } from '../../engine/rule.ts'
import { aboutSuspension, isUndone, suspensionEvidence } from '../../engine/suspension-duty.ts'
import { capital, countWords, halfDayFigure, list, ordinal } from '../../engine/words.ts'
import { valueOn, type Dated } from '../../law/dated.ts'
import { repeatedCriteria } from '../../law/suspension-days.ts'
import { thresholds } from '../../law/thresholds.ts'

const labelled = (label: string, { unit, latest }: Dated<number>) => ({ label, unit, value: latest })

export default defineRule({
  id: 'suspension-repeated',
  title: 'Suspension not repeated',
  breachTitle: 'Suspension repeated: time for something different',
  why: 'When one suspension did not help, another is unlikely to. The school’s own line asks for something different: it rests once a kind of support that was not in use is begun, up to the day to look at it again, and on when it helps.',
  action: {
    text: 'Agree something different, step by step: review the plan and the risk assessment, an interim PEP for a looked-after child, a visit of the Virtual School’s adviser, an early review of needs, alternative provision.',
    label: 'Record something different',
    form: 'intervention',
  },
  severity: 'medium',
  duty: { owner: 'designated-teacher', force: 'local', source: 'local-policy', from: '2012-09-01' },
  groups: ['cla', 'previouslyCla', 'cin', 'cp'],
  needs: ['care', 'suspension', 'intervention'],
  uses: ['pep'],
  closedBy: 'record',
  options: {
    inTerm: labelled('Suspensions in a term', thresholds.repeatedInTerm),
    inYear: labelled('Suspensions in a year', thresholds.repeatedInYear),
    within: labelled('Two suspensions that begin within so many school days', thresholds.repeatedWithin),
    termDays: labelled('More than so many school days in a term', thresholds.repeatedTermDays),
  },
  check({ care, suspension, intervention, pep }, { on, year, calendar, options }): Finding {
    const { cla, previouslyCla, cin, cp } = care.now
    if (!cla && !previouslyCla && !cin && !cp)
      return notApplicable('Not looked after, previously looked after or on a plan today.')
    const counted = suspension.rows.filter((row) => row.kind !== 'permanent' && !isUndone(row))
    const thisYear = counted.filter(({ startedOn }) => academicYearOf(startedOn) === year)
    const latest = thisYear.at(-1)
    if (latest === undefined) return notApplicable('No suspension this academic year.')

    const about = aboutSuspension(latest)
    const first = thisYear[0] ?? latest
    const weeks = Math.ceil((daysBetween(first.startedOn, latest.startedOn) + 1) / 7)
    const number = thisYear.length
    const span = number === 1 ? 'suspension' : `in ${countWords(weeks, 'week')}`
    const days = `${halfDayFigure(suspension.inCurrentYear)} of ${valueOn(thresholds.yearLimit, on)} school days this year`
    const soFar = `${capital(ordinal(number))} ${span}; ${days}; ${lastReviewWords(intervention, pep, on)}`

    const reached = repeatedCriteria(counted, on, calendar, options)
    const criteria = [
      reached.inTerm && `${countWords(options.inTerm, 'or more', 'or more')} in a term`,
      reached.inYear && `${countWords(options.inYear, 'or more', 'or more')} in the year`,
      reached.within && `two within ${options.within} school days`,
      reached.termDays && `more than ${options.termDays} school days in a term`,
    ].filter((each) => each !== false)
    const evidence = thisYear.map((each) => suspensionEvidence(each, on))
    if (criteria.length === 0) return met(about, `${soFar}.`, { evidence })

    const since = differentSince(intervention, latest)
    const different = since.find((each) => restsOn(each, on) === 'rests')
    const inUse = list(inUseAt(intervention, latest).map(({ what }) => interventionWords(what)))
    const shown = [
      ...evidence,
      { label: 'Our own lines reached', value: list(criteria) },
      { label: 'In use when it was decided', value: inUse === '' ? 'nothing on record' : inUse },
      ...ladderEvidence(intervention, { cla, on }),
    ]
    if (different)
      return met(about, `${soFar}. Something different: ${begunWords(different, on)}.`, { evidence: shown })
    const lacking = since.find((each) => restsOn(each, on) !== 'does-not-help')
    const ask = lacking
      ? lackingWords(lacking, on)
      : 'Record something different, with a day to look at it again.'
    return watch(about, `${soFar}: ${list(criteria)}. ${ask}`, {
      headline: `${capital(countWords(number, 'suspension'))} this year`,
      evidence: [
        ...shown,
        {
          label: 'Talk first to',
          value: cla ? 'the Virtual School' : cin || cp ? 'the social worker' : 'the parents',
        },
      ],
      ...(lacking
        ? { record: { kind: 'intervention', id: lacking.id } }
        : { prefill: { suspensionId: latest.id, what: nextStep(intervention, latest, cla) } }),
    })
  },
})
