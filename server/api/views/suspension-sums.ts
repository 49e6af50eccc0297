import type { AcademicYear } from '../../calendar/academic-year.ts'
import { academicYearOf } from '../../calendar/academic-year.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import { isUndone } from '../../engine/suspension-duty.ts'
import type { SuspensionFact, SuspensionFacts } from '../../facts/child-facts.ts'
import { nextTermThreshold, yearHalfDaysLeft, yearLevel } from '../../law/suspension.ts'

/** One child's suspensions against the lines that change somebody's duty; all lengths in half days. */
export interface SuspensionSums {
  term: string | null
  termHalfDays: number
  /** What each suspension adds to the term, in order. */
  termParts: readonly number[]
  yearHalfDays: number
  /** Rows that began in the academic year, permanent exclusions among them; not what was cancelled before it began. */
  inYear: number
  /** A permanent exclusion stands. */
  permanent: boolean
  /** The next term total that changes the board's duty, in school days, and the half days left up to it. */
  next: { schoolDays: number; halfDaysLeft: number } | null
  yearHalfDaysLeft: number
  yearLevel: 'none' | 'amber' | 'red' | 'block'
}

/** A permanent exclusion that was neither cancelled nor ended by the governing board: it has no number of half days. */
const standsForGood = ({ kind, halfDays }: SuspensionFact): boolean =>
  kind === 'permanent' && halfDays === null

/** Totals that nobody types; null when nobody ever told us of suspensions at this school. */
export function suspensionSums(
  facts: SuspensionFacts | null,
  { on, year }: { on: IsoDate; year: AcademicYear },
): SuspensionSums | null {
  if (facts === null) return null
  const ofYear = facts.rows.filter((row) => academicYearOf(row.startedOn) === year && !isUndone(row))
  return {
    term: facts.currentTerm,
    termHalfDays: facts.inCurrentTerm,
    termParts: facts.rows
      .map(({ byTerm }) => byTerm[facts.currentTerm ?? ''] ?? 0)
      .filter((halfDays) => halfDays > 0),
    yearHalfDays: facts.inCurrentYear,
    inYear: ofYear.length,
    permanent: ofYear.some(standsForGood),
    next: nextTermThreshold(facts.inCurrentTerm, on),
    yearHalfDaysLeft: yearHalfDaysLeft(facts.inCurrentYear, on),
    yearLevel: yearLevel(facts.inCurrentYear, { on }),
  }
}
