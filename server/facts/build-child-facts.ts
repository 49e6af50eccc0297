import type { AcademicYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { buildAttendanceFacts, layOutAttendance } from './attendance-facts.ts'
import { buildCareFacts, type Authorities } from './care-facts.ts'
import type { ChildFacts, HomeFacts } from './child-facts.ts'
import type { ChildRow, ChildRows } from './child-rows.ts'
import { buildContactFacts } from './contact-facts.ts'
import { endedByBoard } from './ended-by-board.ts'
import { buildIdentityFacts } from './identity-facts.ts'
import { buildPepFacts, layOutPepWindows } from './pep-facts.ts'
import { buildPersonFacts } from './person-facts.ts'
import { buildRecordedHereFacts } from './recorded-here-facts.ts'
import { buildSuspensionFacts, layOutSuspensions } from './suspension-facts.ts'

/**
 * Which sources the school has ever given us, by file or by form. A child without a row of a source that was
 * given has none; without a row of a source that was not, nobody told us.
 */
export interface Told {
  readonly care: boolean
  readonly pep: boolean
  readonly suspension: boolean
  /** Registers of this academic year are complete: a child without one has no mark. */
  readonly attendance: boolean
}

export interface FactsContext {
  readonly on: IsoDate
  readonly year: AcademicYear
  readonly calendar: SchoolCalendar
  readonly authorities: Authorities
  /** The code of the school's own authority. */
  readonly ownAuthority: string
  readonly told: Told
}

/** What all children share is laid out once; the answer turns one child's rows into facts as at the day. Pure. */
export function prepareChildFacts({ on, year, calendar, authorities, ownAuthority, told }: FactsContext) {
  const pepLayout = layOutPepWindows(calendar, year)
  const attendanceLayout = layOutAttendance(calendar, on, year)
  const suspensionLayout = layOutSuspensions(calendar, on, year)

  const homeOf = ({ homeAuthorityCode }: ChildRow): HomeFacts | null => {
    const authority = homeAuthorityCode === null ? undefined : authorities.get(homeAuthorityCode)
    return authority === undefined ? null : { authority, isSchoolsOwn: authority.code === ownAuthority }
  }

  return (rows: ChildRows): ChildFacts => {
    const { child, careEpisodes, pepMeetings, attendanceYears } = rows
    const suspensions = endedByBoard(rows.suspensions, rows.boardMeetings, { on, calendar })
    const counted = suspensions.map((row, at) =>
      row.kind === 'permanent' ? row : (rows.suspensions[at] ?? row),
    )
    const identity = buildIdentityFacts(child, on)
    const care = buildCareFacts(careEpisodes, authorities, on, year)
    const { admittedOn, leftOn } = identity
    const contact = buildContactFacts(rows.contacts, on)
    const registers =
      told.attendance && !attendanceYears.some(({ academicYear }) => academicYear === year)
        ? [...attendanceYears, { childId: child.id, academicYear: year, marks: '' }]
        : attendanceYears
    return {
      identity,
      home: homeOf(child),
      care: told.care || careEpisodes.length > 0 ? care : null,
      pep:
        told.pep || pepMeetings.length > 0
          ? buildPepFacts(pepMeetings, { spells: care.spells, admittedOn, leftOn }, pepLayout, on)
          : null,
      attendance: buildAttendanceFacts(registers, suspensions, identity, attendanceLayout),
      suspension:
        told.suspension || suspensions.length > 0
          ? buildSuspensionFacts({ ...rows, suspensions: counted }, care.episodes, contact, suspensionLayout)
          : null,
      contact,
      person: buildPersonFacts(rows.persons, on),
      ...buildRecordedHereFacts(rows, on),
    }
  }
}
