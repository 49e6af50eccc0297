import { isoDate } from '../../../server/calendar/iso-date.ts'
import {
  buildSchoolCalendar,
  type SchoolCalendar,
  type TermDate,
} from '../../../server/calendar/school-calendar.ts'

const row = (kind: TermDate['kind'], name: string, firstDay: string, lastDay = firstDay): TermDate => ({
  kind,
  name,
  firstDay: isoDate(firstDay),
  lastDay: isoDate(lastDay),
})

/** Rows of an invented school's calendar, 2024/25 and 2025/26. */
export const someTermDates: readonly TermDate[] = [
  row('term', 'Autumn 2024', '2024-09-02', '2024-12-20'),
  row('half-term', 'Autumn half-term 2024', '2024-10-28', '2024-11-01'),
  row('term', 'Spring 2025', '2025-01-06', '2025-04-04'),
  row('half-term', 'Spring half-term 2025', '2025-02-17', '2025-02-21'),
  row('term', 'Summer 2025', '2025-04-22', '2025-07-23'),
  row('half-term', 'Summer half-term 2025', '2025-05-26', '2025-05-30'),
  row('term', 'Autumn 2025', '2025-09-01', '2025-12-19'),
  row('half-term', 'Autumn half-term 2025', '2025-10-27', '2025-10-31'),
  row('term', 'Spring 2026', '2026-01-05', '2026-03-27'),
  row('half-term', 'Spring half-term 2026', '2026-02-16', '2026-02-20'),
  row('term', 'Summer 2026', '2026-04-13', '2026-07-21'),
  row('half-term', 'Summer half-term 2026', '2026-05-25', '2026-05-29'),
  row('inset', 'INSET day', '2025-09-01'),
  row('inset', 'INSET day', '2026-01-05'),
  row('bank-holiday', 'Early May bank holiday', '2026-05-04'),
]

/** A school calendar from rows of term dates; an invented school's own when none are given. */
export function aCalendar(termDates: readonly TermDate[] = someTermDates): SchoolCalendar {
  return buildSchoolCalendar(termDates)
}

/** The calendar of a school that has told nobody its terms. */
export const noCalendar = aCalendar([])

/** Its terms up to the end of spring 2026: the summer term is not known. */
export const calendarToSpring = aCalendar(someTermDates.filter((each) => each.lastDay < '2026-04-01'))
