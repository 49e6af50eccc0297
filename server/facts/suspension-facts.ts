import { academicYearOf, type AcademicYear } from '../calendar/academic-year.ts'
import { dayOf, isoDate, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'
import type { SchoolCalendar, SchoolSession } from '../calendar/school-calendar.ts'
import { cohortsOn } from '../law/cohorts.ts'
import { bySuspensionStart, coveredHalfDays, halfDaysByTerm, sixthDayRuns } from '../law/suspension-days.ts'
import { asServed } from '../law/suspension-served.ts'
import type { CareEpisodeFact, ContactFact, SuspensionFact, SuspensionFacts } from './child-facts.ts'
import type { SuspensionFollowedRows, SuspensionRow } from './child-rows.ts'
import { actsAbout } from './contact-facts.ts'
import { listOf, minuteBy, minuteOrNull } from './read-row.ts'
import { followedAbout } from './suspension-followed.ts'
import { takenOutOf } from './taken-out.ts'

/** What one school's suspensions are placed with on a day, laid out once for all children. */
export interface SuspensionLayout {
  readonly on: IsoDate
  readonly year: AcademicYear
  readonly calendar: SchoolCalendar
  readonly currentTerm: string | null
}

/** `year` is that of the day. */
export function layOutSuspensions(
  calendar: SchoolCalendar,
  on: IsoDate,
  year: AcademicYear,
): SuspensionLayout {
  return { on, year, calendar, currentTerm: calendar.exclusionTermOf(on)?.name ?? null }
}

type Totals = Record<string, number>

const add = (totals: Totals, key: string, halfDays: number): void => {
  totals[key] = (totals[key] ?? 0) + halfDays
}

/** A row with its own cancelling by the day; its half days are those served before it. */
type PlacedRow = Omit<SuspensionRow, 'startedOn' | 'cancelledAt'> & {
  startedOn: IsoDate
  cancelledAt: LocalMinute | null
}

/** Half days by term; none for another school's, whose terms are not known here. */
function termsOf(row: PlacedRow, { calendar }: SuspensionLayout): Totals {
  const byTerm: Totals = {}
  if (row.atOtherSchool === 1) return byTerm
  for (const [name, { halfDays }] of halfDaysByTerm(row, calendar) ?? []) add(byTerm, name, halfDays)
  return byTerm
}

/** Where the days of a row lie in this school's calendar; null when they do not, or not all of them. */
const placesOf = (row: PlacedRow, calendar: SchoolCalendar): readonly SchoolSession[] | null =>
  row.atOtherSchool === 1 ? null : coveredHalfDays(row, calendar)

/** The last school day of a row; none of an exclusion that stands, and where the calendar does not reach it. */
function lastDayOf(row: PlacedRow, covered: readonly SchoolSession[] | null, calendar: SchoolCalendar) {
  const { kind, halfDays, atOtherSchool, startedOn, startSession } = row
  const isCut = kind === 'permanent' && halfDays !== null && atOtherSchool === 0
  const sessions = isCut ? calendar.coverage(startedOn, startSession ?? 'AM', halfDays) : covered
  return sessions?.at(-1)?.on ?? null
}

/** Half days by academic year; all in the year of the start when the calendar does not place each of them. */
function yearsOf(row: PlacedRow, covered: readonly SchoolSession[] | null): Totals {
  const byYear: Totals = {}
  if (row.halfDays === null || row.halfDays === 0 || row.kind === 'permanent') return byYear
  if (covered === null) add(byYear, academicYearOf(row.startedOn), row.halfDays)
  for (const { on } of covered ?? []) add(byYear, academicYearOf(on), 1)
  return byYear
}

/** Decided or begun by the day, in this academic year or later or in one that the calendar knows. */
function isKnown({ startedOn, decidedAt }: PlacedRow, { on, year, calendar }: SuspensionLayout): boolean {
  const decidedOn = minuteOrNull(decidedAt)?.slice(0, on.length) ?? startedOn
  const ofYear = academicYearOf(startedOn)
  return (startedOn <= on || decidedOn <= on) && (ofYear >= year || calendar.years.includes(ofYear))
}

/** The rest of an order that the start leaves open, so that it never depends on the database. */
const byDecision = (a: PlacedRow, b: PlacedRow): number =>
  (a.decidedAt ?? '') < (b.decidedAt ?? '') ? -1 : (a.decidedAt ?? '') > (b.decidedAt ?? '') ? 1 : 0

export interface RowsOfSuspensions extends SuspensionFollowedRows {
  readonly suspensions: readonly SuspensionRow[]
}

/**
 * The child's suspensions and exclusions as at a day, with all days of what was decided by then, and of what was
 * cancelled by then those served.
 */
export function buildSuspensionFacts(
  rows: RowsOfSuspensions,
  episodes: readonly CareEpisodeFact[],
  contacts: readonly ContactFact[],
  layout: SuspensionLayout,
): SuspensionFacts {
  const { calendar, currentTerm, year, on } = layout
  const placed = rows.suspensions
    .map((row) => ({
      ...row,
      startedOn: isoDate(row.startedOn),
      cancelledAt: minuteBy(row.cancelledAt, on),
    }))
    .filter((row) => isKnown(row, layout))
    .map((row) => asServed(row, calendar))
    .toSorted((a, b) => bySuspensionStart(a, b) || byDecision(a, b))
  const byTerm: Totals = {}
  const byYear: Totals = {}
  let atOtherSchool = 0
  const facts = placed.map((row): SuspensionFact => {
    const decidedAt = minuteOrNull(row.decidedAt)
    const ofTerms = termsOf(row, layout)
    const covered = placesOf(row, calendar)
    const takenOut = takenOutOf(row, rows, calendar)
    const { isAnswered, ...acts } = actsAbout(row, contacts, takenOut)
    const { readBy, withoutContact, ...followed } = followedAbout(row, rows, on)
    for (const [term, halfDays] of Object.entries(ofTerms)) add(byTerm, term, halfDays)
    for (const [ofYear, halfDays] of Object.entries(yearsOf(row, covered))) {
      add(byYear, ofYear, halfDays)
      if (row.atOtherSchool === 1 && ofYear === year) atOtherSchool += halfDays
    }
    return {
      id: row.id,
      kind: row.kind,
      startedOn: row.startedOn,
      startSession: row.startSession,
      halfDays: row.kind === 'permanent' && row.atOtherSchool === 1 ? null : row.halfDays,
      lastDay: lastDayOf(row, covered, calendar),
      reasons: listOf(row.reasons),
      decidedAt,
      atOtherSchool: row.atOtherSchool === 1,
      byTerm: ofTerms,
      termTotalAfter: Object.fromEntries(Object.keys(ofTerms).map((term) => [term, byTerm[term] ?? 0])),
      groupsThen: cohortsOn(episodes, decidedAt === null ? row.startedOn : dayOf(decidedAt)),
      withoutContact: takenOut?.withoutContact ?? withoutContact,
      readBy: isAnswered ? (takenOut ?? { readBy }).readBy : null,
      firstDecidedAt: takenOut?.decidedAt ?? null,
      cancelledAt: row.cancelledAt,
      ...acts,
      ...followed,
    }
  })
  const runs = sixthDayRuns(
    placed.filter(({ atOtherSchool }) => atOtherSchool === 0),
    calendar,
  )
  return {
    rows: facts,
    byTerm,
    byYear,
    currentTerm,
    inCurrentTerm: currentTerm === null ? 0 : (byTerm[currentTerm] ?? 0),
    inCurrentYear: byYear[year] ?? 0,
    atOtherSchool,
    runs: runs.flatMap(({ firstDay, sixthDay, responsible }) =>
      sixthDay === null ? [] : [{ firstDay, sixthDay, responsible }],
    ),
    runsPastCalendar: runs.flatMap(({ firstDay, sixthDay }) => (sixthDay === null ? [firstDay] : [])),
  }
}
