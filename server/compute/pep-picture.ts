import { academicYearOf, type AcademicYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { FirstPepFact, PepFacts, PepMeetingFact, PepWindowFact } from '../facts/child-facts.ts'
import { deadlineState, windowState } from '../law/pep.ts'
import { thresholds } from '../law/thresholds.ts'

/** Those without whom a meeting is not a full one. */
const NEEDED_ROLES = ['social-worker', 'designated-teacher', 'carer'] as const

function windowPicture(window: PepWindowFact, on: IsoDate) {
  const state = windowState(window, on)
  return {
    first_day: window.firstDay,
    last_day: window.lastDay,
    working_days_in_care: window.workingDaysInCare,
    required: state !== 'not-required',
    held: window.meetings.length,
    completed: window.completedInWindow,
    completed_after_window: window.completedAfterWindow,
    accepted: window.accepted,
    state,
  }
}

export type WindowPicture = ReturnType<typeof windowPicture>

function yearPicture(year: AcademicYear, pep: PepFacts, on: IsoDate) {
  const windows = pep.windows.filter((window) => window.year === year)
  const meetings = pep.meetings.filter(({ counted, heldOn }) => counted && academicYearOf(heldOn) === year)
  const terms: Record<string, WindowPicture> = {}
  for (const window of windows) terms[window.term] = windowPicture(window, on)
  return {
    terms,
    meetings_in_year: meetings.length,
    completed_in_year: meetings.filter(({ completedOn }) => completedOn !== null && completedOn <= on).length,
    windows_required: Object.values(terms).filter(({ required }) => required).length,
  }
}

function firstPepPicture({ spellStartedOn, heldOn, completedOn }: FirstPepFact, on: IsoDate) {
  const initiatedBy = addWorkingDays(spellStartedOn, thresholds.pepInitiated.latest)
  const availableBy = addWorkingDays(spellStartedOn, thresholds.pepAvailable.latest)
  return {
    spell_start: spellStartedOn,
    initiated_by: initiatedBy,
    initiated: deadlineState(heldOn, initiatedBy, on),
    available_by: availableBy,
    available: deadlineState(completedOn, availableBy, on),
  }
}

function meetingPicture({ heldOn, completedOn, quality, attended, childViews }: PepMeetingFact, on: IsoDate) {
  const missing = NEEDED_ROLES.filter((role) => !attended.includes(role))
  return {
    held_on: heldOn,
    completed_on: completedOn !== null && completedOn <= on ? completedOn : null,
    quality,
    missing_roles: missing,
    child_views: childViews,
    quorum: missing.length === 0 && childViews === true,
  }
}

/** One child's personal education plans, by year and window (D06 to D12). */
export function pepPicture(pep: PepFacts, on: IsoDate, year: AcademicYear) {
  const years: Record<string, ReturnType<typeof yearPicture>> = {}
  for (const window of pep.windows) years[window.year] ??= yearPicture(window.year, pep, on)
  return {
    years,
    not_counted_meetings: [...pep.meetings, ...pep.planned]
      .filter(({ counted }) => !counted)
      .map(({ heldOn }) => heldOn),
    first_pep: pep.firstPeps
      .filter(({ spellStartedOn }) => academicYearOf(spellStartedOn) === year)
      .map((first) => firstPepPicture(first, on)),
    meetings: pep.meetings.filter(({ counted }) => counted).map((meeting) => meetingPicture(meeting, on)),
  }
}
