import { placeOf, type AcademicYear } from '../../calendar/academic-year.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import type { SchoolCalendar } from '../../calendar/school-calendar.ts'
import { codeOn, unpackMark, type MarkClass } from '../../law/register-codes.ts'

/** Every school day of the year with its marks; a later day, and a session without a mark, has null. */
export interface SessionCalendar {
  days: readonly { on: IsoDate; am: string | null; pm: string | null }[]
  /** What each code that occurs means, and how it counts. */
  codes: Readonly<Record<string, { meaning: string; class: MarkClass }>>
}

/** A child's register as the calendar shows it; without one, the year's school days alone. */
export function sessionCalendar(
  marks: string | null,
  { calendar, year, on }: { calendar: SchoolCalendar; year: AcademicYear; on: IsoDate },
): SessionCalendar {
  const codes: Record<string, { meaning: string; class: MarkClass }> = {}
  const codeAt = (day: IsoDate, session: 'AM' | 'PM'): string | null => {
    const place = placeOf(year, day, session)
    const code = marks === null || day > on || place === null ? null : unpackMark(marks[place] ?? '')
    const known = code === null ? null : codeOn(day, code)
    if (code !== null && known) codes[code] = { meaning: known.meaning, class: known.class }
    return code
  }
  const terms = calendar.terms.filter((term) => term.year === year)
  const [first, last] = [terms[0]?.firstDay, terms.at(-1)?.lastDay]
  const days = calendar.schoolDays
    .filter((day) => first !== undefined && last !== undefined && day >= first && day <= last)
    .map((day) => ({ on: day, am: codeAt(day, 'AM'), pm: codeAt(day, 'PM') }))
  return { days, codes }
}
