import type { IsoDate } from '../calendar/iso-date.ts'
import type { AttendanceYearTable } from '../../db/tables/attendance-year.ts'
import type { BoardMeetingTable } from '../../db/tables/board-meeting.ts'
import type { CareEpisodeTable } from '../../db/tables/care-episode.ts'
import type { ChildTable } from '../../db/tables/child.ts'
import type { ConsiderationTable } from '../../db/tables/consideration.ts'
import type { ContactTable } from '../../db/tables/contact.ts'
import type { InterventionTable } from '../../db/tables/intervention.ts'
import type { ManagedMoveTable } from '../../db/tables/managed-move.ts'
import type { OffSiteDirectionTable } from '../../db/tables/off-site-direction.ts'
import type { PartTimeTimetableTable } from '../../db/tables/part-time-timetable.ts'
import type { PepMeetingTable } from '../../db/tables/pep-meeting.ts'
import type { PersonTable } from '../../db/tables/person.ts'
import type { ProvisionTable } from '../../db/tables/provision.ts'
import type { ReintegrationTable } from '../../db/tables/reintegration.ts'
import type { RestrictiveInterventionTable } from '../../db/tables/restrictive-intervention.ts'
import type { ReviewPanelTable } from '../../db/tables/review-panel.ts'
import type { SafeguardingSeparationTable } from '../../db/tables/safeguarding-separation.ts'
import type { SuspensionTable } from '../../db/tables/suspension.ts'
import type { SpecialNeedTable } from '../../db/tables/special-need.ts'
import type { UnlawfulExclusionTable } from '../../db/tables/unlawful-exclusion.ts'

/** The columns that facts are made of; removed rows are left out by the queries. */
export type ChildRow = Pick<
  ChildTable,
  'id' | 'dateOfBirth' | 'yearGroup' | 'admittedOn' | 'leftOn' | 'homeAuthorityCode'
>

export type CareEpisodeRow = Pick<
  CareEpisodeTable,
  'id' | 'childId' | 'status' | 'startedOn' | 'endedOn' | 'authorityCode'
>

export type PepMeetingRow = Pick<
  PepMeetingTable,
  'id' | 'childId' | 'heldOn' | 'completedOn' | 'quality' | 'attended' | 'childViews'
>

export type AttendanceYearRow = Pick<AttendanceYearTable, 'childId' | 'academicYear' | 'marks'>

export type SuspensionRow = Pick<
  SuspensionTable,
  | 'id'
  | 'childId'
  | 'kind'
  | 'startedOn'
  | 'startSession'
  | 'halfDays'
  | 'reasons'
  | 'decidedAt'
  | 'atOtherSchool'
  | 'considerationId'
  | 'typed'
  | 'missesExam'
  | 'examOn'
  | 'representations'
  | 'representationsOn'
  | 'cancelledAt'
>

export type ConsiderationRow = Pick<
  ConsiderationTable,
  | 'id'
  | 'childId'
  | 'withoutContact'
  | 'readBy'
  | 'state'
  | 'decidedAt'
  | 'kind'
  | 'startedOn'
  | 'startSession'
  | 'halfDays'
>

export type ProvisionRow = Pick<
  ProvisionTable,
  | 'id'
  | 'childId'
  | 'suspensionId'
  | 'what'
  | 'fromOn'
  | 'fullTime'
  | 'sessionTimes'
  | 'markedOn'
  | 'noticeAt'
  | 'soonerAgreed'
  | 'reason'
>

export type BoardMeetingRow = Pick<
  BoardMeetingTable,
  | 'id'
  | 'childId'
  | 'suspensionId'
  | 'meetsOn'
  | 'held'
  | 'invited'
  | 'outcome'
  | 'reinstatedOn'
  | 'decisionToldOn'
>

export type ReviewPanelRow = Pick<
  ReviewPanelTable,
  | 'id'
  | 'childId'
  | 'suspensionId'
  | 'boardDecisionToldOn'
  | 'appliedOn'
  | 'willNotApply'
  | 'meetsOn'
  | 'outcome'
  | 'panelDecisionToldOn'
  | 'boardReconsideredOn'
>

export type ReintegrationRow = Pick<
  ReintegrationTable,
  'id' | 'childId' | 'suspensionId' | 'offeredOn' | 'meetsOn' | 'held'
>

export type InterventionRow = Pick<
  InterventionTable,
  'id' | 'childId' | 'what' | 'startedOn' | 'reviewOn' | 'endedOn' | 'outcome' | 'suspensionId'
>

export type OffSiteDirectionRow = Pick<
  OffSiteDirectionTable,
  | 'id'
  | 'childId'
  | 'startsOn'
  | 'endsOn'
  | 'address'
  | 'reportTo'
  | 'schoolDays'
  | 'sessionTimes'
  | 'objectives'
  | 'noticeAt'
  | 'hasPlan'
  | 'authorityNoticeAt'
  | 'nextReviewOn'
  | 'lastReviewOn'
  | 'reviewAskedOn'
  | 'socialWorkerToldAt'
  | 'virtualSchoolToldAt'
>

export type ManagedMoveRow = Pick<
  ManagedMoveTable,
  'id' | 'childId' | 'agreedOn' | 'startsOn' | 'parentAgrees' | 'socialWorkerToldAt' | 'virtualSchoolToldAt'
>

export type PartTimeTimetableRow = Pick<
  PartTimeTimetableTable,
  | 'id'
  | 'childId'
  | 'startsOn'
  | 'endsOn'
  | 'reviewOn'
  | 'parentAgrees'
  | 'socialWorkerToldAt'
  | 'virtualSchoolToldAt'
>

export type SafeguardingSeparationRow = Pick<
  SafeguardingSeparationTable,
  | 'id'
  | 'childId'
  | 'startedOn'
  | 'endedOn'
  | 'authorityAskedAt'
  | 'socialWorkerToldAt'
  | 'virtualSchoolToldAt'
>

export type UnlawfulExclusionRow = Pick<
  UnlawfulExclusionTable,
  'id' | 'childId' | 'happenedOn' | 'halfDays' | 'putRightOn'
>

export type RestrictiveInterventionRow = Pick<
  RestrictiveInterventionTable,
  'id' | 'childId' | 'happenedAt' | 'writtenAt' | 'parentToldAt' | 'withheldReason' | 'socialWorkerToldAt'
>

export type ContactRow = Pick<
  ContactTable,
  | 'id'
  | 'childId'
  | 'suspensionId'
  | 'considerationId'
  | 'withRole'
  | 'purpose'
  | 'contactedAt'
  | 'how'
  | 'madeBy'
  | 'outcome'
> & {
  /** The day on which it was recorded so, where that matters: of asking about a decision apart from it. */
  readonly recordedOn?: IsoDate
}

export type PersonRow = Pick<
  PersonTable,
  'id' | 'childId' | 'role' | 'phone' | 'doNotContact' | 'startedOn' | 'endedOn'
>

export type SpecialNeedRow = Pick<SpecialNeedTable, 'id' | 'childId' | 'provision' | 'startedOn' | 'endedOn'>

/** What goes with a child's suspensions and exclusions, in any order. */
export interface SuspensionFollowedRows {
  readonly considerations: readonly ConsiderationRow[]
  readonly provisions: readonly ProvisionRow[]
  readonly boardMeetings: readonly BoardMeetingRow[]
  readonly reviewPanels: readonly ReviewPanelRow[]
  readonly reintegrations: readonly ReintegrationRow[]
}

/** What is recorded here alone and is in no file, in any order. */
export interface RecordedHereRows {
  readonly interventions: readonly InterventionRow[]
  readonly offSiteDirections: readonly OffSiteDirectionRow[]
  readonly managedMoves: readonly ManagedMoveRow[]
  readonly partTimeTimetables: readonly PartTimeTimetableRow[]
  readonly safeguardingSeparations: readonly SafeguardingSeparationRow[]
  readonly unlawfulExclusions: readonly UnlawfulExclusionRow[]
  readonly restrictiveInterventions: readonly RestrictiveInterventionRow[]
  readonly specialNeeds: readonly SpecialNeedRow[]
}

/** Every row about one child that facts are made of, in any order. */
export interface ChildRows extends SuspensionFollowedRows, RecordedHereRows {
  readonly child: ChildRow
  readonly careEpisodes: readonly CareEpisodeRow[]
  readonly pepMeetings: readonly PepMeetingRow[]
  readonly attendanceYears: readonly AttendanceYearRow[]
  readonly suspensions: readonly SuspensionRow[]
  readonly contacts: readonly ContactRow[]
  readonly persons: readonly PersonRow[]
}
