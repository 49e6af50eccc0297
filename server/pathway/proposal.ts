import { academicYearOf, type AcademicYear } from '../calendar/academic-year.ts'
import { addDays, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar, SchoolSession } from '../calendar/school-calendar.ts'
import type { SuspensionFact, SuspensionFacts } from '../facts/child-facts.ts'
import {
  coveredHalfDays,
  halfDaysByTerm,
  sixthDayRuns,
  type ExclusionRun,
  type SuspensionRow,
} from '../law/suspension-days.ts'
import type { Consequences, Proposal, Total } from './shapes.ts'

/** A proposal that says enough to be counted, as a row of the law's functions. */
export type Proposed = SuspensionRow & { readonly kind: NonNullable<Proposal['kind']> }

/** Null while it does not say what, from when, or how long. */
export function proposedRow({ kind, startedOn, startSession, halfDays }: Proposal): Proposed | null {
  if (kind === null || startedOn === null) return null
  if (kind === 'permanent') return { kind, startedOn, startSession, halfDays: null }
  if (halfDays === null || halfDays < 1) return null
  return { kind, startedOn, startSession: kind === 'lunchtime' ? null : startSession, halfDays }
}

/** The rows of this school: of another school's neither days nor terms are known here. */
export const rowsHere = (suspension: SuspensionFacts | null): readonly SuspensionFact[] =>
  (suspension?.rows ?? []).filter(({ atOtherSchool }) => !atOtherSchool)

/** The school days that a row covers; of lunchtimes neither half is missed. */
export function daysOf(covered: readonly SchoolSession[], kind: Proposed['kind']): Consequences['days'] {
  const days = new Map<IsoDate, { on: IsoDate; morning: boolean; afternoon: boolean }>()
  for (const { on, session } of covered) {
    const day = days.get(on) ?? { on, morning: false, afternoon: false }
    if (kind !== 'lunchtime') day[session === 'AM' ? 'morning' : 'afternoon'] = true
    days.set(on, day)
  }
  return [...days.values()]
}

/** Half days of a proposal by academic year: all in the year of the start when not each of them is placed. */
function halfDaysByYear(row: Proposed, calendar: SchoolCalendar): ReadonlyMap<AcademicYear, number> {
  const covered = coveredHalfDays(row, calendar)
  const years = covered?.map(({ on }) => academicYearOf(on)) ?? []
  const byYear = new Map<AcademicYear, number>()
  for (const year of years) byYear.set(year, (byYear.get(year) ?? 0) + 1)
  return covered === null ? new Map([[academicYearOf(row.startedOn), row.halfDays ?? 0]]) : byYear
}

/**
 * The totals of the term that rules: the greatest with the proposal of those it touches, with what is decided
 * for later. Without half days, the term of the start, or of the day. Null where no term is known.
 */
export function termTotal(
  row: Proposed | null,
  suspension: SuspensionFacts | null,
  calendar: SchoolCalendar,
  on: IsoDate,
): Total | null {
  const before = (name: string) => suspension?.byTerm[name] ?? 0
  const touched = row === null ? null : halfDaysByTerm(row, calendar)
  const totals = [...(touched ?? [])].map(([name, { halfDays }]) => ({
    name,
    before: before(name),
    after: before(name) + halfDays,
  }))
  const greatest = totals.toSorted((a, b) => b.after - a.after)[0]
  if (greatest !== undefined) return greatest
  const name = calendar.exclusionTermOf(row?.startedOn ?? on)?.name
  return name === undefined ? null : { name, before: before(name), after: before(name) }
}

/** Half days of lunchtimes of an academic year, by which the limit of the year is counted cautiously. */
function lunchtimesOf(suspension: SuspensionFacts | null, year: string, calendar: SchoolCalendar): number {
  let sum = 0
  for (const row of suspension?.rows ?? []) {
    if (row.kind !== 'lunchtime') continue
    const covered = row.atOtherSchool ? null : coveredHalfDays(row, calendar)
    if (covered === null) sum += academicYearOf(row.startedOn) === year ? (row.halfDays ?? 0) : 0
    else sum += covered.filter((each) => academicYearOf(each.on) === year).length
  }
  return sum
}

export type YearTotal = Consequences['year'] & {
  /** Half days of lunchtimes among those after it. */
  readonly lunchtimes: number
}

/** The totals of each academic year that a proposal touches, the fullest first; of the day's without one. */
export function yearTotals(
  row: Proposed | null,
  suspension: SuspensionFacts | null,
  calendar: SchoolCalendar,
  on: IsoDate,
): readonly [YearTotal, ...YearTotal[]] {
  const total = (name: AcademicYear, added: number): YearTotal => {
    const before = suspension?.byYear[name] ?? 0
    const elsewhere = (suspension?.rows ?? []).filter(
      (each) => each.atOtherSchool && academicYearOf(each.startedOn) === name,
    )
    return {
      name,
      before,
      after: before + added,
      atOtherSchool: elsewhere.reduce((sum, { halfDays }) => sum + (halfDays ?? 0), 0),
      lunchtimes: lunchtimesOf(suspension, name, calendar) + (row?.kind === 'lunchtime' ? added : 0),
    }
  }
  const touched = row === null ? [] : [...halfDaysByYear(row, calendar)]
  const [first, ...rest] = touched
    .map(([name, added]) => total(name, added))
    .toSorted((a, b) => b.after - a.after)
  return first === undefined ? [total(academicYearOf(row?.startedOn ?? on), 0)] : [first, ...rest]
}

/** The first day of the unbroken sessions out of school that a day and half belong to, going back. */
function firstDayOfRun(
  first: SchoolSession,
  others: readonly SuspensionRow[],
  calendar: SchoolCalendar,
): IsoDate {
  const covered = new Set<string>()
  const withoutEnd: SchoolSession[] = []
  for (const row of others) {
    if (row.kind === 'lunchtime') continue
    const start = calendar.schoolDayOnOrAfter(row.startedOn)
    if (row.kind === 'permanent' && row.halfDays === null && start !== null)
      withoutEnd.push({ on: start, session: start === row.startedOn ? (row.startSession ?? 'AM') : 'AM' })
    const served = row.halfDays ?? 0
    for (const { on, session } of calendar.coverage(row.startedOn, row.startSession ?? 'AM', served) ?? [])
      covered.add(`${on} ${session}`)
  }
  const isOut = ({ on, session }: SchoolSession) =>
    covered.has(`${on} ${session}`) ||
    withoutEnd.some((from) => from.on < on || (from.on === on && from.session <= session))
  const before = ({ on, session }: SchoolSession): SchoolSession | null => {
    if (session === 'PM') return { on, session: 'AM' }
    const day = calendar.schoolDayOnOrBefore(addDays(on, -1))
    return day === null ? null : { on: day, session: 'PM' }
  }
  let earliest = first
  for (let each = before(first); each !== null && isOut(each); each = before(each)) earliest = each
  return earliest.on
}

/** The consecutive school days out of school that a proposal belongs to, when they reach a sixth. */
export function runOf(
  row: Proposed,
  suspension: SuspensionFacts | null,
  calendar: SchoolCalendar,
): ExclusionRun | null {
  const start = calendar.schoolDayOnOrAfter(row.startedOn)
  if (row.kind === 'lunchtime' || start === null) return null
  const others = rowsHere(suspension)
  const session = start === row.startedOn ? (row.startSession ?? 'AM') : 'AM'
  const firstDay = firstDayOfRun({ on: start, session }, others, calendar)
  return sixthDayRuns([...others, row], calendar).find((run) => run.firstDay === firstDay) ?? null
}
