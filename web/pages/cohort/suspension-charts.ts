import type { Cohort } from '../../api.ts'
import type { SuspensionDaysChild } from '../../charts/suspension-days-series.ts'
import { termLevel } from '../../charts/suspension-level.ts'
import { count, countInWords, halfDays, halfDaysInWords, inWords, sentence } from '../../format.ts'
import type { CohortRow } from './cohort-row.ts'

/** The children suspended in the current term with what each suspension added to it. */
export const suspendedThisTerm = (rows: readonly CohortRow[]): SuspensionDaysChild[] =>
  rows.flatMap(({ id, name, suspension }) =>
    suspension && suspension.termHalfDays > 0 ? [{ id, name, halfDays: suspension.termParts }] : [],
  )

/** The term of the totals, such as `Spring 2026`; null in no term, or where nothing is known. */
export const suspensionTerm = (rows: readonly CohortRow[]): string | null =>
  rows.find(({ suspension }) => suspension !== null)?.suspension?.term ?? null

/** Nobody ever told us of suspensions at this school. */
export const suspensionsUnknown = (rows: readonly CohortRow[]): boolean =>
  rows.every(({ suspension }) => suspension === null)

/** The finding of the chart of days against 5 and 15. */
export function suspensionHeading(rows: readonly CohortRow[]): string {
  if (suspensionsUnknown(rows)) return 'Suspensions are not known yet'
  if (suspensionTerm(rows) === null) return 'No term is known for this day'
  const levels = rows.map(({ suspension }) => termLevel(suspension?.termHalfDays ?? 0))
  const past15 = levels.filter((level) => level === 'past-last').length
  const past5 = levels.filter((level) => level === 'past-first').length
  const are = (many: number) => (many === 1 ? 'is' : 'are')
  if (past15 > 0)
    return (
      `${sentence(countInWords(past15, 'child', 'children'))} ${are(past15)} past 15 days of suspension this term` +
      (past5 > 0 ? `; ${inWords(past5)} more ${are(past5)} past 5` : '')
    )
  if (past5 > 0)
    return `${sentence(countInWords(past5, 'child', 'children'))} ${are(past5)} past 5 days of suspension this term`
  const suspended = suspendedThisTerm(rows).length
  return suspended === 0
    ? 'No child has been suspended this term'
    : 'Nobody is past 5 days of suspension this term'
}

/** Children whose exclusion of this year is permanent: it adds no days. */
export function permanentNote(rows: readonly CohortRow[]): string {
  const many = rows.filter(({ suspension }) => suspension?.permanent).length
  const add = many === 1 ? 'adds' : 'add'
  return many === 0 ? '' : ` ${sentence(countInWords(many, 'permanent exclusion'))} this year ${add} no days.`
}

/** The finding of the chart by month. */
export function monthsHeading({ suspensionByMonth, rows }: Cohort): string {
  if (suspensionsUnknown(rows)) return 'Suspensions are not known yet'
  const sum = (key: 'first' | 'repeated') => suspensionByMonth.reduce((all, one) => all + one[key], 0)
  const [all, repeated] = [sum('first') + sum('repeated'), sum('repeated')]
  if (all === 0) return 'No day of suspension this year'
  if (repeated === 0) return `${sentence(halfDaysInWords(all))} of suspension this year, no repeats`
  return `${halfDays(repeated)} of ${count(all / 2, 'day')} of suspension were repeats`
}
