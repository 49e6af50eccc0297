import { academicYearOf, placeOf, sessionAt, type AcademicYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import { codeOn, NO_MARK, packMark, unpackMark } from '../law/register-codes.ts'
import { trimmed } from './column.ts'
import { Refusal } from './read-problem.ts'
import type { RowPlace } from './source.ts'

/** The file says nothing of this session. */
export const NOT_TOLD = 0
/** The file says that there is no mark. */
export const TOLD_NO_MARK = NO_MARK.charCodeAt(0)

/**
 * What the files of a run tell of one child's register of one academic year. `marks` has a byte for each of
 * the 530 sessions: `NOT_TOLD`, `TOLD_NO_MARK`, or the character that stands for the code in a stored register.
 */
export interface ChildRegister extends RowPlace {
  upn: string
  year: AcademicYear
  marks: Uint8Array
}

/** A register while it is read: `lines` has the line that told each mark, 0 for none. */
export interface OpenRegister extends ChildRegister {
  lines: Uint32Array
}

/** Sessions of an attendance year: 53 weeks of ten. */
const PLACES = 530

/** The registers that one file tells of one child, one for each academic year. */
export class ChildBook {
  readonly upn: string
  readonly file: string
  private readonly years = new Map<AcademicYear, OpenRegister>()
  private latest: OpenRegister | null = null

  constructor(upn: string, file: string) {
    this.upn = upn
    this.file = file
  }

  register(year: AcademicYear, line: number): OpenRegister {
    if (this.latest?.year === year) return this.latest
    const found = this.years.get(year)
    this.latest = found ?? {
      file: this.file,
      line,
      upn: this.upn,
      year,
      marks: new Uint8Array(PLACES),
      lines: new Uint32Array(PLACES),
    }
    if (found === undefined) this.years.set(year, this.latest)
    return this.latest
  }

  registers(): OpenRegister[] {
    return [...this.years.values()]
  }
}

/** One day of a register, and what its marks stand for by their text. */
export interface MarkDay {
  on: IsoDate
  year: AcademicYear
  /** Place of the morning session; null at a weekend. */
  morning: number | null
  /** Text of a mark → its byte in a register, for texts that were met and are codes of the day. */
  bytes: Map<string, number>
}

export function markDay(on: IsoDate): MarkDay {
  const year = academicYearOf(on)
  return { on, year, morning: placeOf(year, on, 'AM'), bytes: new Map() }
}

/** The byte of a mark on a day: `TOLD_NO_MARK` for blank and `-`. Capitals and spaces do not matter. */
export function markByte(day: MarkDay, text: string): number | Refusal {
  const code = trimmed(text).toUpperCase()
  const packed = packMark(code)
  if (packed === null) {
    return new Refusal(
      'unknown-code',
      'This is not a code of the register. Give the code that the school’s system shows.',
    )
  }
  if (packed === NO_MARK) return TOLD_NO_MARK
  if (codeOn(day.on, code) === null) {
    return new Refusal(
      'code-not-in-use',
      `${code} is not a code of the register on ${day.on}. Give the code that held on that day.`,
    )
  }
  if (day.morning === null) {
    return new Refusal(
      'weekend',
      `${day.on} is a Saturday or Sunday, on which there is no session. Correct the day, or take the mark out.`,
    )
  }
  return packed.charCodeAt(0)
}

/** The same, remembered by day and text; 0 when it is refused. */
export function knownByte(day: MarkDay, text: string): number {
  const known = day.bytes.get(text)
  if (known !== undefined) return known
  const byte = markByte(day, text)
  if (byte instanceof Refusal) return 0
  day.bytes.set(text, byte)
  return byte
}

/** What registers tell in all. */
export interface MarkSummary {
  children: number
  /** Real codes, most frequent first. */
  byCode: { code: string; count: number }[]
  /** Sessions that the files name without a mark. */
  withoutMark: number
  firstDay: IsoDate | null
  lastDay: IsoDate | null
}

const edge = (registers: readonly ChildRegister[], pick: 'first' | 'last'): IsoDate | null => {
  let found: IsoDate | null = null
  for (const { year, marks } of registers) {
    const isMark = (byte: number) => byte !== NOT_TOLD && byte !== TOLD_NO_MARK
    const place = pick === 'first' ? marks.findIndex(isMark) : marks.findLastIndex(isMark)
    if (place < 0) continue
    const { on } = sessionAt(year, place)
    if (found === null || (pick === 'first' ? on < found : on > found)) found = on
  }
  return found
}

/** Counts marks by code, and the first and last day with one. */
export function summarise(registers: readonly ChildRegister[]): MarkSummary {
  const counts = new Uint32Array(256)
  for (const { marks } of registers) for (const byte of marks) counts[byte]!++
  const byCode = [...counts]
    .map((count, byte) => ({ code: unpackMark(String.fromCharCode(byte)) ?? '', count }))
    .filter(({ code, count }) => code !== '' && count > 0)
    .toSorted((a, b) => b.count - a.count)
  return {
    children: new Set(registers.map(({ upn }) => upn)).size,
    byCode,
    withoutMark: counts[TOLD_NO_MARK]!,
    firstDay: edge(registers, 'first'),
    lastDay: edge(registers, 'last'),
  }
}
