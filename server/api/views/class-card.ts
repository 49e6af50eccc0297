import type { ChildTable } from '../../../db/tables/child.ts'
import type { PersonTable } from '../../../db/tables/person.ts'
import type { SupportTable } from '../../../db/tables/support.ts'
import type { SchoolCalendar } from '../../calendar/school-calendar.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import { termAsAt, termAttendance } from '../../facts/term-attendance.ts'
import { percentToOneDecimal } from '../../law/attendance.ts'
import { nameOf } from './child-name.ts'

/** What was agreed that helps; nothing of why. */
export interface AgreedSupport {
  helps: string
  avoid: string | null
  goTo: string | null
  agreedOn: string
  reviewOn: string | null
}

/**
 * What somebody who teaches a child needs to know, and nothing else: the names of these fields are all that ever
 * leaves the server for class staff. No status, number, address, authority, plan, reason or history is among them.
 */
export interface ClassCard {
  name: string
  sayName: string | null
  yearGroup: string
  dateOfBirth: string
  keyAdults: string[]
  support: AgreedSupport | null
  /** Of this term up to today; null when there is no mark of it. */
  attendance: { possible: number; absent: number; rate: number | null } | null
}

export interface ClassView {
  on: IsoDate
  /** The term that attendance is counted in; in the holidays the one before. */
  term: { name: string; firstDay: IsoDate; lastDay: IsoDate } | null
  /** What the post is, in its own words such as `5 Oak`, and its last day. */
  post: { label: string | null; endsOn: string | null }
  cards: ClassCard[]
}

/** The rows of the children on somebody's list, and of nobody else. */
export interface ClassRows {
  readonly children: readonly ChildTable[]
  readonly people: readonly PersonTable[]
  readonly support: readonly SupportTable[]
  /** Stored registers of the term's academic year, by child. */
  readonly marks: ReadonlyMap<string, string>
}

const holds = (on: IsoDate, from: string | null, to: string | null) => (from ?? on) <= on && on <= (to ?? on)

/** Those on roll on a day. */
export const onRollOn = (children: readonly ChildTable[], on: IsoDate): ChildTable[] =>
  children.filter(({ admittedOn, leftOn }) => holds(on, admittedOn, leftOn))

function supportOf(rows: readonly SupportTable[], childId: string, on: IsoDate): AgreedSupport | null {
  const [latest] = rows
    .filter((row) => row.childId === childId && holds(on, row.agreedOn, row.endedOn))
    .toSorted((a, b) => (a.agreedOn < b.agreedOn ? 1 : -1))
  if (!latest) return null
  const { helps, avoid, goTo, agreedOn, reviewOn } = latest
  return { helps, avoid, goTo, agreedOn, reviewOn }
}

/** The cards of a list of children as at a day, in the order of the children. */
export function classCards(rows: ClassRows, calendar: SchoolCalendar, on: IsoDate): ClassCard[] {
  const term = termAsAt(calendar, on)
  return rows.children.map((child) => {
    const counted = term && termAttendance(rows.marks.get(child.id), calendar, term, child, on)
    return {
      name: nameOf(child),
      sayName: child.sayName,
      yearGroup: child.yearGroup,
      dateOfBirth: child.dateOfBirth,
      keyAdults: rows.people
        .filter(({ childId, role }) => childId === child.id && role === 'key-adult')
        .filter(({ startedOn, endedOn }) => holds(on, startedOn, endedOn))
        .map(({ name }) => name),
      support: supportOf(rows.support, child.id, on),
      attendance: counted && { ...counted, rate: percentToOneDecimal(counted.absent, counted.possible) },
    }
  })
}
