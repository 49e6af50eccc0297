import { academicYearOf, firstDayOf, previousYear } from '../calendar/academic-year.ts'
import { weekday, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { drawn, oneOf } from './random.ts'
import type { Suspended } from './suspensions.ts'
import type { Told } from './told.ts'

/** The registers of last year and of this one up to the day before, with what the child's story marks. */
export function marksOf(
  { upn, child, admittedOn }: Told,
  suspended: readonly Suspended[],
  on: IsoDate,
  calendar: SchoolCalendar,
) {
  const covered = new Map<string, string>()
  for (const row of suspended) {
    if (row.lunchtime) continue
    const sessions = calendar.coverage(row.startedOn, 'AM', row.halfDays) ?? []
    const days = [...new Set(sessions.map((session) => session.on))]
    for (const { on: day, session } of sessions)
      covered.set(`${day} ${session}`, days.indexOf(day) < 5 ? 'E' : 'B')
  }
  const from = firstDayOf(previousYear(academicYearOf(on)))
  const days = calendar.schoolDays.filter((day) => day >= from && day >= admittedOn && day < on)
  const rows: string[][] = []
  days.forEach((day, i) => {
    const back = days.length - i
    const away = drawn(`away ${upn} ${day}`) * 100 < child.missed
    for (const session of ['AM', 'PM'] as const) {
      const half = drawn(`half ${upn} ${day} ${session}`)
      const missed = away && half < 0.85
      const unauthorised = child.marks === 'unauthorised-lately' && back <= 24 && weekday(day) === 0
      const isOf = (story: string) => child.marks?.startsWith(story) === true
      const unexplained =
        (isOf('unexplained') && back === 2 && session === 'AM') || (isOf('unexplained-still') && back === 9)
      const explainedSince = child.marks === 'unexplained' && back === 9
      const mark =
        covered.get(`${day} ${session}`) ??
        (unexplained
          ? 'N'
          : unauthorised
            ? 'O'
            : missed || explainedSince
              ? oneOf(['I', 'I', 'I', 'M', 'I', 'C', 'U'], `why ${upn} ${day}`)
              : half > 0.985 && session === 'AM'
                ? 'L'
                : session === 'AM'
                  ? '/'
                  : '\\')
      rows.push([upn, day, session, mark])
    }
  })
  return rows
}
