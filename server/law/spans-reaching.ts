/** A run of consecutive values, by the places of its first and last, and its sum. */
export interface ReachedSpan {
  readonly first: number
  readonly last: number
  readonly sum: number
}

/**
 * Each time that the sum of at most `length` consecutive values reaches the threshold; every span begins
 * after the one before, so that nothing is counted twice. `running` is the sum at the end since the last one.
 */
export function spansReaching(
  values: readonly number[],
  length: number,
  threshold: number,
): { readonly spans: readonly ReachedSpan[]; readonly running: number } {
  const spans: ReachedSpan[] = []
  let start = 0
  let sum = 0
  for (const [last, value] of values.entries()) {
    const dropped = last - length
    sum += value - (dropped >= start ? (values[dropped] ?? 0) : 0)
    if (sum < threshold) continue
    spans.push({ first: Math.max(start, dropped + 1), last, sum })
    start = last + 1
    sum = 0
  }
  return { spans, running: sum }
}
