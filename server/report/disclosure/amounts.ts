import type { Amount, Linear, Settled } from '../shapes.ts'

type By = ReadonlyMap<string, number>

/** An amount of an earlier report that a reader of this one has as well. */
export type EarlierAmount = Settled['amounts'][number] & Pick<Settled, 'on' | 'year'>

/** Why an amount may not be printed, or null: whose it is, apart from the counts that it tells. */
export type AmountRefusal =
  | { readonly why: 'few'; readonly least: number }
  | { readonly why: 'family' }
  | { readonly why: 'changed'; readonly on: Settled['on'] }
  | { readonly why: 'count' }

/** The fewest children an amount is printed for. */
export const leastOf = (amount: Amount, threshold: number): number => Math.max(threshold + 1, amount.atLeast)

/** What a reader learns who sees the amount: its own relations, and that it has the fewest children at least. */
export const toldBy = (amount: Amount, threshold: number): Linear[] => [
  ...amount.tells,
  { terms: amount.children, from: leastOf(amount, threshold), to: null },
]

/**
 * Why the amount may not stand beside those already printed and those of earlier reports of the year, or null. Two
 * amounts of a family can be subtracted, and so can their changes: what is left has to be of nobody or of many.
 */
export function refusalOf(
  amount: Amount,
  printed: readonly Amount[],
  earlier: readonly EarlierAmount[],
  threshold: number,
): AmountRefusal | null {
  const least = leastOf(amount, threshold)
  if (amount.by.size < least) return { why: 'few', least }
  const family = [...printed.filter((other) => other.family === amount.family), amount]
  const sets = family.map(({ by }) => by)
  if (hasSmallCell(sets, threshold)) return { why: 'family' }
  const before = earlier.filter(({ family: other, shown }) => other === amount.family && shown.as === 'exact')
  for (const on of new Set(before.map((other) => other.on))) {
    const changed = family.flatMap(({ id, by }) => {
      const then = before.find((other) => other.on === on && other.id === id)
      return then === undefined ? [] : [changedBetween(new Map(then.by), by)]
    })
    if (hasSmallCell(changed, threshold)) return { why: 'changed', on }
  }
  return null
}

/** True where some children, one to the threshold of them, are in the same sets and in at least one. */
function hasSmallCell(sets: readonly Pick<By, 'keys'>[], threshold: number): boolean {
  // Which sets a child is in, as the sum of a power of two for each.
  const cellOf = new Map<string, number>()
  sets.forEach((set, i) => {
    for (const child of set.keys()) cellOf.set(child, (cellOf.get(child) ?? 0) + 2 ** i)
  })
  const sizes = new Map<number, number>()
  for (const cell of cellOf.values()) sizes.set(cell, (sizes.get(cell) ?? 0) + 1)
  return [...sizes.values()].some((size) => size <= threshold)
}

function changedBetween(before: By, after: By): Set<string> {
  const children = new Set([...before.keys(), ...after.keys()])
  return new Set([...children].filter((child) => (before.get(child) ?? 0) !== (after.get(child) ?? 0)))
}
