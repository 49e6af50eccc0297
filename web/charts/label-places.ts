/** Something drawn in a lane, and the words that should stand beside it. Pixels. */
export interface Labelled {
  x: number
  width: number
  words: string
}

export interface LabelPlace {
  x: number
  anchor: 'start' | 'end'
}

/** Mean width of a letter of 13 px; a little generous, so that labels never touch. */
const LETTER = 6.9
const GAP = 6

/**
 * For each thing the side with room for its words: right first, then left, clear of every other thing, of the
 * labels placed before and of the upright line at `line`. Null where there is no room; the table has the words.
 */
export function labelPlaces(
  things: readonly Labelled[],
  width: number,
  line: number | null = null,
): (LabelPlace | null)[] {
  const taken: [number, number][] = things.map((thing) => [thing.x, thing.x + thing.width])
  if (line !== null) taken.push([line, line])
  const isFree = (from: number, to: number) =>
    from >= 0 && to <= width && taken.every(([start, end]) => to < start || from > end)
  return things.map((thing) => {
    const length = thing.words.length * LETTER
    const right = thing.x + thing.width + GAP
    const left = thing.x - GAP
    const side = isFree(right, right + length) ? 'start' : isFree(left - length, left) ? 'end' : null
    if (side === null) return null
    taken.push(side === 'start' ? [right, right + length] : [left - length, left])
    return { x: side === 'start' ? right : left, anchor: side }
  })
}

/** Rows for spans that overlap: each span gets the first row that is free from its start on. */
export function rowsOf(spans: readonly { x: number; width: number }[]): number[] {
  const ends: number[] = []
  return spans.map(({ x, width }) => {
    const free = ends.findIndex((end) => end <= x)
    const row = free < 0 ? ends.length : free
    ends[row] = x + width
    return row
  })
}
