import { isAscii, isUtf8 } from 'node:buffer'
import { cleanText, lineAt, type Stripped } from './clean-text.ts'
import { fileProblem, isProblem, type ReadProblem } from './read-problem.ts'
import { surveyUtf8 } from './utf-8.ts'
import { firstUndefinedByte, windows1252ToUtf8 } from './windows-1252.ts'

export type Encoding = 'UTF-8' | 'UTF-8 with BOM' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252'

export interface DecodedFile {
  /** The text as UTF-8 without a byte order mark; parsers and hashes read bytes faster than strings. */
  text: Uint8Array
  encoding: Encoding
  /** The first cell with a letter beyond ASCII: a person sees at once whether it was read rightly. */
  firstAccented: string | null
  stripped: Stripped
}

const MOST_STRIPPED = 10_000
/** Files in other encodings are rewritten as UTF-8, which takes up to three times their size in memory. */
const LARGEST_REWRITTEN = 64 * 1024 * 1024

const tooLarge = (encoding: string) =>
  fileProblem('file-too-large', `A file of this size is not read in ${encoding}. ${SAVE_AGAIN}`)

const SAVE_AGAIN = 'Save the file again as “CSV UTF-8”.'

const surrogate = (unit: number, from: number) => unit >= from && unit < from + 0x400

/** UTF-16 text as UTF-8; halves of pairs that stand alone are written out, for `cleanText` to list. */
const utf16ToUtf8 = (bytes: Uint8Array): Uint8Array => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf16le')
  const lone: number[] = []
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (surrogate(unit, 0xd800) && surrogate(text.charCodeAt(at + 1), 0xdc00)) at++
    else if (unit >= 0xd800 && unit <= 0xdfff) lone.push(at)
  }
  if (lone.length === 0) return Buffer.from(text)
  const parts: Uint8Array[] = []
  let from = 0
  for (const at of lone) {
    const unit = text.charCodeAt(at)
    parts.push(
      Buffer.from(text.slice(from, at)),
      Uint8Array.of(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)),
    )
    from = at + 1
  }
  return Buffer.concat([...parts, Buffer.from(text.slice(from))])
}

const fromUtf16 = (bytes: Uint8Array, encoding: 'UTF-16 LE' | 'UTF-16 BE') => {
  if (bytes.length % 2 === 1) {
    return fileProblem('cut-off', `The file ends in the middle of a character. ${SAVE_AGAIN}`)
  }
  if (bytes.length > LARGEST_REWRITTEN) return tooLarge(encoding)
  const units = encoding === 'UTF-16 LE' ? bytes.subarray(2) : Buffer.from(bytes.subarray(2)).swap16()
  return { utf8: utf16ToUtf8(units), encoding }
}

const fromUtf8OrWindows = (bytes: Uint8Array, hasBom: boolean) => {
  const encoding = hasBom ? 'UTF-8 with BOM' : 'UTF-8'
  if (isUtf8(bytes)) return { utf8: bytes, encoding } as const
  if (bytes.length > LARGEST_REWRITTEN) return tooLarge('another encoding than UTF-8')
  const { firstBad, multiByte } = surveyUtf8(bytes)
  if (firstBad < 0) return { utf8: bytes, encoding } as const
  if (hasBom || multiByte > 0) {
    const line = lineAt(bytes, firstBad)
    return fileProblem(
      'mixed-encodings',
      `Line ${line} holds a letter that is not UTF-8, though other letters of the file are: no reading of it is safe. ${SAVE_AGAIN}`,
      line,
    )
  }
  const undefinedAt = firstUndefinedByte(bytes)
  if (undefinedAt >= 0) {
    const line = lineAt(bytes, undefinedAt)
    return fileProblem(
      'undecodable',
      `Line ${line} holds a byte that stands for no letter, neither in UTF-8 nor in Windows-1252. ${SAVE_AGAIN}`,
      line,
    )
  }
  return { utf8: windows1252ToUtf8(bytes), encoding: 'Windows-1252' } as const
}

const byMark = (bytes: Uint8Array) => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return fromUtf16(bytes, 'UTF-16 LE')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return fromUtf16(bytes, 'UTF-16 BE')
  const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return fromUtf8OrWindows(hasBom ? bytes.subarray(3) : bytes, hasBom)
}

const SEPARATORS = new Set([...',;\t"\r\n'].map((char) => char.charCodeAt(0)))
const LONGEST_SAMPLE = 60

const firstAccentedCell = (text: Uint8Array): string | null => {
  if (isAscii(text)) return null
  const at = text.findIndex((byte) => byte >= 0x80)
  let from = at
  let to = at
  while (from > 0 && at - from < LONGEST_SAMPLE && !SEPARATORS.has(text[from - 1]!)) from--
  while (to < text.length && to - at < LONGEST_SAMPLE && !SEPARATORS.has(text[to]!)) to++
  while ((text[from]! & 0xc0) === 0x80) from++
  while (to < text.length && (text[to]! & 0xc0) === 0x80) to++
  return Buffer.from(text.subarray(from, to)).toString().trim()
}

/**
 * The text of a file: UTF-16 by its byte order mark, UTF-8 when the bytes are valid UTF-8, else Windows-1252.
 * A problem with its line when no encoding fits, when two seem mixed, and when there is a NUL.
 */
export function decode(bytes: Uint8Array): DecodedFile | ReadProblem {
  const decoded = byMark(bytes)
  if (isProblem(decoded)) return decoded
  const nul = decoded.utf8.indexOf(0)
  if (nul >= 0) {
    const line = lineAt(decoded.utf8, nul)
    return fileProblem(
      'nul',
      `Line ${line} holds a NUL character, so this is no ordinary text file, or a damaged one. ${SAVE_AGAIN}`,
      line,
    )
  }
  const { text, stripped } = cleanText(decoded.utf8, MOST_STRIPPED)
  if (stripped.count > MOST_STRIPPED) {
    return fileProblem(
      'no-text',
      `The file holds more than ${MOST_STRIPPED.toLocaleString('en-GB')} control characters, so it is no list. Export it again.`,
    )
  }
  return { text, encoding: decoded.encoding, firstAccented: firstAccentedCell(text), stripped }
}
