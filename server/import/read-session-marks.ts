import type { SessionHalf } from '../calendar/academic-year.ts'
import { day, oneOf, trimmed, upn, type CellReader } from './column.ts'
import { readRecords } from './read-csv.ts'
import { Refusal, type ReadProblem } from './read-problem.ts'
import {
  ChildBook,
  knownByte,
  markByte,
  markDay,
  TOLD_NO_MARK,
  type MarkDay,
  type OpenRegister,
} from './register-book.ts'
import { addCellProblem, addWidthProblem, fits, isBlank, type Table } from './table.ts'

/** Registers of a file and the count of its rows. */
export interface ReadRegisters {
  registers: OpenRegister[]
  rows: number
}

const session = oneOf<SessionHalf>(['AM', 'PM'])
const MISSING = new Refusal('blank', 'This must not be blank. Fill it in.')

/**
 * Reads a register with a row for each mark. Millions of rows come in, so a good row costs three look-ups by
 * the text of its cells and makes no object; each text is checked when it is first met.
 */
class MarkRows {
  private readonly books = new Map<string, ChildBook>()
  private readonly childOfText = new Map<string, ChildBook>()
  private readonly dayOfText = new Map<string, MarkDay>()
  private readonly table: Table
  private readonly upnAt: number
  private readonly dateAt: number
  private readonly sessionAt: number
  private readonly markAt: number
  rows = 0

  constructor(table: Table) {
    this.table = table
    const at = (field: string) => table.binding.at.get(field) ?? 0
    this.upnAt = at('upn')
    this.dateAt = at('date')
    this.sessionAt = at('session')
    this.markAt = at('mark')
  }

  registers(): OpenRegister[] {
    return [...this.books.values()].flatMap((book) => book.registers())
  }

  read(records: readonly string[][], lineOf: (index: number) => number): void {
    const width = this.table.csv.header.length
    let upnText = ''
    let child: ChildBook | null = null
    for (let index = 0; index < records.length; index++) {
      const record = records[index]!
      if (record.length !== width) {
        this.odd(record, lineOf(index))
        continue
      }
      if (record[this.upnAt] !== upnText) {
        upnText = record[this.upnAt]!
        child = this.childFor(upnText)
      }
      const dateText = record[this.dateAt]!
      const day = this.dayOfText.get(dateText) ?? this.dayFor(dateText)
      const half = halfOf(record[this.sessionAt]!)
      const byte = day === null ? 0 : knownByte(day, record[this.markAt]!)
      if (child === null || day === null || day.morning === null || half < 0 || byte === 0) {
        this.explain(record, lineOf(index))
        continue
      }
      this.rows++
      const line = lineOf(index)
      const register = child.register(day.year, line)
      const place = day.morning + half
      if (register.lines[place] !== 0) this.addRepeated(record, line, register.lines[place]!)
      register.marks[place] = byte
      register.lines[place] = line
    }
  }

  private odd(record: readonly string[], line: number): void {
    if (isBlank(record)) return
    const width = this.table.csv.header.length
    if (fits(record, width)) this.read([record.slice(0, width)], () => line)
    else {
      this.rows++
      addWidthProblem(this.table, record, line)
    }
  }

  private childFor(text: string): ChildBook | null {
    const known = this.childOfText.get(text)
    if (known !== undefined) return known
    const read = upn.read(trimmed(text), this.table.dates)
    if (read instanceof Refusal) return null
    const book = this.books.get(read) ?? new ChildBook(read, this.table.file)
    this.books.set(read, book)
    this.childOfText.set(text, book)
    return book
  }

  private dayFor(text: string): MarkDay | null {
    const read = day.read(trimmed(text), this.table.dates)
    if (read instanceof Refusal) return null
    const found = markDay(read)
    this.dayOfText.set(text, found)
    return found
  }

  /** Notes all that is wrong with a row. A session of a weekend without a mark is nothing. */
  private explain(record: readonly string[], line: number): void {
    if (isBlank(record)) return
    this.rows++
    const read = <T>(at: number, reader: CellReader<T>): T | null => {
      const cell = trimmed(record[at]!)
      const value = cell === '' ? MISSING : reader.read(cell, this.table.dates)
      if (!(value instanceof Refusal)) return value
      addCellProblem(this.table, line, at, cell, value)
      return null
    }
    read(this.upnAt, upn)
    const on = read(this.dateAt, day)
    read(this.sessionAt, session)
    const byte = on === null ? TOLD_NO_MARK : markByte(markDay(on), record[this.markAt]!)
    if (byte instanceof Refusal) addCellProblem(this.table, line, this.markAt, record[this.markAt]!, byte)
  }

  private addRepeated(record: readonly string[], line: number, other: number): void {
    const why = `Lines ${other} and ${line} are both about one session of this child. Take one of them out.`
    addCellProblem(this.table, line, this.dateAt, record[this.dateAt]!, new Refusal('repeated-row', why))
  }
}

/** 0 for the morning, 1 for the afternoon, -1 for neither. */
const halfOf = (text: string): number => {
  if (text === 'AM') return 0
  if (text === 'PM') return 1
  const read = session.read(trimmed(text), 'yyyy-mm-dd')
  return read instanceof Refusal ? -1 : read === 'AM' ? 0 : 1
}

/** The registers of a file with a row for each mark, or why it cannot be read to its end. */
export async function readSessionMarks(table: Table): Promise<ReadRegisters | ReadProblem> {
  const marks = new MarkRows(table)
  const ended = await readRecords(
    table.csv,
    table.limits,
    ({ records, lineOf }) => {
      marks.read(records, lineOf)
      return !table.problems.full
    },
    table.control,
  )
  return ended ?? { registers: marks.registers(), rows: marks.rows }
}
