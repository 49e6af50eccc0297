import { academicYearOf, type AcademicYear } from '../calendar/academic-year.ts'
import { addDays, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar, SchoolSession } from '../calendar/school-calendar.ts'
import { halfDaysOf, type SuspensionKind } from './suspension.ts'
import { thresholds } from './thresholds.ts'

/**
 * A suspension, permanent exclusion or run of lunchtimes. `halfDays` is null for a permanent exclusion, and those
 * served for one that was cancelled.
 */
export interface SuspensionRow {
  readonly kind: SuspensionKind
  readonly startedOn: IsoDate
  readonly startSession: 'AM' | 'PM' | null
  readonly halfDays: number | null
}

const sessionOrder = { AM: 0, PM: 2 } as const

/** Order of rows: by start; a morning before a lunchtime before an afternoon. */
export function bySuspensionStart(a: SuspensionRow, b: SuspensionRow): number {
  if (a.startedOn !== b.startedOn) return a.startedOn < b.startedOn ? -1 : 1
  const place = ({ startSession }: SuspensionRow) => (startSession === null ? 1 : sessionOrder[startSession])
  return place(a) - place(b)
}

/**
 * The half days a row adds to totals, each with its day: consecutive school sessions for a suspension, one
 * lunchtime a school day for lunchtimes, none for a permanent exclusion. Null past the known calendar.
 */
export function coveredHalfDays(
  row: SuspensionRow,
  calendar: SchoolCalendar,
): readonly SchoolSession[] | null {
  if (row.kind === 'permanent' || row.halfDays === null || row.halfDays === 0) return []
  if (row.kind === 'suspension')
    return calendar.coverage(row.startedOn, row.startSession ?? 'AM', row.halfDays)
  const days = calendar.coverage(row.startedOn, 'AM', row.halfDays * 2)
  return days === null ? null : days.filter(({ session }) => session === 'AM')
}

/**
 * Half days of a row by the name of each term they fall in. When the known calendar ends before the row
 * does, all count in the term of its start, which errs on the side of the duty. Null when that is unknown.
 */
export function halfDaysByTerm(
  row: SuspensionRow,
  calendar: SchoolCalendar,
): ReadonlyMap<string, { readonly year: AcademicYear; readonly halfDays: number }> | null {
  const start = calendar.exclusionTermOf(row.startedOn)
  if (start === null) return null
  const byTerm = new Map<string, { year: AcademicYear; halfDays: number }>()
  const add = (term: { name: string; year: AcademicYear }, halfDays: number) => {
    const before = byTerm.get(term.name)?.halfDays ?? 0
    byTerm.set(term.name, { year: term.year, halfDays: before + halfDays })
  }
  const covered = coveredHalfDays(row, calendar)
  if (covered === null) add(start, row.halfDays ?? 0)
  for (const { on } of covered ?? []) add(calendar.exclusionTermOf(on) ?? start, 1)
  return byTerm
}

/** Half days of a permanent exclusion within which another decision is taken to be about the same days. */
const FIRST_DAYS = 10

/**
 * Whether two rows keep a child out of school, or from its lunchtimes, on a day in common; of a permanent exclusion
 * its first five school days, as it has no last.
 */
export function sharesDays(one: SuspensionRow, other: SuspensionRow, calendar: SchoolCalendar): boolean {
  const lastOf = (row: SuspensionRow): IsoDate => {
    const counted = row.kind === 'permanent' ? { ...row, kind: 'suspension' as const } : row
    const covered = coveredHalfDays({ ...counted, halfDays: row.halfDays ?? FIRST_DAYS }, calendar)
    return covered?.at(-1)?.on ?? row.startedOn
  }
  return lastOf(one) >= other.startedOn && lastOf(other) >= one.startedOn
}

/** Consecutive school days without school, and who provides education from the sixth. */
export interface ExclusionRun {
  readonly firstDay: IsoDate
  /** Null when the known calendar ends before it. */
  readonly sixthDay: IsoDate | null
  readonly responsible: 'school' | 'la'
}

/**
 * The runs that reach a sixth school day (Excluded Pupils Provision Regulations 2007, regulations 3 and 4).
 * A run is unbroken school sessions of suspensions and permanent exclusions, also back to back; its days are
 * the distinct dates, a half day included; one attended session ends it. A permanent exclusion has no end
 * until it is cancelled, and the authority provides when the sixth day lies in one.
 */
export function sixthDayRuns(
  rows: readonly SuspensionRow[],
  calendar: SchoolCalendar,
): readonly ExclusionRun[] {
  const provisionFrom = thresholds.provisionFrom.latest
  const spans = rows.flatMap((row) => {
    if (row.kind === 'lunchtime' || row.halfDays === 0) return []
    const firstDay = calendar.schoolDayOnOrAfter(row.startedOn)
    if (firstDay === null) return []
    const afternoon = row.startSession === 'PM' && firstDay === row.startedOn
    const first = 2 * placeOf(firstDay, calendar) + (afternoon ? 1 : 0)
    const permanent = row.kind === 'permanent'
    const halfDays = row.halfDays ?? (permanent ? Infinity : 0)
    return [{ firstDay, first, last: first + halfDays - 1, permanent }]
  })
  spans.sort((a, b) => a.first - b.first)

  interface Span {
    readonly first: number
    readonly last: number
  }
  const runs: { firstDay: IsoDate; first: number; last: number; permanent: Span[] }[] = []
  for (const span of spans) {
    const permanent = span.permanent ? [span] : []
    const run = runs.at(-1)
    const joins =
      run !== undefined && span.first <= run.last + 1 && sameStretch(run.firstDay, span.firstDay, calendar)
    if (joins) {
      run.last = Math.max(run.last, span.last)
      run.permanent.push(...permanent)
    } else {
      runs.push({ firstDay: span.firstDay, first: span.first, last: span.last, permanent })
    }
  }
  return runs.flatMap(({ firstDay, first, last, permanent }) => {
    const sixth = Math.floor(first / 2) + provisionFrom - 1
    if (last < 2 * sixth) return []
    const isPermanent = permanent.some((span) => span.first <= 2 * sixth + 1 && span.last >= 2 * sixth)
    return [
      {
        firstDay,
        sixthDay: calendar.addSchoolDays(firstDay, provisionFrom - 1),
        responsible: isPermanent ? ('la' as const) : ('school' as const),
      },
    ]
  })
}

/** The place of a school day among all that the calendar knows. */
const placeOf = (schoolDay: IsoDate, calendar: SchoolCalendar): number =>
  calendar.schoolDaysBetween(calendar.schoolDays[0] ?? schoolDay, schoolDay) - 1

/** No unknown term lies between two school days. */
export const sameStretch = (first: IsoDate, last: IsoDate, calendar: SchoolCalendar): boolean =>
  calendar.addSchoolDays(first, calendar.schoolDaysBetween(first, last) - 1) === last

/** The lines of repeated suspension, all local; `termDays` and `within` in school days. */
export interface RepeatedLines {
  readonly inTerm: number
  readonly inYear: number
  readonly within: number
  readonly termDays: number
}

const defaultLines: RepeatedLines = {
  inTerm: thresholds.repeatedInTerm.latest,
  inYear: thresholds.repeatedInYear.latest,
  within: thresholds.repeatedWithin.latest,
  termDays: thresholds.repeatedTermDays.latest,
}

export interface RepeatedCriteria {
  readonly inTerm: boolean
  readonly inYear: boolean
  readonly within: boolean
  readonly termDays: boolean
}

/**
 * Which lines of repeated suspension a child's rows reach in the academic year of a day: so many that start
 * in one term or in the year, two with starts so near, or more days in a term. Lunchtimes count, permanent
 * exclusions do not, nor does what was cancelled before any of it was served.
 */
export function repeatedCriteria(
  rows: readonly SuspensionRow[],
  on: IsoDate,
  calendar: SchoolCalendar,
  lines: RepeatedLines = defaultLines,
): RepeatedCriteria {
  const year = academicYearOf(on)
  const counted = rows.filter(({ kind, halfDays }) => kind !== 'permanent' && halfDays !== 0)
  const starts = counted
    .map(({ startedOn }) => startedOn)
    .filter((start) => academicYearOf(start) === year)
    .toSorted()
  const startsByTerm = new Map<string, number>()
  for (const start of starts) {
    const term = calendar.exclusionTermOf(start)
    if (term !== null) startsByTerm.set(term.name, (startsByTerm.get(term.name) ?? 0) + 1)
  }
  const termTotals = new Map<string, number>()
  for (const row of counted) {
    for (const [name, term] of halfDaysByTerm(row, calendar) ?? []) {
      if (term.year === year) termTotals.set(name, (termTotals.get(name) ?? 0) + term.halfDays)
    }
  }
  const near = (start: IsoDate, index: number): boolean => {
    const before = starts[index - 1]
    if (before === undefined) return false
    const days = calendar.schoolDaysBetween(addDays(before, 1), start)
    const reached = days === 0 || calendar.addSchoolDays(before, days) === calendar.schoolDayOnOrBefore(start)
    return reached && days <= lines.within
  }
  return {
    inTerm: [...startsByTerm.values()].some((count) => count >= lines.inTerm),
    inYear: starts.length >= lines.inYear,
    within: starts.some(near),
    termDays: [...termTotals.values()].some((halfDays) => halfDays > halfDaysOf(lines.termDays)),
  }
}
