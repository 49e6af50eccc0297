import type { ChildTable } from '../../db/tables/child.ts'
import type { SchoolTable } from '../../db/tables/school.ts'
import type { AcademicYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { RuleFinding } from '../engine/run-rules.ts'
import type { ChildFacts } from '../facts/child-facts.ts'

/** One child: the row that names it, what is known, and what the rules say of it. */
export interface AssessedChild {
  readonly row: ChildTable
  readonly facts: ChildFacts
  readonly findings: readonly RuleFinding[]
}

/** The ids of everybody in a picture. */
export const childIdsOf = ({ children }: Picture): ReadonlySet<string> =>
  new Set(children.map(({ row }) => row.id))

/** A school as at a day: everything its pages are projections of. */
export interface Picture {
  readonly school: SchoolTable
  readonly calendar: SchoolCalendar
  readonly on: IsoDate
  readonly year: AcademicYear
  readonly children: readonly AssessedChild[]
}
