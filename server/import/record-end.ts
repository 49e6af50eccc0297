const LF = 0x0a
const CR = 0x0d
const QUOTE = 0x22

export interface RecordsEnd {
  /** Place after the last whole record; null when the record at the start is longer than allowed, or open at the end. */
  at: number | null
  /** Place of the quotation mark that is still open there. */
  opened: number | null
  /** Whether a line ends inside quotation marks. */
  linesInQuotes: boolean
}

const afterLineEnd = (text: Uint8Array, at: number): number =>
  text[at] === CR && text[at + 1] === LF ? at + 2 : at + 1

const isLineEnd = (byte: number | undefined): boolean => byte === LF || byte === CR

/** The end without quotation marks to heed: the last line end before `to`, else the first after it. */
const plainEnd = (text: Uint8Array, from: number, to: number, longest: number): number | null => {
  if (to >= text.length) return text.length
  for (let at = to - 1; at >= from; at--) {
    if (isLineEnd(text[at])) return afterLineEnd(text, at)
  }
  for (let at = to; at < text.length; at++) {
    if (at - from > longest) return null
    if (isLineEnd(text[at])) return afterLineEnd(text, at)
  }
  return text.length - from > longest ? null : text.length
}

/**
 * Where the text can be cut so that only whole records lie between: at or after `from + wanted`, near it. A
 * line end in quotation marks ends no record. `longest` is the most bytes of one record.
 */
export function recordsEnd(text: Uint8Array, from: number, wanted: number, longest: number): RecordsEnd {
  const to = from + wanted
  if (!text.subarray(from, to).includes(QUOTE)) {
    const at = plainEnd(text, from, to, longest)
    if (at === null || !text.subarray(to, at).includes(QUOTE))
      return { at, opened: null, linesInQuotes: false }
  }
  let opened: number | null = null
  let linesInQuotes = false
  let safe = from
  for (let at = from; at < text.length; at++) {
    const byte = text[at]
    if (byte === QUOTE) opened = opened === null ? at : null
    else if (isLineEnd(byte)) {
      if (opened !== null) linesInQuotes = true
      else {
        safe = afterLineEnd(text, at)
        if (safe >= to) return { at: safe, opened: null, linesInQuotes }
        at = safe - 1
      }
    }
    if (at - safe > longest) return { at: null, opened, linesInQuotes }
  }
  return opened === null ? { at: text.length, opened, linesInQuotes } : { at: null, opened, linesInQuotes }
}

/** Records from a place to the end, blank lines included; counting stops one past `most`. */
export function countRecords(text: Uint8Array, from: number, most: number): number {
  let count = 0
  let inQuotes = false
  let end = from
  for (let at = from; at < text.length; at++) {
    const byte = text[at]!
    if (byte > QUOTE) continue
    if (byte === QUOTE) inQuotes = !inQuotes
    else if (!inQuotes && isLineEnd(byte)) {
      if (++count > most) return count
      if (byte === CR && text[at + 1] === LF) at++
      end = at + 1
    }
  }
  return end < text.length ? count + 1 : count
}
