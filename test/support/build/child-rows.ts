import { academicYear, attendancePlaces, placeOf } from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import type { SchoolCalendar } from '../../../server/calendar/school-calendar.ts'
import type {
  AttendanceYearRow,
  BoardMeetingRow,
  CareEpisodeRow,
  ChildRow,
  ChildRows,
  ContactRow,
  PepMeetingRow,
  PersonRow,
  ProvisionRow,
  ReintegrationRow,
  ReviewPanelRow,
  SuspensionRow,
} from '../../../server/facts/child-rows.ts'
import { packMark } from '../../../server/law/register-codes.ts'

const childId = 'child-1'

/** A row of the table `child`: on roll since September 2023. */
export const aChildRow = (given: Partial<ChildRow> = {}): ChildRow => ({
  id: childId,
  dateOfBirth: '2012-03-01',
  yearGroup: '9',
  admittedOn: '2023-09-04',
  leftOn: null,
  homeAuthorityCode: null,
  ...given,
})

/** A row of care history from a day to a day; open when the second is left out. */
export const aCareRow = (
  status: CareEpisodeRow['status'],
  startedOn: string,
  endedOn: string | null = null,
  given: Partial<CareEpisodeRow> = {},
): CareEpisodeRow => ({
  id: `${status}-${startedOn}`,
  childId,
  status,
  startedOn,
  endedOn,
  authorityCode: null,
  ...given,
})

export const aPepRow = (heldOn: string, given: Partial<PepMeetingRow> = {}): PepMeetingRow => ({
  id: `meeting-${heldOn}`,
  childId,
  heldOn,
  completedOn: null,
  quality: null,
  attended: 'social-worker;designated-teacher;carer',
  childViews: 1,
  ...given,
})

export const aSuspensionRow = (
  startedOn: string,
  halfDays: number | null,
  given: Partial<SuspensionRow> = {},
): SuspensionRow => ({
  id: `suspension-${startedOn}`,
  childId,
  kind: halfDays === null ? 'permanent' : 'suspension',
  startedOn,
  startSession: 'AM',
  halfDays,
  reasons: 'DB',
  decidedAt: null,
  atOtherSchool: 0,
  considerationId: null,
  typed: '',
  missesExam: null,
  examOn: null,
  representations: null,
  representationsOn: null,
  cancelledAt: null,
  ...given,
})

export const aContactRow = (
  withRole: ContactRow['withRole'],
  contactedAt: string,
  given: Partial<ContactRow> = {},
): ContactRow => ({
  id: `${withRole}-${contactedAt}`,
  childId,
  suspensionId: null,
  considerationId: null,
  withRole,
  purpose: 'absence',
  contactedAt,
  how: 'phone',
  madeBy: null,
  outcome: 'reached',
  ...given,
})

export const aPersonRow = (role: PersonRow['role'], given: Partial<PersonRow> = {}): PersonRow => ({
  id: `person-${role}`,
  childId,
  role,
  phone: '020 7946 0123',
  doNotContact: 0,
  startedOn: null,
  endedOn: null,
  ...given,
})

/** The suspension that rows of what followed belong to, unless said otherwise. */
const suspensionId = 'suspension-2026-03-09'

export const aProvisionRow = (fromOn: string, given: Partial<ProvisionRow> = {}): ProvisionRow => ({
  id: `provision-${fromOn}`,
  childId,
  suspensionId,
  what: 'education',
  fromOn,
  fullTime: 1,
  sessionTimes: null,
  markedOn: null,
  noticeAt: null,
  soonerAgreed: null,
  reason: null,
  ...given,
})

export const aBoardMeetingRow = (meetsOn: string, given: Partial<BoardMeetingRow> = {}): BoardMeetingRow => ({
  id: `board-${meetsOn}`,
  childId,
  suspensionId,
  meetsOn,
  held: 1,
  invited: 'parent;social-worker',
  outcome: 'declined',
  reinstatedOn: null,
  decisionToldOn: null,
  ...given,
})

export const aReviewPanelRow = (
  boardDecisionToldOn: string,
  given: Partial<ReviewPanelRow> = {},
): ReviewPanelRow => ({
  id: `panel-${boardDecisionToldOn}`,
  childId,
  suspensionId,
  boardDecisionToldOn,
  appliedOn: null,
  willNotApply: null,
  meetsOn: null,
  outcome: null,
  panelDecisionToldOn: null,
  boardReconsideredOn: null,
  ...given,
})

export const aReintegrationRow = (
  offeredOn: string,
  given: Partial<ReintegrationRow> = {},
): ReintegrationRow => ({
  id: `return-${offeredOn}`,
  childId,
  suspensionId,
  offeredOn,
  meetsOn: null,
  held: null,
  ...given,
})

/**
 * A register of a year: present at every school session but those named, such as
 * `{ '2026-03-12 AM': 'N', '2026-03-12 PM': '-' }`.
 */
export function aRegister(
  calendar: SchoolCalendar,
  marks: Readonly<Record<string, string>> = {},
  ofYear = '2025/26',
): AttendanceYearRow {
  const year = academicYear(ofYear)
  const chars = Array.from({ length: attendancePlaces(year).places }, () => '.')
  const put = (day: string, session: 'AM' | 'PM', mark: string) => {
    const place = placeOf(year, isoDate(day), session)
    const char = packMark(mark)
    if (place !== null && char !== null) chars[place] = char
  }
  for (const day of calendar.schoolDays) {
    put(day, 'AM', '/')
    put(day, 'PM', '\\')
  }
  for (const [session, mark] of Object.entries(marks))
    put(session.slice(0, 10), session.endsWith('AM') ? 'AM' : 'PM', mark)
  return { childId, academicYear: year, marks: chars.join('') }
}

/** Every row about one child; none of a kind that is not given. */
export const childRows = (given: Partial<ChildRows> = {}): ChildRows => ({
  child: aChildRow(),
  careEpisodes: [],
  pepMeetings: [],
  attendanceYears: [],
  suspensions: [],
  contacts: [],
  persons: [],
  considerations: [],
  provisions: [],
  boardMeetings: [],
  reviewPanels: [],
  reintegrations: [],
  interventions: [],
  offSiteDirections: [],
  managedMoves: [],
  partTimeTimetables: [],
  safeguardingSeparations: [],
  unlawfulExclusions: [],
  restrictiveInterventions: [],
  specialNeeds: [],
  ...given,
})
