import { sequenceLength } from './utf-8.ts'

/** Characters taken out of a file, with the places of the first ones. */
export interface Stripped {
  count: number
  first: { line: number; character: string }[]
}

const LISTED = 100

const isStrayCodePoint = (point: number): boolean =>
  (point < 0x20 && point !== 0x09 && point !== 0x0a && point !== 0x0d) ||
  (point >= 0x7f && point < 0xa0) ||
  // Every character of the Unicode property Bidi_Control (UAX #9), which can turn text round on screen.
  point === 0x061c ||
  point === 0x200e ||
  point === 0x200f ||
  (point >= 0x202a && point <= 0x202e) ||
  (point >= 0x2066 && point <= 0x2069) ||
  (point >= 0xd800 && point <= 0xdfff) ||
  point === 0xfeff

const codePointAt = (bytes: Uint8Array, at: number, length: number): number => {
  if (length === 1) return bytes[at]!
  let point = bytes[at]! & (length === 2 ? 0x1f : length === 3 ? 0x0f : 0x07)
  for (let i = 1; i < length; i++) point = (point << 6) | (bytes[at + i]! & 0x3f)
  return point
}

/** Length of the stray character at a place; 0 when the character there may stay. */
const strayLength = (bytes: Uint8Array, at: number): number => {
  const byte = bytes[at]!
  if (byte >= 0x20 && byte < 0x7f) return 0
  const length = Math.abs(sequenceLength(bytes, at))
  return isStrayCodePoint(codePointAt(bytes, at, length)) ? length : 0
}

const firstStray = (bytes: Uint8Array): number => {
  const { length } = bytes
  for (let at = 0; at < length; at++) {
    const byte = bytes[at]!
    if (byte >= 0x20 && byte < 0x7f) continue
    if (byte === 0x0a || byte === 0x0d || byte === 0x09) continue
    if (byte >= 0x80 && byte < 0xc0) continue
    if (strayLength(bytes, at) > 0) return at
  }
  return -1
}

const nameOf = (point: number): string => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`

/** The line, counted from 1, that holds a place. CR, LF and CRLF each end a line. */
export function lineAt(bytes: Uint8Array, place: number): number {
  let line = 1
  for (let at = 0; at < place; at++) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) line++
  }
  return line
}

/**
 * UTF-8 text without control characters (tabs and line ends stay), bidirectional controls, lone surrogates
 * and byte order marks in mid-text. A clean text comes back as it is, not copied. Ends early when more than
 * `most` characters are stray: what comes back is then not the whole text.
 */
export function cleanText(bytes: Uint8Array, most: number): { text: Uint8Array; stripped: Stripped } {
  const stripped: Stripped = { count: 0, first: [] }
  const from = firstStray(bytes)
  if (from < 0) return { text: bytes, stripped }
  const out = new Uint8Array(bytes.length)
  out.set(bytes.subarray(0, from))
  let kept = from
  let line = lineAt(bytes, from)
  for (let at = from; at < bytes.length;) {
    const stray = strayLength(bytes, at)
    if (stray === 0) {
      if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) line++
      out[kept++] = bytes[at++]!
      continue
    }
    if (stripped.first.length < LISTED) {
      stripped.first.push({ line, character: nameOf(codePointAt(bytes, at, stray)) })
    }
    if (++stripped.count > most) break
    at += stray
  }
  return { text: out.subarray(0, kept), stripped }
}
