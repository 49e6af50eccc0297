import { addDays, isoDate, localMinute, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { servedHalfDays } from '../law/suspension-served.ts'
import type { BoardMeetingRow, SuspensionRow } from './child-rows.ts'

/** The last day out of school of a child whom the board brought back: at once is after the day of the meeting. */
const lastDayOut = ({ outcome, meetsOn, reinstatedOn }: BoardMeetingRow): IsoDate | null => {
  if (outcome === 'reinstated') return isoDate(meetsOn)
  return outcome === 'reinstated-later' && reinstatedOn !== null ? addDays(isoDate(reinstatedOn), -1) : null
}

/**
 * Suspensions and exclusions of which the governing board had ended one by a day (2012 Regulations 6, 15 and 24): of
 * that one stand the half days up to then, also of a permanent exclusion, which else has no number of them. What a
 * suspension adds to totals stays as decided: the board's duties hang on that, and it is the careful count.
 */
export function endedByBoard(
  suspensions: readonly SuspensionRow[],
  meetings: readonly BoardMeetingRow[],
  { on, calendar }: { readonly on: IsoDate; readonly calendar: SchoolCalendar },
): readonly SuspensionRow[] {
  const held = meetings.filter((meeting) => meeting.held === 1 && meeting.meetsOn <= on)
  if (held.length === 0) return suspensions
  return suspensions.map((row) => {
    const last = held.filter(({ suspensionId }) => suspensionId === row.id).map(lastDayOut)
    const [end] = last.filter((day) => day !== null).toSorted()
    if (end === undefined || row.kind === 'lunchtime') return row
    const startedOn = isoDate(row.startedOn)
    return { ...row, halfDays: servedHalfDays({ ...row, startedOn }, localMinute(`${end}T23:59`), calendar) }
  })
}
