import type { Controlled, ReportSection } from '../shapes.ts'
import { numberWords } from './numbers.ts'

/** What stands in the tables for a number that is not printed; null where every number is. */
export function hiddenNoteOf(
  { threshold, isSmall }: Pick<Controlled, 'threshold' | 'isSmall'>,
  sections: readonly Pick<ReportSection, 'tables'>[],
): string | null {
  const last = numberWords(threshold)
  if (isSmall) return `No number of children is printed where they are ${last} or fewer, or none.`
  const cells = sections.flatMap(({ tables }) =>
    tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells)),
  )
  const forms = new Set(cells.flatMap((cell) => ('shown' in cell ? cell.shown.as : [])))
  const notes = [
    forms.has('hidden') ? '“c” stands for a number that is not printed.' : null,
    forms.has('range')
      ? `Two numbers, such as “0–${threshold}”, mean that the true one is one of them or lies between.`
      : null,
  ].filter((note) => note !== null)
  const why = `Numbers are printed so that a number from one to ${last} does not follow from this report and those before it; whoever knows more may still guess.`
  return notes.length === 0 ? null : [...notes, why].join(' ')
}
