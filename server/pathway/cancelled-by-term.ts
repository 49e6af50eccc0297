import { academicYearOf, type AcademicYear } from '../calendar/academic-year.ts'
import { dayOf, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'
import type { SuspensionsPage } from './shapes-after.ts'

type Terms = SuspensionsPage['terms']

/** The term of a day; a day between two terms is of the next. */
export const termNameOf = (terms: Terms, day: IsoDate): string | null =>
  terms.find(({ lastDay }) => day <= lastDay)?.name ?? null

/**
 * How many suspensions and exclusions this school cancelled in each term of the year that has begun, whenever they
 * were to begin: the headteacher tells the governing board the number once a term (`exclusions-2023`). `times` are
 * those of the cancellings.
 */
export function cancelledByTerm(
  times: readonly LocalMinute[],
  terms: Terms,
  { on, year }: { readonly on: IsoDate; readonly year: AcademicYear },
): SuspensionsPage['cancelled'] {
  const of = new Map(terms.filter(({ firstDay }) => firstDay <= on).map(({ name }) => [name, 0]))
  for (const time of times) {
    const day = dayOf(time)
    if (academicYearOf(day) !== year || day > on) continue
    const term = termNameOf(terms, day) ?? terms.at(-1)?.name
    if (term !== undefined) of.set(term, (of.get(term) ?? 0) + 1)
  }
  return [...of].map(([term, count]) => ({ term, count }))
}
