import type { AcademicYear, PepTerm } from '../calendar/academic-year.ts'
import type { IsoDate, LocalMinute } from '../calendar/iso-date.ts'

/**
 * What a rule may know about one child as at a day. Nothing after this sees a row of the database.
 * `null` = nobody told us; `[]` = we were told that there is none. No fact holds a name.
 * Half days are whole numbers: 3 is one and a half school days.
 */
export interface ChildFacts {
  identity: IdentityFacts
  /** Null when nobody ever told us anything about this child's care status. */
  care: CareFacts | null
  /** Null when no PEP was ever recorded or imported at this school. */
  pep: PepFacts | null
  /** Null when there is no register for the academic year. */
  attendance: AttendanceFacts | null
  /** Null when no suspension was ever recorded or imported at this school. */
  suspension: SuspensionFacts | null
  contact: readonly ContactFact[]
  person: readonly PersonFact[]
  /** What was begun by the day, oldest first, of each kind that is recorded here alone and is in no file. */
  intervention: readonly InterventionFact[]
  offSiteDirection: readonly OffSiteDirectionFact[]
  managedMove: readonly ManagedMoveFact[]
  partTimeTimetable: readonly PartTimeTimetableFact[]
  safeguardingSeparation: readonly SafeguardingSeparationFact[]
  unlawfulExclusion: readonly UnlawfulExclusionFact[]
  restrictiveIntervention: readonly RestrictiveInterventionFact[]
  specialNeed: readonly SpecialNeedFact[]
}

export type FactName = keyof ChildFacts

/** The groups that duties differ by; `anyone` is every child. */
export type Group = 'cla' | 'previouslyCla' | 'cin' | 'cp' | 'kinship' | 'ever6'

export type Cohorts = Readonly<Record<Group, boolean>>

export interface IdentityFacts {
  childId: string
  dateOfBirth: IsoDate
  yearGroup: string
  age: number
  admittedOn: IsoDate
  leftOn: IsoDate | null
  onRoll: boolean
}

export interface CareEpisodeFact {
  id: string
  status: 'cla' | 'previously-cla' | 'cin-plan' | 'cp-plan' | 'kinship'
  startedOn: IsoDate
  endedOn: IsoDate | null
  authority: AuthorityFact | null
}

export interface AuthorityFact {
  code: string
  name: string
  virtualSchoolPhone: string | null
}

/** An unbroken time of being looked after: rows that touch or overlap are one. */
export interface CareSpell {
  startedOn: IsoDate
  endedOn: IsoDate | null
}

export interface CareFacts {
  /** Rows that had started by the day. */
  episodes: readonly CareEpisodeFact[]
  now: Cohorts
  /** Groups the child was in on any day of this academic year up to the day. */
  thisYear: Cohorts
  spells: readonly CareSpell[]
  /** The authority that looks after the child today, or holds the plan. */
  authorityNow: AuthorityFact | null
  /** Statuses that cannot both be true today, such as a CIN and a CP plan open at once. */
  contradictions: readonly string[]
}

export interface PepMeetingFact {
  id: string
  askedOn: IsoDate | null
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

export interface MarkFact {
  on: IsoDate
  session: 'AM' | 'PM'
  code: string
}

export interface SchoolWeekFact {
  monday: IsoDate
  possible: number
  authorised: number
  unauthorised: number
}

export interface AttendanceFacts {
  year: AcademicYear
  /** School sessions from 1 September to the day, while on roll. */
  schoolSessions: number
  possible: number
  attended: number
  authorised: number
  unauthorised: number
  notPossible: number
  missing: number
  /** School sessions after the day to the year's last school day; null when not on roll or past the known calendar. */
  remaining: number | null
  /** School weeks of this year up to the day, oldest first. */
  weeks: readonly SchoolWeekFact[]
  /** Up to the nine school weeks of last year that come before them, where last year's marks are stored. */
  weeksBefore: readonly SchoolWeekFact[]
  /** Marks N and O of the year up to the day, oldest first. */
  unexplained: readonly MarkFact[]
  /** Marks E of the year up to the day, oldest first. */
  excludedMarks: readonly MarkFact[]
  /** School sessions up to the day that a suspension covers, with the mark that stands there; null = no mark. */
  suspendedSessions: readonly {
    on: IsoDate
    session: 'AM' | 'PM'
    code: string | null
    suspensionId: string
  }[]
  /** The last day with any mark, up to the day. */
  lastMarkOn: IsoDate | null
  /** School days after the last mark up to and including the day (since admission when there is no mark). */
  schoolDaysWithoutMarks: number
}

export type NoticeParty = 'parent' | 'la' | 'socialWorker' | 'vsh' | 'board'

export interface AskedAfterwards {
  readonly contactedAt: LocalMinute
  /** Null where the day of recording is not known. */
  readonly recordedOn: IsoDate | null
}

export interface SuspensionFact {
  id: string
  kind: 'suspension' | 'permanent' | 'lunchtime'
  startedOn: IsoDate
  startSession: 'AM' | 'PM' | null
  /**
   * Of one that was cancelled, those served before it; null for a permanent exclusion that stands. Those of a
   * permanent exclusion count towards no total.
   */
  halfDays: number | null
  /**
   * The last school day it covers, of a cancelled one that was served. Null for a permanent exclusion that stands,
   * where nothing was served, and past the known calendar.
   */
  lastDay: IsoDate | null
  reasons: readonly string[]
  decidedAt: LocalMinute | null
  atOtherSchool: boolean
  /**
   * Half days by term name. Empty for a permanent exclusion, for another school's suspension, and for a start
   * past the known calendar.
   */
  byTerm: Readonly<Record<string, number>>
  /** Half days of this and all earlier rows, by each term it touches. */
  termTotalAfter: Readonly<Record<string, number>>
  /** The child's groups on the day of the decision (of the start, when no decision time is known). */
  groupsThen: Cohorts
  /**
   * The first act of asking before the decision that is recorded, whenever it was. Of what was considered here, only
   * what was recorded before the decision.
   */
  contacted: Readonly<Record<'vsh' | 'socialWorker', LocalMinute | null>>
  /** The first act of asking that was recorded apart from what was considered here; whenever it is said to have been. */
  recordedAfterwards: Readonly<Record<'vsh' | 'socialWorker', AskedAfterwards | null>>
  /** Who of the Virtual School read what was considered, where its own answer is the first act of asking it. */
  readBy: string | null
  /** When each was told first, the parent or a carer; null when no record says so. */
  told: Readonly<Record<NoticeParty, LocalMinute | null>>
  /** Decided here: on the page on which it was considered, or typed; not brought in by a file, nor of another school. */
  decidedHere: boolean
  /** It came from what was considered here. */
  considered: boolean
  /** Why the headteacher decided before asking, where one was given. */
  withoutContact: string | null
  missesExam: boolean | null
  examOn: IsoDate | null
  representations: boolean | null
  representationsOn: IsoDate | null
  /** Days served before it was cancelled are the half days given here; none of the rest counts. */
  cancelledAt: LocalMinute | null
  /** When each was told of the cancelling. */
  toldOfCancelling: Readonly<Record<NoticeParty, LocalMinute | null>>
  /** When the parent was told of their duty and of the education to come. */
  educationNoticeAt: LocalMinute | null
  provisions: readonly ProvisionFact[]
  boardMeetings: readonly BoardMeetingFact[]
  reviewPanel: ReviewPanelFact | null
  reintegration: ReintegrationFact | null
}

export interface ProvisionFact {
  id: string
  what: 'work-set' | 'education' | 'none' | 'no-exams-left' | 'fewer-hours'
  fromOn: IsoDate
  fullTime: boolean | null
  markedOn: IsoDate | null
  /** The time of day at which its first session begins, such as `09:00`, where the times recorded say it. */
  beginsAt: string | null
  /** When the parent had its details in writing; null when no record says so. */
  noticeAt: LocalMinute | null
  /** Whether the parent agreed to less notice; null when nobody said. */
  soonerAgreed: boolean | null
  /** A reason is given where none could be arranged. */
  hasReason: boolean
}

export interface BoardMeetingFact {
  id: string
  meetsOn: IsoDate
  held: boolean
  invited: readonly string[]
  outcome: 'reinstated' | 'reinstated-later' | 'declined' | 'considered' | null
  decisionToldOn: IsoDate | null
}

export interface ReviewPanelFact {
  boardDecisionToldOn: IsoDate
  appliedOn: IsoDate | null
  willNotApply: boolean | null
  meetsOn: IsoDate | null
  outcome: 'upheld' | 'reconsider' | 'quashed' | null
  panelDecisionToldOn: IsoDate | null
  boardReconsideredOn: IsoDate | null
}

export interface ReintegrationFact {
  offeredOn: IsoDate
  meetsOn: IsoDate | null
  held: boolean | null
}

export interface InterventionFact {
  id: string
  what: string
  startedOn: IsoDate
  reviewOn: IsoDate | null
  endedOn: IsoDate | null
  /** What came of it, once it was looked at again. */
  outcome: 'helps' | 'helps-a-little' | 'does-not-help' | null
  suspensionId: string | null
}

export interface OffSiteDirectionFact {
  id: string
  startsOn: IsoDate
  endsOn: IsoDate | null
  /** Which of what the notice must hold is not recorded, in words. */
  missing: readonly string[]
  noticeAt: LocalMinute | null
  hasPlan: boolean | null
  authorityNoticeAt: LocalMinute | null
  nextReviewOn: IsoDate | null
  lastReviewOn: IsoDate | null
  reviewAskedOn: IsoDate | null
  socialWorkerToldAt: LocalMinute | null
  virtualSchoolToldAt: LocalMinute | null
}

export interface ManagedMoveFact {
  id: string
  agreedOn: IsoDate
  startsOn: IsoDate | null
  parentAgrees: boolean | null
  socialWorkerToldAt: LocalMinute | null
  virtualSchoolToldAt: LocalMinute | null
}

export interface PartTimeTimetableFact {
  id: string
  startsOn: IsoDate
  endsOn: IsoDate | null
  reviewOn: IsoDate | null
  parentAgrees: boolean | null
  socialWorkerToldAt: LocalMinute | null
  virtualSchoolToldAt: LocalMinute | null
}

export interface SafeguardingSeparationFact {
  id: string
  startedOn: IsoDate
  endedOn: IsoDate | null
  authorityAskedAt: LocalMinute | null
  socialWorkerToldAt: LocalMinute | null
  virtualSchoolToldAt: LocalMinute | null
}

export interface UnlawfulExclusionFact {
  id: string
  happenedOn: IsoDate
  halfDays: number | null
  putRightOn: IsoDate | null
}

export interface SpecialNeedFact {
  id: string
  provision: 'none' | 'sen-support' | 'ehc-plan'
  startedOn: IsoDate
  endedOn: IsoDate | null
}

export interface RestrictiveInterventionFact {
  id: string
  happenedAt: LocalMinute
  writtenAt: LocalMinute | null
  parentToldAt: LocalMinute | null
  isWithheld: boolean
  socialWorkerToldAt: LocalMinute | null
}

export interface ExclusionRunFact {
  firstDay: IsoDate
  /** The sixth consecutive school day. */
  sixthDay: IsoDate
  responsible: 'school' | 'la'
}

export interface SuspensionFacts {
  /**
   * Decided or begun by the day, of this year and of every year the calendar knows, in order: start, AM
   * before blank before PM. Rows of another school are among them.
   */
  rows: readonly SuspensionFact[]
  /** Half days by term, of this school, and by academic year, of any; days still to come are included. */
  byTerm: Readonly<Record<string, number>>
  byYear: Readonly<Record<string, number>>
  /** The school's term that the day lies in (or the next one, in a holiday). */
  currentTerm: string | null
  inCurrentTerm: number
  inCurrentYear: number
  /** Half days that only another school told us of, in the current year. */
  atOtherSchool: number
  runs: readonly ExclusionRunFact[]
  /** First days of runs that reach a sixth school day past the known calendar. */
  runsPastCalendar: readonly IsoDate[]
}

export interface ContactFact {
  id: string
  withRole: string
  purpose: string
  contactedAt: LocalMinute
  outcome: 'reached' | 'message-left' | 'no-answer' | null
  suspensionId: string | null
  considerationId: string | null
  /** The Virtual School's own answer to what was considered: nobody of the school made it. */
  isAnswer: boolean
  recordedOn: IsoDate | null
}

export interface PersonFact {
  id: string
  role: string
  hasPhone: boolean
  doNotContact: boolean
}
