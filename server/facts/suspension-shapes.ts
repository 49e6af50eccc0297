import type { IsoDate, LocalMinute } from '../calendar/iso-date.ts'
import type { Cohorts } from '../law/cohorts.ts'

/* What a rule may know about a child’s suspensions and what followed each. */

export type NoticeParty = 'parent' | 'la' | 'home' | 'socialWorker' | 'vsh' | 'board'

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
  /** The decision on the same days that was made here first and taken out as wrong since; null where none was. */
  firstDecidedAt: LocalMinute | null
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
