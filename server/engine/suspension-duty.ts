import { academicYearOf, type AcademicYear } from '../calendar/academic-year.ts'
import { dayOf, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { SuspensionFact, SuspensionFacts } from '../facts/child-facts.ts'
import { coveredHalfDays } from '../law/suspension-days.ts'
import { notApplicable, type Evidence, type Finding } from './finding.ts'
import type { RuleContext } from './rule.ts'
import { stillFollowed } from './still-followed.ts'
import { countWords, dateWords, dayWords, halfDayFigure, list, minuteWords, schoolDayWords } from './words.ts'

const kindWords = {
  suspension: 'suspension',
  permanent: 'permanent exclusion',
  lunchtime: 'lunchtime suspension',
} as const

/** What findings about one suspension are about. */
export const aboutSuspension = ({ id }: Pick<SuspensionFact, 'id'>): string => `suspension:${id}`

/** `suspension of 4 March`, `permanent exclusion of 26 February`. */
export const suspensionName = ({ kind, startedOn }: SuspensionFact, on: IsoDate): string =>
  `${kindWords[kind]} of ${dateWords(startedOn, on)}`

/** `Decided Wed 4 March at 10:50`; where that is not recorded, when it began. */
export function decisionWords({ decidedAt, startedOn }: SuspensionFact, on: IsoDate): string {
  return decidedAt === null
    ? `Began ${dayWords(startedOn, on)}, with no time of decision recorded`
    : `Decided ${minuteWords(decidedAt, on)}`
}

/** The day of the decision; where it is not recorded, the first day: it was then at the latest. */
export function decisionDay({ decidedAt, startedOn }: SuspensionFact): IsoDate {
  return decidedAt === null ? startedOn : dayOf(decidedAt)
}

/** Cancelled before any of it was served: nothing of it stands, and it counts nowhere. */
export const isUndone = ({
  cancelledAt,
  halfDays,
}: Pick<SuspensionFact, 'cancelledAt' | 'halfDays'>): boolean => cancelledAt !== null && halfDays === 0

/** The suspensions of this school that are still followed, the cancelled ones among them. */
export function suspensionsHere(
  { rows }: Pick<SuspensionFacts, 'rows'>,
  context: Pick<RuleContext<unknown>, 'on' | 'year' | 'calendar'>,
): readonly SuspensionFact[] {
  return rows.filter(
    ({ startedOn, atOtherSchool }) =>
      !atOtherSchool && (startedOn > context.on || stillFollowed(startedOn, context)),
  )
}

/**
 * One finding for each suspension of this school that is still followed, or that there is none. One that was
 * cancelled before it began asks for nothing; of another, the days served still count.
 */
export function eachSuspension(
  facts: Pick<SuspensionFacts, 'rows'>,
  context: Pick<RuleContext<unknown>, 'on' | 'year' | 'calendar'>,
  find: (suspension: SuspensionFact) => Finding,
): readonly Finding[] {
  const here = suspensionsHere(facts, context)
  if (here.length === 0) return [notApplicable('No suspension here this academic year.')]
  return here.map((each) =>
    isUndone(each) ? notApplicable('Cancelled before it began.', aboutSuspension(each)) : find(each),
  )
}

/** A suspension as a row of evidence, with the half days given, or all of its own. */
export function suspensionEvidence(
  suspension: SuspensionFact,
  on: IsoDate,
  halfDays = suspension.halfDays,
): Evidence {
  const { id, kind, startedOn, atOtherSchool } = suspension
  const length = halfDays === null ? '' : `, ${schoolDayWords(halfDays)}`
  const kindOf = { suspension: 'Suspended', permanent: 'Permanently excluded', lunchtime: 'Lunchtimes' }[kind]
  return {
    label: atOtherSchool ? `${kindOf}, at another school` : kindOf,
    value: `from ${dayWords(startedOn, on)}${length}`,
    on: startedOn,
    record: { kind: 'suspension', id },
  }
}

/** One addend of a total of half days. */
export interface Addend {
  readonly suspension: SuspensionFact
  readonly halfDays: number
  /** The day of each half day, where the calendar places them. */
  readonly days?: readonly IsoDate[]
}

/** The half days of each suspension in a term, without those that have none in it. */
export function addendsOfTerm(rows: readonly SuspensionFact[], term: string): readonly Addend[] {
  return rows.flatMap((suspension) => {
    const halfDays = suspension.byTerm[term] ?? 0
    return halfDays > 0 ? [{ suspension, halfDays }] : []
  })
}

/**
 * The half days of each suspension in an academic year, another school's included. All count in the year of
 * the start where the calendar does not place each of them, as another school's never can be.
 */
export function addendsOfYear(
  rows: readonly SuspensionFact[],
  year: AcademicYear,
  calendar: SchoolCalendar,
): readonly Addend[] {
  return rows.flatMap((suspension): readonly Addend[] => {
    const covered = suspension.atOtherSchool ? null : coveredHalfDays(suspension, calendar)
    const days = covered?.map(({ on }) => on).filter((day) => academicYearOf(day) === year)
    if (days !== undefined) return days.length > 0 ? [{ suspension, halfDays: days.length, days }] : []
    const halfDays = academicYearOf(suspension.startedOn) === year ? (suspension.halfDays ?? 0) : 0
    return halfDays > 0 ? [{ suspension, halfDays }] : []
  })
}

/**
 * The day on which the half days of an academic year pass a limit; the first day of the suspension that does
 * it where the calendar cannot tell. Null when they do not.
 */
export function dayOver(addends: readonly Addend[], limitHalfDays: number): IsoDate | null {
  let sum = 0
  for (const { suspension, halfDays, days } of addends) {
    if (sum + halfDays > limitHalfDays) return days?.[limitHalfDays - sum] ?? suspension.startedOn
    sum += halfDays
  }
  return null
}

/** What a term came to with a suspension, and of which suspensions. */
export interface TermTotal {
  readonly term: string
  readonly halfDays: number
  readonly addends: readonly Addend[]
}

/**
 * The total that rules a suspension: with it and all earlier ones, the greatest of the terms it touches. Null
 * when it touches none, as a permanent exclusion does, or its term is not known.
 */
export function rulingTotal(rows: readonly SuspensionFact[], suspension: SuspensionFact): TermTotal | null {
  const totals = Object.entries(suspension.termTotalAfter).toSorted(([, a], [, b]) => b - a)
  const [term, halfDays] = totals[0] ?? []
  if (term === undefined || halfDays === undefined) return null
  return { term, halfDays, addends: addendsOfTerm(rows.slice(0, rows.indexOf(suspension) + 1), term) }
}

/** Said when `rulingTotal` has no answer about a suspension. */
export const termUnknown = 'The terms are not known so far ahead, so the days of the term cannot be added up.'

const MOST_IN_A_SUM = 4

/** `5.5 school days in Spring 2026 (14 January and 28 January: 5 + 0.5)`; more than four are only counted. */
export function sumWords(addends: readonly Addend[], span: string, on: IsoDate): string {
  const total = schoolDayWords(addends.reduce((sum, { halfDays }) => sum + halfDays, 0))
  const dates = addends.map(({ suspension }) => dateWords(suspension.startedOn, on))
  if (addends.length > MOST_IN_A_SUM)
    return `${total} in ${span} (${countWords(addends.length, 'suspension')} from ${dates[0]} to ${dates.at(-1)})`
  const parts = addends.map(({ halfDays }) => halfDayFigure(halfDays)).join(' + ')
  return `${total} in ${span} (${list(dates)}${addends.length > 1 ? `: ${parts}` : ''})`
}

/** The addends as rows of evidence, and their sum. */
export function sumEvidence(addends: readonly Addend[], label: string, on: IsoDate): readonly Evidence[] {
  const total = addends.reduce((sum, { halfDays }) => sum + halfDays, 0)
  return [
    ...addends.map(({ suspension, halfDays }) => suspensionEvidence(suspension, on, halfDays)),
    { label, value: schoolDayWords(total) },
  ]
}

/** The suspensions that come to a term's total, or this one where no total rules: a permanent exclusion, or an unknown term. */
export const totalEvidence = (
  suspension: SuspensionFact,
  total: TermTotal | null,
  on: IsoDate,
): readonly Evidence[] =>
  suspension.kind === 'permanent' || total === null
    ? [suspensionEvidence(suspension, on)]
    : sumEvidence(total.addends, `Together in ${total.term}`, on)
