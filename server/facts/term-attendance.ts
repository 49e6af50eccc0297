import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar, SchoolTerm } from '../calendar/school-calendar.ts'
import { addDays } from '../calendar/iso-date.ts'
import { registerLayout } from './register-layout.ts'
import { tallyRegister } from './register-tally.ts'

/** What one child attended of a term, in sessions. */
export interface TermAttendance {
  readonly possible: number
  readonly absent: number
}

/** The term that holds the day; in the holidays the one before. Null before the first that is known. */
export const termAsAt = ({ terms }: SchoolCalendar, on: IsoDate): SchoolTerm | null =>
  terms.findLast(({ firstDay }) => firstDay <= on) ?? null

/**
 * Sessions of a term up to a day, counted from the stored register of the term's academic year while the child is
 * on roll. Null without a register, or when it has no mark of the term yet.
 */
export function termAttendance(
  marks: string | undefined,
  calendar: SchoolCalendar,
  term: SchoolTerm,
  roll: { readonly admittedOn: string; readonly leftOn: string | null },
  on: IsoDate,
): TermAttendance | null {
  if (marks === undefined) return null
  const layout = registerLayout(calendar, term.year)
  const first = term.firstDay > roll.admittedOn ? term.firstDay : (roll.admittedOn as IsoDate)
  const ends = [term.lastDay, on, ...(roll.leftOn === null ? [] : [roll.leftOn as IsoDate])]
  const last = ends.toSorted()[0] ?? on
  const from = layout.sessionsUpTo(addDays(first, -1))
  const to = Math.max(from, layout.sessionsUpTo(last))
  const { attended, authorised, unauthorised } = tallyRegister(marks, layout, {
    from,
    to,
    fromWeek: 0,
    toWeek: layout.mondays.length,
  })
  const absent = authorised + unauthorised
  return attended + absent === 0 ? null : { possible: attended + absent, absent }
}
