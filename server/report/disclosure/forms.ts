import type { Figure, Shown } from '../shapes.ts'

/**
 * The ways in which a count can be printed, from the most to the least exact. The first follows from the count alone:
 * `kept` says 0 to the threshold, or the number; `said` says 0, or 1 to one above the threshold, or the number.
 * The others are bands of one fixed grid, then of one twice as wide, then nothing.
 */
export function formsOf(value: number, zero: Figure['zero'], threshold: number): Shown[] {
  const range = (from: number, to: number): Shown => ({ as: 'range', from, to })
  const band = (width: number) => {
    const from = value - (value % width)
    return range(from, from + width - 1)
  }
  const first: Shown =
    zero === 'kept' && value <= threshold
      ? range(0, threshold)
      : zero === 'said' && value >= 1 && value <= threshold + 1
        ? range(1, threshold + 1)
        : { as: 'exact', value }
  const bands = [band(threshold + 1), band(2 * (threshold + 1))]
  return [first, ...bands.filter((form) => !isSame(form, first)), { as: 'hidden' }]
}

const isSame = (a: Shown, b: Shown): boolean =>
  a.as === 'range' && b.as === 'range' && a.from === b.from && a.to === b.to
