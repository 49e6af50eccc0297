import type { LocalMinute } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { BoardMeetingFact, SuspensionFact } from '../facts/child-facts.ts'

/** Half days of the school year that a child was suspended or excluded for up to an instant. */
export function halfDaysServed(
  _rows: readonly SuspensionFact[],
  _calendar: SchoolCalendar,
  _now: LocalMinute,
): number {
  throw new Error('Not written yet')
}

/** Whether the headteacher may cancel now; `why` says why not. */
export function mayCancel(
  _row: Pick<SuspensionFact, 'kind' | 'atOtherSchool' | 'cancelledAt'>,
  _halfDaysInYear: number,
  _boardMeetings: readonly Pick<BoardMeetingFact, 'meetsOn' | 'held'>[],
  _now: LocalMinute,
): { readonly may: boolean; readonly why: string | null } {
  throw new Error('Not written yet')
}
