import type { Controlled } from '../shapes.ts'
import { numberWords } from './numbers.ts'

/** What stands for a number that is not printed; null where every number is. */
export function hiddenNoteOf({ threshold, isSmall, shown }: Controlled): string | null {
  const last = numberWords(threshold)
  if (isSmall) return `No number of children is printed where they are ${last} or fewer, or none.`
  const forms = new Set([...shown.values()].map(({ as }) => as))
  const notes = [
    forms.has('hidden') ? '“c” stands for a number that is not printed.' : null,
    forms.has('range')
      ? `Two numbers, such as “0–${threshold}”, mean that the true one is one of them or lies between.`
      : null,
  ].filter((note) => note !== null)
  const why = `So no number from one to ${last} can be worked out, and no child.`
  return notes.length === 0 ? null : [...notes, why].join(' ')
}
