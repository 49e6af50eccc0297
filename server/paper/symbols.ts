import type { Cell, Unit } from '../report/shapes.ts'

/** The symbols of official statistics that stand where a number does not. */
export const symbols = {
  c: 'Confidential: not printed, or printed only as lying between two numbers, so that a small number cannot be worked out',
  x: 'Not available: the number could not be worked out',
  z: 'Not applicable: no number belongs here',
} as const

/** A cell as data: half days as school days; `from` and `to` where it lies between two numbers. */
export interface CellData {
  readonly value: number | string | null
  readonly from: number | null
  readonly to: number | null
  readonly symbol: keyof typeof symbols | null
}

const none = { value: null, from: null, to: null, symbol: null }

const asShown = (value: number, unit: Unit): number => (unit === 'half-days' ? value / 2 : value)

/** What a cell holds, with the symbol for what it does not. */
export function cellData(cell: Cell): CellData {
  if ('text' in cell)
    return cell.text.trim() === '' ? { ...none, symbol: 'z' } : { ...none, value: cell.text }
  const { shown, unit } = cell
  if (shown.as === 'exact') return { ...none, value: asShown(shown.value, unit) }
  if (shown.as === 'hidden') return { ...none, symbol: 'c' }
  if (shown.as === 'unknown') return { ...none, symbol: 'x' }
  return {
    value: null,
    from: asShown(shown.from, unit),
    to: shown.to === null ? null : asShown(shown.to, unit),
    symbol: 'c',
  }
}
