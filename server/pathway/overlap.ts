import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { SuspensionFact, SuspensionFacts } from '../facts/child-facts.ts'
import { coveredHalfDays, type SuspensionRow } from '../law/suspension-days.ts'
import { rowsHere } from './proposal.ts'
import { place } from './weighed.ts'

/**
 * A suspension of this school, of those that the facts hold, in which half days of another lie already: they would
 * count twice. Lunchtimes and permanent exclusions count otherwise, and one from the same half day is the same one.
 */
export function overlapOf(
  row: SuspensionRow,
  suspension: SuspensionFacts | null,
  calendar: SchoolCalendar,
): SuspensionFact | undefined {
  if (row.kind !== 'suspension') return undefined
  const wanted = new Set(coveredHalfDays(row, calendar)?.map(place))
  const isSame = ({ startedOn, startSession, cancelledAt }: SuspensionFact) =>
    startedOn === row.startedOn && startSession === row.startSession && cancelledAt === null
  return rowsHere(suspension).find(
    (other) =>
      other.kind === 'suspension' &&
      !isSame(other) &&
      (coveredHalfDays(other, calendar) ?? []).some((half) => wanted.has(place(half))),
  )
}
