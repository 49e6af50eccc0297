import { isoDate, localMinute, type LocalMinute } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { sharesDays, type SuspensionRow as CountedRow } from '../law/suspension-days.ts'
import type { ConsiderationRow, SuspensionRow } from './child-rows.ts'

/** A decision that was made here on days of a suspension, and whose own record was taken out as wrong since. */
export interface TakenOut {
  readonly considerationId: string
  readonly decidedAt: LocalMinute
  readonly withoutContact: string | null
  readonly readBy: string | null
}

/**
 * The first decision here on days that a suspension shares, which was taken out as wrong and made anew: whoever was
 * asked between the two was not asked before it. Null for what was decided before that, and at another school.
 */
export function takenOutOf(
  row: CountedRow & Pick<SuspensionRow, 'considerationId' | 'decidedAt' | 'atOtherSchool'>,
  {
    suspensions,
    considerations,
  }: { suspensions: readonly SuspensionRow[]; considerations: readonly ConsiderationRow[] },
  calendar: SchoolCalendar,
): TakenOut | null {
  if (row.atOtherSchool === 1) return null
  const standing = new Set(suspensions.map(({ considerationId }) => considerationId))
  const decidedAt = row.decidedAt ?? `${row.startedOn}T23:59`
  const found = considerations
    .flatMap((each) => {
      const { id, state, kind, startedOn, startSession, halfDays } = each
      if (state !== 'suspended' || standing.has(id) || each.decidedAt === null) return []
      if (kind === null || startedOn === null || each.decidedAt > decidedAt) return []
      const first = { kind, startedOn: isoDate(startedOn), startSession, halfDays }
      return sharesDays(first, row, calendar) ? [{ ...each, decidedAt: localMinute(each.decidedAt) }] : []
    })
    .toSorted((a, b) => (a.decidedAt < b.decidedAt ? -1 : 1))[0]
  if (found === undefined) return null
  const { id, withoutContact, readBy } = found
  return { considerationId: id, decidedAt: found.decidedAt, withoutContact, readBy }
}
