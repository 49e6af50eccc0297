import { dayOf, isoDate, type LocalMinute } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { sharesDays, type SuspensionRow } from './suspension-days.ts'

/** A decision not to suspend, with what was thought of as it is stored; each of that may never have been said. */
export interface NotSuspended {
  readonly decidedAt: LocalMinute
  readonly kind: SuspensionRow['kind'] | null
  readonly startedOn: string | null
  readonly startSession: SuspensionRow['startSession']
  readonly halfDays: number | null
}

/** A suspension of this school that did not come of what was considered here. */
export type SuspendedApart = SuspensionRow & { readonly decidedAt: LocalMinute | null }

/**
 * Whether a child was suspended all the same: from the day on which it was decided not to, or later on days that were
 * thought of, by a decision that is not later than that one. Such a decision kept nobody in school.
 */
export function isSuspendedAllTheSame(
  { decidedAt, kind, startedOn, startSession, halfDays }: NotSuspended,
  row: SuspendedApart,
  calendar: SchoolCalendar,
): boolean {
  if (row.decidedAt !== null && row.decidedAt > decidedAt) return false
  if (row.startedOn <= dayOf(decidedAt)) return row.startedOn === dayOf(decidedAt)
  if (kind === null || startedOn === null) return false
  return sharesDays({ kind, startedOn: isoDate(startedOn), startSession, halfDays }, row, calendar)
}

/** A suspension as the facts of a child have it. */
type Known = SuspendedApart & { readonly considered: boolean; readonly atOtherSchool: boolean }

/** Whether a decision not to suspend kept the child in school, by all suspensions that are known. */
export const hasKeptInSchool = (
  decision: NotSuspended,
  rows: readonly Known[],
  calendar: SchoolCalendar,
): boolean =>
  !rows.some(
    (row) =>
      !row.considered &&
      !row.atOtherSchool &&
      row.halfDays !== 0 &&
      isSuspendedAllTheSame(decision, row, calendar),
  )
