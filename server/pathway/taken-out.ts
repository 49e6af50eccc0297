import type { SuspensionTable } from '../../db/tables/suspension.ts'
import { dayOf, isoDate, localMinute, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { minuteWords } from '../engine/words.ts'
import { sharesDays } from '../law/suspension-days.ts'
import type { FieldProblem } from '../records/kind.ts'
import type { Decided } from './corrected.ts'

type Out = Decided & Pick<SuspensionTable, 'considerationId' | 'cancelledAt' | 'removedAt'>

const dayIn = (minute: string | null): IsoDate | null => (minute === null ? null : dayOf(localMinute(minute)))

/**
 * Whether a new record of a suspension is one again that was decided here and taken out as wrong: it shares days with
 * it, or is of the kind and the day of that decision. Whom the school asked before it, and told, belongs to it still.
 */
export function isAgain(after: Decided, row: Out, calendar: SchoolCalendar): boolean {
  const isOurs =
    row.considerationId !== null &&
    row.atOtherSchool === 0 &&
    row.cancelledAt === null &&
    row.removedAt !== null
  if (!isOurs || after.atOtherSchool === 1) return false
  const decidedOn = dayIn(after.decidedAt)
  if (after.kind === row.kind && decidedOn !== null && decidedOn === dayIn(row.decidedAt)) return true
  const placed = (of: Decided) => ({ ...of, startedOn: isoDate(of.startedOn) })
  return sharesDays(placed(after), placed(row), calendar)
}

/** What speaks against putting it back otherwise than it was decided, with which one it is. */
export function ofTakenOut(
  row: Pick<SuspensionTable, 'removedAt' | 'decidedAt'> | null,
  problems: readonly FieldProblem[],
  on: IsoDate,
): readonly FieldProblem[] {
  if (row === null || row.removedAt === null) return problems
  const when = row.decidedAt === null ? '' : ` on ${minuteWords(localMinute(row.decidedAt), on)}`
  return problems.map(({ field, message }) => ({
    field,
    message: `${message} It is the one that was decided here${when} and taken out as wrong.`,
  }))
}
