import { numberWithSign, plainNumber } from '../report/charts/unit-words.ts'
import type { Cell, Shown, Unit } from '../report/shapes.ts'

/** What stands for a number that is hidden: the symbol that official statistics use. */
export const HIDDEN = 'c'

/** What stands for a number that nobody knows, on paper. */
export const NOT_KNOWN = 'Not known'

const percentSign = '\u00A0%'

/**
 * What a reader is shown of a number: "18", "6 to 11", "12 or more", "c", "Not known"; half days as school days.
 * `between` stands between two numbers.
 */
export function shownInWords(shown: Shown, unit: Unit, between = ' to '): string {
  if (shown.as === 'hidden') return HIDDEN
  if (shown.as === 'unknown') return NOT_KNOWN
  if (shown.as === 'exact') return numberWithSign(shown.value, unit)
  const { from, to } = shown
  if (to === null) return `${numberWithSign(from, unit)} or more`
  return `${plainNumber(from, unit)}${between}${plainNumber(to, unit)}${unit === 'percent' ? percentSign : ''}`
}

/** A cell as a reader sees it. */
export const cellInWords = (cell: Cell, between?: string): string =>
  'text' in cell ? cell.text : shownInWords(cell.shown, cell.unit, between)
