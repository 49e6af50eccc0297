import type { AcademicYear, PepTerm } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'

/* What a rule may know about a child’s personal education plans. */

export interface PepMeetingFact {
  id: string
  heldOn: IsoDate
  completedOn: IsoDate | null
  quality: 'gold' | 'green' | 'amber' | 'red' | null
  attended: readonly string[]
  childViews: boolean | null
  /** Held by the day, and while the child was looked after. */
  counted: boolean
}

export interface PepWindowFact {
  year: AcademicYear
  term: PepTerm
  firstDay: IsoDate
  lastDay: IsoDate
  /** The last school day in the window: the day a person can act by. Null past the known calendar. */
  lastSchoolDay: IsoDate | null
  /** Working days on which the child is both looked after and on roll here; days ahead follow from the same rows. */
  workingDaysInCare: number
  /** Counted meetings held in the window, by day. */
  meetings: readonly PepMeetingFact[]
  /** Of those, completed inside the window and by the day. */
  completedInWindow: number
  /** Of those, completed by the day but after the window's end. */
  completedAfterWindow: number
  /** Completed in the window, with a quality that is neither blank nor red. */
  accepted: number
}

export interface FirstPepFact {
  spellStartedOn: IsoDate
  /** The first counted meeting of the spell. */
  heldOn: IsoDate | null
  heldId: string | null
  /** The earliest completion of a counted meeting of the spell, by the day. */
  completedOn: IsoDate | null
}

export interface PepFacts {
  /** Windows of every academic year the calendar knows, up to the year of the day. */
  windows: readonly PepWindowFact[]
  /** A spell that began before the first known calendar year has none. */
  firstPeps: readonly FirstPepFact[]
  /** All meetings held by the day, by day. */
  meetings: readonly PepMeetingFact[]
  /** Meetings dated after the day, by day: they never count yet. */
  planned: readonly PepMeetingFact[]
}
