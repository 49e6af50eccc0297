import type { ContactTable } from '../../db/tables/contact.ts'
import type { SuspensionTable } from '../../db/tables/suspension.ts'
import { academicYearOf } from '../calendar/academic-year.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { SuspensionFacts } from '../facts/child-facts.ts'
import { coveredHalfDays } from '../law/suspension-days.ts'
import type { Proposal } from './shapes.ts'

type Held = Pick<
  SuspensionTable,
  | 'id'
  | 'kind'
  | 'startedOn'
  | 'startSession'
  | 'decidedAt'
  | 'considerationId'
  | 'atOtherSchool'
  | 'cancelledAt'
>

type First = Pick<Proposal, 'kind' | 'startSession'> & { readonly startedOn: string | null }

/** A suspension that begins with the same half day: unless it was cancelled, no second one can be kept beside it. */
export const sameStart =
  ({ kind, startedOn, startSession }: First) =>
  (held: Held): boolean =>
    held.kind === kind &&
    held.startedOn === startedOn &&
    held.startSession === (kind === 'lunchtime' ? null : startSession)

/** Whether a file brought it in before anybody decided here: the decision joins it. */
export const isUndecided = ({ considerationId, decidedAt, atOtherSchool, cancelledAt }: Held): boolean =>
  considerationId === null && decidedAt === null && atOtherSchool === 0 && cancelledAt === null

/** Whether a contact is asking about what is considered: recorded with it, or before about the row that it would join. */
export const isAskingFor =
  (considerationId: string, joinedId: string | undefined) =>
  (contact: Pick<ContactTable, 'considerationId' | 'suspensionId' | 'purpose'>): boolean =>
    contact.considerationId === considerationId ||
    (contact.considerationId === null &&
      contact.suspensionId !== null &&
      contact.suspensionId === joinedId &&
      contact.purpose === 'before-suspension')

/** The facts without the row that a proposal would join: it is the same suspension, and is not counted twice. */
export function withoutJoined(
  facts: SuspensionFacts | null,
  proposal: First,
  stored: readonly Held[],
  calendar: SchoolCalendar,
): SuspensionFacts | null {
  const joined = stored.find((held) => sameStart(proposal)(held) && isUndecided(held))
  return withoutRow(facts, joined?.id, calendar)
}

/** The facts without one row, as if it had never been. */
export function withoutRow(
  facts: SuspensionFacts | null,
  rowId: string | undefined,
  calendar: SchoolCalendar,
): SuspensionFacts | null {
  const row = facts?.rows.find(({ id }) => id === rowId)
  if (!facts || !row) return facts
  const less = (totals: Readonly<Record<string, number>>, of: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(totals).map(([name, sum]) => [name, sum - (of[name] ?? 0)]))
  const covered = row.kind === 'permanent' ? [] : coveredHalfDays(row, calendar)
  const days = covered?.map(({ on }) => on) ?? Array.from({ length: row.halfDays ?? 0 }, () => row.startedOn)
  const ofYears: Record<string, number> = {}
  for (const day of days) ofYears[academicYearOf(day)] = (ofYears[academicYearOf(day)] ?? 0) + 1
  return {
    ...facts,
    rows: facts.rows.filter(({ id }) => id !== row.id),
    byTerm: less(facts.byTerm, row.byTerm),
    byYear: less(facts.byYear, ofYears),
  }
}
