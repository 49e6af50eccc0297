import { firstDayOf, pepWindows, type AcademicYear, type PepWindow } from '../calendar/academic-year.ts'
import { isoDate, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { workingDaysBetween } from '../calendar/working-days.ts'
import type { CareSpell, FirstPepFact, PepFacts, PepMeetingFact, PepWindowFact } from './child-facts.ts'
import type { PepMeetingRow } from './child-rows.ts'
import { dayOrNull, flagOrNull, listOf } from './read-row.ts'

interface KnownWindow extends PepWindow {
  readonly year: AcademicYear
  readonly lastSchoolDay: IsoDate | null
  /** Of the whole window; null when the bank holidays of its time are not known. */
  readonly workingDays: number | null
}

/** The termly windows that one school's calendar knows, laid out once for all children. */
export interface PepLayout {
  readonly windows: readonly KnownWindow[]
  /** The first day of the first year that the calendar knows, or of the year asked about. */
  readonly knownFrom: IsoDate
}

/** Windows of every academic year with terms, up to the given one, and whose bank holidays are known. */
export function layOutPepWindows(calendar: SchoolCalendar, upTo: AcademicYear): PepLayout {
  const years = calendar.years.filter((year) => year <= upTo)
  const windows = years.flatMap((year) =>
    (pepWindows(year) ?? []).map((window) => {
      const last = calendar.schoolDayOnOrBefore(window.lastDay)
      return {
        ...window,
        year,
        lastSchoolDay: last !== null && last >= window.firstDay ? last : null,
        workingDays: workingDaysBetween(window.firstDay, window.lastDay),
      }
    }),
  )
  const known = windows.filter(({ workingDays }) => workingDays !== null)
  return { windows: known, knownFrom: firstDayOf(years[0] ?? upTo) }
}

/** The child's time here and in care, from which follows which plans were needed. */
export interface TimeInCare {
  readonly spells: readonly CareSpell[]
  readonly admittedOn: IsoDate
  readonly leftOn: IsoDate | null
}

const within = (day: IsoDate, { startedOn, endedOn }: CareSpell): boolean =>
  startedOn <= day && (endedOn === null || day <= endedOn)

const laterOf = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b)
const earlierOf = (a: IsoDate, b: IsoDate | null): IsoDate => (b !== null && b < a ? b : a)

/** Working days of a window in care and on roll. */
function workingDaysIn(window: KnownWindow, { spells, admittedOn, leftOn }: TimeInCare): number {
  let days = 0
  for (const { startedOn, endedOn } of spells) {
    const first = laterOf(window.firstDay, laterOf(startedOn, admittedOn))
    const last = earlierOf(earlierOf(window.lastDay, endedOn), leftOn)
    if (first > last) continue
    const whole = first === window.firstDay && last === window.lastDay
    days += (whole ? window.workingDays : workingDaysBetween(first, last)) ?? 0
  }
  return days
}

function windowFact(
  window: KnownWindow,
  meetings: readonly PepMeetingFact[],
  time: TimeInCare,
  on: IsoDate,
): PepWindowFact {
  const { year, term, firstDay, lastDay, lastSchoolDay } = window
  const held: PepMeetingFact[] = []
  let [completedInWindow, completedAfterWindow, accepted] = [0, 0, 0]
  for (const meeting of meetings) {
    const { counted, heldOn, completedOn, quality } = meeting
    if (!counted || heldOn < firstDay || heldOn > lastDay) continue
    held.push(meeting)
    if (completedOn === null || completedOn > on || completedOn < firstDay) continue
    if (completedOn > lastDay) completedAfterWindow += 1
    else {
      completedInWindow += 1
      if (quality !== null && quality !== 'red') accepted += 1
    }
  }
  return {
    year,
    term,
    firstDay,
    lastDay,
    lastSchoolDay,
    workingDaysInCare: workingDaysIn(window, time),
    meetings: held,
    completedInWindow,
    completedAfterWindow,
    accepted,
  }
}

function firstPepFact(spell: CareSpell, meetings: readonly PepMeetingFact[], on: IsoDate): FirstPepFact {
  let first: PepMeetingFact | null = null
  let earliest: IsoDate | null = null
  for (const meeting of meetings) {
    if (!meeting.counted || !within(meeting.heldOn, spell)) continue
    first ??= meeting
    const { completedOn } = meeting
    if (completedOn !== null && completedOn <= on && (earliest === null || completedOn < earliest))
      earliest = completedOn
  }
  return {
    spellStartedOn: spell.startedOn,
    heldOn: first?.heldOn ?? null,
    heldId: first?.id ?? null,
    completedOn: earliest,
  }
}

const byDay = (a: PepMeetingFact, b: PepMeetingFact): number =>
  a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0

/** The child's personal education plans as at a day. A meeting counts when held in care and by the day. */
export function buildPepFacts(
  rows: readonly PepMeetingRow[],
  time: TimeInCare,
  { windows, knownFrom }: PepLayout,
  on: IsoDate,
): PepFacts {
  const dated = rows
    .map((row): PepMeetingFact => {
      const heldOn = isoDate(row.heldOn)
      return {
        id: row.id,
        heldOn,
        completedOn: dayOrNull(row.completedOn),
        quality: row.quality,
        attended: listOf(row.attended),
        childViews: flagOrNull(row.childViews),
        counted: heldOn <= on && time.spells.some((spell) => within(heldOn, spell)),
      }
    })
    .toSorted(byDay)
  const meetings = dated.filter(({ heldOn }) => heldOn <= on)
  return {
    windows: windows.map((window) => windowFact(window, meetings, time, on)),
    firstPeps: time.spells
      .filter(({ startedOn }) => startedOn >= knownFrom)
      .map((spell) => firstPepFact(spell, meetings, on)),
    meetings,
    planned: dated.filter(({ heldOn }) => heldOn > on),
  }
}
