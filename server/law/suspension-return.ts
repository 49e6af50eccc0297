import { addDays, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar, SchoolSession } from '../calendar/school-calendar.ts'
import { boardDeadline } from './suspension.ts'
import { coveredHalfDays, type SuspensionRow } from './suspension-days.ts'

/**
 * The first session at which the child is back in school. Null for a permanent exclusion, for lunchtimes, which
 * miss no session, for no half days, and past the known calendar.
 */
export function returnOf(row: SuspensionRow, calendar: SchoolCalendar): SchoolSession | null {
  if (row.kind !== 'suspension') return null
  const last = coveredHalfDays(row, calendar)?.at(-1)
  if (last === undefined) return null
  if (last.session === 'AM') return { on: last.on, session: 'PM' }
  const on = calendar.addSchoolDays(last.on, 1)
  return on === null ? null : { on, session: 'AM' }
}

/** The last day for the board to meet, and whether a public exam or national test draws it nearer. */
export interface ExamDeadline {
  readonly dueOn: IsoDate
  readonly beforeExam: boolean
}

/**
 * The last day for the board to meet when an exam or test would be missed (2012 Regulations 6, 15 and 24): within
 * 15 school days of the notice, which is day 0, and as far as is practicable before the exam: on the last school
 * day before it, or the day before it when the notice comes after that. An exam on the day of the notice or
 * earlier draws nothing nearer. Null when neither day is known.
 */
export function examDeadline(
  noticeOn: IsoDate,
  examOn: IsoDate | null,
  calendar: SchoolCalendar,
): ExamDeadline | null {
  const within = boardDeadline('meet-15', noticeOn, calendar)
  if (examOn !== null && examOn > noticeOn) {
    const dayBefore = addDays(examOn, -1)
    const schoolDay = calendar.schoolDayOnOrBefore(dayBefore)
    const before = schoolDay !== null && schoolDay >= noticeOn ? schoolDay : dayBefore
    if (within === null || before <= within) return { dueOn: before, beforeExam: true }
  }
  return within === null ? null : { dueOn: within, beforeExam: false }
}
