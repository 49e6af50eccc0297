import type { AttendanceYearTable } from '../../db/tables/attendance-year.ts'
import type { CareEpisodeTable } from '../../db/tables/care-episode.ts'
import type { ChildTable } from '../../db/tables/child.ts'
import type { ContactTable } from '../../db/tables/contact.ts'
import type { PepMeetingTable } from '../../db/tables/pep-meeting.ts'
import type { PersonTable } from '../../db/tables/person.ts'
import type { SuspensionTable } from '../../db/tables/suspension.ts'

/** The columns that facts are made of; removed rows are left out by the queries. */
export type ChildRow = Pick<ChildTable, 'id' | 'dateOfBirth' | 'yearGroup' | 'admittedOn' | 'leftOn'>

export type CareEpisodeRow = Pick<
  CareEpisodeTable,
  'id' | 'childId' | 'status' | 'startedOn' | 'endedOn' | 'authorityCode'
>

export type PepMeetingRow = Pick<
  PepMeetingTable,
  'id' | 'childId' | 'askedOn' | 'heldOn' | 'completedOn' | 'quality' | 'attended' | 'childViews'
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
>

export type ContactRow = Pick<
  ContactTable,
  'id' | 'childId' | 'suspensionId' | 'withRole' | 'purpose' | 'contactedAt' | 'outcome'
>

export type PersonRow = Pick<
  PersonTable,
  'id' | 'childId' | 'role' | 'phone' | 'doNotContact' | 'startedOn' | 'endedOn'
>

/** Every row about one child that facts are made of, in any order. */
export interface ChildRows {
  readonly child: ChildRow
  readonly careEpisodes: readonly CareEpisodeRow[]
  readonly pepMeetings: readonly PepMeetingRow[]
  readonly attendanceYears: readonly AttendanceYearRow[]
  readonly suspensions: readonly SuspensionRow[]
  readonly contacts: readonly ContactRow[]
  readonly persons: readonly PersonRow[]
}
