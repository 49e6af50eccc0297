/** What is wrong with one cell, one row or a whole file, in words that say how to mend it. */
export interface ReadProblem {
  /** Line of the file, counted from 1; null when the whole file is meant. */
  line: number | null
  /** The column's name as the file has it; null when a whole row or file is meant. */
  column: string | null
  /** What stands there, made visible and cut to 40 characters. */
  value: string
  /** Stable name of the kind of problem, such as `impossible-day`. */
  code: string
  /** A plain sentence: what is wrong, and how to mend it. */
  message: string
}

/** A problem and the file it was found in. */
export interface FileProblem extends ReadProblem {
  file: string
}

/** Why a cell cannot be read. */
export class Refusal {
  readonly code: string
  readonly message: string

  constructor(code: string, message: string) {
    this.code = code
    this.message = message
  }
}

const LONGEST_VALUE = 40
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

const escaped = (char: string): string =>
  INVISIBLE.test(char) ? `\\u{${char.codePointAt(0)!.toString(16).toUpperCase()}}` : char

/** The text with invisible characters written out; over 40 characters it is cut and ends in `…`. */
export function shownValue(text: string): string {
  const shown = Array.from(text.slice(0, LONGEST_VALUE * 2), escaped).join('')
  const chars = Array.from(shown)
  return chars.length <= LONGEST_VALUE && text.length <= LONGEST_VALUE * 2
    ? shown
    : `${chars.slice(0, LONGEST_VALUE - 1).join('')}…`
}

/** A problem of a whole file, or of one line of it. */
export function fileProblem(code: string, message: string, line: number | null = null): ReadProblem {
  return { line, column: null, value: '', code, message }
}

/** True when the answer of a reading step is a problem instead of what was asked for. */
export function isProblem(answer: object): answer is ReadProblem {
  return 'code' in answer && 'message' in answer && 'line' in answer
}
