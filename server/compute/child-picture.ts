import type { AcademicYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { ChildFacts } from '../facts/child-facts.ts'
import { attendancePicture } from './attendance-picture.ts'
import { pepPicture } from './pep-picture.ts'
import { suspensionPicture } from './suspension-picture.ts'

/** A child's facts with the names that no fact holds. */
export interface NamedFacts {
  readonly upn: string
  readonly surname: string
  readonly forename: string
  readonly facts: ChildFacts
}

/** The day and the calendar that a picture is computed with. */
export interface PictureContext {
  readonly on: IsoDate
  readonly year: AcademicYear
  readonly calendar: SchoolCalendar
}

/** One child of the picture. Throws when a part of the facts is untold: a whole folder tells everything. */
export function childPicture(
  { surname, forename, facts }: NamedFacts,
  { on, year, calendar }: PictureContext,
) {
  const { identity, care, pep, attendance, suspension } = facts
  if (care === null || pep === null || attendance === null || suspension === null)
    throw new Error(`Nobody told all facts of the child ${identity.childId}`)
  const { cla, previouslyCla, cin, cp, kinship, ever6 } = care.now
  return {
    surname,
    forename,
    year_group: identity.yearGroup,
    age: identity.age,
    on_roll: identity.onRoll,
    cohorts: { cla, previously_cla: previouslyCla, cin, cp, kinship, ever6 },
    attendance: attendancePicture(attendance),
    pep: pepPicture(pep, on, year),
    suspensions: suspensionPicture(suspension, care.now, on, calendar),
  }
}

export type ChildPicture = ReturnType<typeof childPicture>
