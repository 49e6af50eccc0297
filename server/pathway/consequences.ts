import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { capital, dayWords, halfDayFigure, schoolDayWords } from '../engine/words.ts'
import type { ChildFacts } from '../facts/child-facts.ts'
import { valueOn } from '../law/dated.ts'
import { returnOf } from '../law/suspension-return.ts'
import { coveredHalfDays, type RepeatedLines } from '../law/suspension-days.ts'
import { governorDuty, halfDaysOf, nextTermThreshold, yearHalfDaysLeft } from '../law/suspension.ts'
import { thresholds } from '../law/thresholds.ts'
import { consequenceList } from './consequence-list.ts'
import { isExamMissed } from './exam-missed.ts'
import {
  daysOf,
  proposedRow,
  rowsHere,
  runOf,
  termTotal,
  yearTotals,
  type Proposed,
  type YearTotal,
} from './proposal.ts'
import type { Consequences, Proposal, Total } from './shapes.ts'
import { shorterThan } from './shorter-length.ts'

export interface ConsequenceOptions {
  /** The authority of the school, which is told of every suspension; null when it is not recorded. */
  readonly authorityName: string | null
  /** Whether the child has an education, health and care plan; null or left out when nobody said. */
  readonly hasPlan?: boolean | null
  /** The school's own lines of repeated suspension; the product's when left out. */
  readonly lines?: RepeatedLines
}

/**
 * What a proposal would come to, as at a day: `facts` are those of the same day. The governing board's duty by
 * `exclusions-2012` (regulations 6, 15 and 24), the sixth day by `excluded-provision-2007`, the rest as each
 * consequence says. It holds no name. Days past the known calendar are words, never a date.
 */
export function consequencesOf(
  facts: ChildFacts,
  said: Proposal,
  calendar: SchoolCalendar,
  on: IsoDate,
  options: ConsequenceOptions,
): Consequences {
  const row = proposedRow(said)
  const isOutside = row !== null && said.missesExam === true && !isExamMissed(row, said, calendar)
  const proposal = isOutside ? { ...said, missesExam: false } : said
  const { suspension } = facts
  const covered = row === null ? [] : coveredHalfDays(row, calendar)
  const back = row === null ? null : returnOf(row, calendar)
  const run = row === null ? null : runOf(row, suspension, calendar)
  const term = termTotal(row, suspension, calendar, on)
  const years = yearTotals(row, suspension, calendar, on)
  const { lunchtimes: _lunchtimes, ...year } = years[0]
  const missesExam = proposal.missesExam === true
  const list =
    row === null
      ? []
      : consequenceList({ facts, row, proposal, covered, back, run, term, years, calendar, on, options })
  return {
    halfDays: row?.halfDays ?? null,
    note:
      row === null
        ? null
        : noteOn(row, covered === null, facts, calendar, on, isOutside ? said.examOn : null),
    days: row === null ? [] : daysOf(covered ?? [], row.kind),
    lastDay: covered?.at(-1)?.on ?? null,
    backOn: back?.on ?? null,
    backSession: back?.session ?? null,
    sixthDay: run?.sixthDay ?? null,
    term,
    year,
    refusal: row === null ? null : refusalOf(row, years, on),
    list,
    next: proposal.kind === 'permanent' ? null : nextWords(row, term, missesExam, on),
    shorter: row === null ? null : shorterThan(row, { facts, proposal: said, calendar, on }),
    none: noneWords(term, year, row?.kind ?? null, on),
  }
}

/** Why a suspension cannot be, beside those that the facts hold; null when it can, or says too little to be counted. */
export function overYear(
  suspension: ChildFacts['suspension'],
  proposal: Proposal,
  calendar: SchoolCalendar,
  on: IsoDate,
): string | null {
  const row = proposedRow(proposal)
  return row === null ? null : refusalOf(row, yearTotals(row, suspension, calendar, on), on)
}

/** Why it cannot be decided: over 45 school days in the year, lunchtimes left out of the count. */
function refusalOf(row: Proposed, years: readonly YearTotal[], on: IsoDate): string | null {
  if (row.kind === 'permanent') return null
  const limit = valueOn(thresholds.yearLimit, on)
  const over = years.find(({ after, lunchtimes }) => after - lunchtimes > halfDaysOf(limit))
  if (over === undefined) return null
  const counted = over.after - over.lunchtimes
  const added = row.kind === 'lunchtime' ? 0 : over.after - over.before
  const left = Math.max(0, yearHalfDaysLeft(counted - added, on))
  const apart = over.lunchtimes === 0 ? '' : ', lunchtimes left out'
  const elsewhere =
    over.atOtherSchool === 0 ? '' : `, ${halfDayFigure(over.atOtherSchool)} of them at another school`
  return `This would come to ${schoolDayWords(counted)} in ${over.name}${elsewhere}${apart}: the law allows no more than ${limit}, and ${left === 0 ? 'none are' : `${schoolDayWords(left)} ${left <= 2 ? 'is' : 'are'}`} left.`
}

/** What is not as it was typed, or not known. */
function noteOn(
  row: Proposed,
  isPastCalendar: boolean,
  { suspension }: ChildFacts,
  calendar: SchoolCalendar,
  on: IsoDate,
  examElsewhere: IsoDate | null,
): string | null {
  const notes: string[] = []
  const { startedOn } = row
  const first = calendar.schoolDayOnOrAfter(startedOn)
  if (startedOn < on)
    notes.push(`${dayWords(startedOn, on)} has passed: nothing begins before it is decided.`)
  if (isPastCalendar || first === null)
    notes.push(
      'The term dates are not known so far ahead, so its days cannot be told: add them on the page School.',
    )
  else if (first !== startedOn)
    notes.push(`${dayWords(startedOn, on)} is no school day: it would begin on ${dayWords(first, on)}.`)
  const overlaps = rowsHere(suspension).some(
    (other) =>
      other.kind !== 'lunchtime' &&
      row.kind !== 'lunchtime' &&
      other.lastDay !== null &&
      first !== null &&
      other.startedOn <= first &&
      first <= other.lastDay &&
      overlapsAt(row, first, other, calendar),
  )
  if (overlaps) notes.push('Part of it is covered by another suspension already.')
  if (examElsewhere !== null && row.kind !== 'lunchtime')
    notes.push(`The exam on ${dayWords(examElsewhere, on)} is on none of its days: none would be missed.`)
  if (suspension === null)
    notes.push('No suspension was ever recorded or imported here: the totals begin at nothing.')
  return notes.length === 0 ? null : notes.join(' ')
}

/** The first session of the one is among the sessions of the other. */
function overlapsAt(
  row: Proposed,
  first: IsoDate,
  other: Pick<Proposed, 'startedOn' | 'startSession' | 'halfDays' | 'kind'>,
  calendar: SchoolCalendar,
): boolean {
  const session = first === row.startedOn ? (row.startSession ?? 'AM') : 'AM'
  return (coveredHalfDays(other, calendar) ?? []).some(
    (each) => each.on === first && each.session === session,
  )
}

/** How far it is to the next total of the term that changes what governors must do. */
function nextWords(
  row: Proposed | null,
  term: Total | null,
  missesExam: boolean,
  on: IsoDate,
): string | null {
  if (term === null || (row !== null && missesExam)) return null
  const next = nextTermThreshold(term.after, on)
  if (next === null) return null
  const at = halfDaysOf(next.schoolDays) + 1
  const distance = next.halfDaysLeft + 1
  const must = governorDuty('suspension', at, { on }) === 'meet-15'
  const within = valueOn(must ? thresholds.boardMeets : thresholds.boardMeetsOnRepresentations, on)
  const meets = must
    ? `governors must meet within ${within} school days`
    : `governors must meet within ${within} school days if parents make representations`
  return `${distance === 1 ? 'Half a day' : countDays(distance)} from the next line: at ${halfDayFigure(at)} school days in ${term.name} ${meets}.`
}

/** `3.5 days`, `1 day`. */
const countDays = (halfDays: number): string => (halfDays === 2 ? '1 day' : `${halfDayFigure(halfDays)} days`)

/** What deciding against it avoids; what stands where nothing is proposed. */
function noneWords(term: Total | null, year: Total, kind: Proposed['kind'] | null, on: IsoDate): string {
  const limit = valueOn(thresholds.yearLimit, on)
  const ofYear = `${halfDayFigure(year.before)} of ${limit}`
  const verb = kind === null ? 'stands' : 'stays'
  const totals =
    term === null
      ? `the year ${verb} at ${ofYear}`
      : `${term.name} ${verb} at ${schoolDayWords(term.before)}, the year at ${ofYear}`
  if (kind === null) return `${capital(totals)}.`
  return `Not ${kind === 'permanent' ? 'excluding' : 'suspending'} sets none of this off: ${totals}.`
}
