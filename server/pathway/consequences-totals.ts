import { academicYearOf } from '../calendar/academic-year.ts'
import {
  capital,
  count,
  countWords,
  dateWords,
  halfDayFigure,
  list,
  ordinal,
  percentWords,
  schoolDayWords,
} from '../engine/words.ts'
import { valueOn } from '../law/dated.ts'
import { repeatedCriteria } from '../law/suspension-days.ts'
import { returnOf } from '../law/suspension-return.ts'
import { halfDaysOf, yearHalfDaysLeft, yearLevel } from '../law/suspension.ts'
import { thresholds } from '../law/thresholds.ts'
import { guidanceOn } from './source-of.ts'
import { OTHERS_WRITE, groupsOf, place, startOf, type Said, type Weighed } from './weighed.ts'

/**
 * What begins at the very session at which another suspension ends, or while it runs: none is made longer or turned
 * into an exclusion (`exclusion-guidance`).
 */
export function further({ row, facts, calendar, covered, on }: Weighed): Said | null {
  if (row.kind === 'lunchtime') return null
  const first = covered?.[0] ?? startOf(row, calendar)
  if (first === null) return null
  const joined = (facts.suspension?.rows ?? []).find((other) => {
    if (other.kind !== 'suspension' || other.atOtherSchool || other.halfDays === 0) return false
    const back = returnOf(other, calendar)
    const isBegun = other.startedOn <= first.on
    return isBegun && back !== null && place(first) <= place(back)
  })
  if (joined === undefined) return null
  const isPermanent = row.kind === 'permanent'
  return {
    id: 'further',
    title: isPermanent ? 'A suspension is not turned into an exclusion' : 'A suspension is not made longer',
    words: `It would follow the suspension of ${dateWords(joined.startedOn, on)} without a day in between. ${isPermanent ? 'A permanent exclusion' : 'A further one'} should follow at once only exceptionally, as where something new came to light, and is then a decision of its own, with its own notices.`,
    status: 'watch',
    force: 'should',
    source: guidanceOn(on),
    cautious: OTHERS_WRITE,
  }
}

/** The school's own lines of repeated suspension, as the rule counts them. */
export function repeated({ facts, row, calendar, options }: Weighed): Said | null {
  const { cla, previouslyCla, cin, cp } = groupsOf(facts)
  if (row.kind === 'permanent' || (!cla && !previouslyCla && !cin && !cp)) return null
  const rows = [...(facts.suspension?.rows ?? []), row]
  const { startedOn } = row
  const lines = options.lines
  const reached =
    lines === undefined
      ? repeatedCriteria(rows, startedOn, calendar)
      : repeatedCriteria(rows, startedOn, calendar, lines)
  const { inTerm, inYear, within, termDays } = lines ?? {
    inTerm: thresholds.repeatedInTerm.latest,
    inYear: thresholds.repeatedInYear.latest,
    within: thresholds.repeatedWithin.latest,
    termDays: thresholds.repeatedTermDays.latest,
  }
  const criteria = [
    reached.inTerm && `${countWords(inTerm, 'or more', 'or more')} in a term`,
    reached.inYear && `${countWords(inYear, 'or more', 'or more')} in the year`,
    reached.within && `two within ${within} school days`,
    reached.termDays && `more than ${termDays} school days in a term`,
  ].filter((each) => each !== false)
  if (criteria.length === 0) return null
  const year = academicYearOf(startedOn)
  const nth = rows.filter(
    (each) => each.kind !== 'permanent' && each.halfDays !== 0 && academicYearOf(each.startedOn) === year,
  ).length
  return {
    id: 'repeated',
    title: `${capital(ordinal(nth))} suspension this year`,
    words: `${capital(list(criteria))}: ${nth > 1 ? 'what was done so far is not working, and ' : ''}something different is asked for.`,
    status: 'watch',
    owner: 'designated-teacher',
    force: 'local',
    source: 'local-policy',
  }
}

/** Over 40 of the 45 school days of a year, or past them. */
export const isNearLimit = ({ years: [{ after }], on }: Weighed): boolean =>
  ['red', 'block'].includes(yearLevel(after, { on }))

/** How near the year comes to 45 school days (`exclusions-2012`); over it by lunchtimes alone stops nothing. */
export function yearLine({ years, row, on }: Weighed): Said | null {
  const [{ name, after, lunchtimes, atOtherSchool }] = years
  const limit = valueOn(thresholds.yearLimit, on)
  const level = yearLevel(after, { on })
  if (row.kind === 'permanent' || level === 'none') return null
  const shared = { status: 'watch', force: 'must', source: 'exclusions-2012' } as const
  const elsewhere = atOtherSchool === 0 ? '' : `, ${halfDayFigure(atOtherSchool)} of them at another school`
  if (level !== 'block') {
    const left = yearHalfDaysLeft(after, on)
    return {
      ...shared,
      id: 'year-limit',
      title: `${halfDayFigure(after)} of ${limit} school days this year`,
      words: `The law allows no more than ${limit} school days in a school year. It would come to ${halfDayFigure(after)} in ${name}${elsewhere}; ${left === 0 ? 'none' : schoolDayWords(left)} would be left.`,
    }
  }
  if (after - lunchtimes > halfDaysOf(limit))
    return {
      ...shared,
      id: 'year-limit',
      title: `Over ${limit} school days this year`,
      words: `${capital(schoolDayWords(after))} in ${name}${elsewhere}: the law does not allow it.`,
    }
  return {
    ...shared,
    id: 'year-limit',
    title: `Over ${limit} days this year, lunchtimes counted`,
    words: `${capital(schoolDayWords(after))} in ${name}${elsewhere}, ${schoolDayWords(after - lunchtimes)} without lunchtimes. Lunchtimes alone do not stop the decision.`,
    cautious: `Each lunchtime is counted as half a day towards the ${limit}.`,
  }
}

/** A lunchtime counts as half a school day (`exclusion-guidance`). */
export function lunchtimes({ row, on }: Weighed): Said | null {
  if (row.kind !== 'lunchtime' || row.halfDays === null) return null
  return {
    id: 'lunchtimes',
    title: `${capital(countWords(row.halfDays, 'lunchtime'))} ${row.halfDays === 1 ? 'counts as' : 'count as'} ${schoolDayWords(row.halfDays)}`,
    words:
      'Each lunchtime is half a school day in the totals of the term and the year. No session is missed.',
    status: 'watch',
    force: 'should',
    source: guidanceOn(on),
    cautious: 'Towards the days of the year this is a careful count.',
  }
}

/** What absence of the year comes to (`absence-statistics`), as far as those sessions have no mark yet. */
export function absence({ row, covered, facts }: Weighed): Said | null {
  if (row.kind !== 'suspension' || covered === null || covered.length === 0) return null
  const { attendance } = facts
  const shared = {
    status: 'watch',
    owner: 'attendance-lead',
    force: 'advice',
    source: 'absence-statistics',
  } as const
  const title = `${count(covered.length, 'more session')} missed`
  if (attendance === null)
    return {
      ...shared,
      id: 'absence',
      title,
      words: 'There is no register of the year, so what absence comes to is not known.',
    }
  const unmarked = covered.filter(
    ({ on: day }) =>
      academicYearOf(day) === attendance.year &&
      (attendance.lastMarkOn === null || day > attendance.lastMarkOn),
  ).length
  const missed = attendance.authorised + attendance.unauthorised
  const possible = attendance.possible
  const rate = (part: number, whole: number) =>
    whole >= thresholds.smallBase.latest ? ` (${percentWords(part, whole)})` : ''
  const line = thresholds.persistentAbsence.latest
  const isOver = (part: number, whole: number) => whole > 0 && part * 100 >= line * whole
  const crosses = isOver(missed + unmarked, possible + unmarked) && !isOver(missed, possible)
  const before = `${missed} of ${possible} possible sessions${rate(missed, possible)} so far`
  const after = `${missed + unmarked} of ${possible + unmarked}${rate(missed + unmarked, possible + unmarked)}`
  return {
    ...shared,
    id: 'absence',
    title,
    words: `Absence: ${before}; with it ${after}${crosses ? `, from below ${line}\u00a0% to ${line}\u00a0% or more` : ''}. Fewer where education is provided.`,
  }
}
