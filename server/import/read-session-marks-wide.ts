import { isIsoDate, weekday } from '../calendar/iso-date.ts'
import { day, trimmed, upn } from './column.ts'
import { DateFormatFinder, type DateFormat } from './date-format.ts'
import { readRecords } from './read-csv.ts'
import type { ReadRegisters } from './read-session-marks.ts'
import { Refusal, type ReadProblem } from './read-problem.ts'
import { ChildBook, knownByte, markByte, markDay, type MarkDay } from './register-book.ts'
import { sessionOfHeader } from './session-header.ts'
import { addCellProblem, addWidthProblem, fits, isBlank, type Table } from './table.ts'

interface SessionColumn {
  /** Place in a record. */
  at: number
  day: MarkDay
  /** 0 for the morning, 1 for the afternoon. */
  half: number
}

const isSchoolWeekday = (year: string, month: string, date: string) => {
  const on = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isIsoDate(on) && weekday(on) < 5
}

/** Days that can be read either way, all of them weekdays when the day stands first and not when the month does. */
function provedByWeekdays(days: readonly string[]): boolean {
  const parts = days.flatMap((text) => {
    const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
    return found ? [[found[1]!, found[2]!, found[3]!] as const] : []
  })
  const dayFirst = parts.every(([date, month, year]) => isSchoolWeekday(year, month, date))
  return dayFirst && !parts.every(([month, date, year]) => isSchoolWeekday(year, month, date))
}

/** How a wide register writes the days in its header. No session is at a weekend, which proves what figures alone do not. */
export function dateFormatOfHeader(header: readonly string[], line: number): DateFormat | ReadProblem | null {
  const finder = new DateFormatFinder()
  const days: string[] = []
  for (const name of header) {
    const session = sessionOfHeader(name)
    if (session === null) continue
    days.push(session.day)
    finder.see(session.day, line, name)
  }
  const found = finder.found()
  const isOpen = found !== null && typeof found === 'object' && found.code === 'ambiguous-days'
  return isOpen && provedByWeekdays(days) ? 'dd/mm/yyyy' : found
}

/** The columns of sessions. A heading that is no day, and two of one session, are noted. */
const sessionColumns = (table: Table): SessionColumn[] => {
  const { header, headerLine } = table.csv
  const first = new Map<string, string>()
  return header.flatMap((name, at) => {
    const session = sessionOfHeader(name)
    if (session === null) return []
    const on = day.read(session.day, table.dates)
    if (on instanceof Refusal) {
      addCellProblem(table, headerLine, at, name, on)
      return []
    }
    const key = `${on} ${session.session}`
    const other = first.get(key)
    if (other !== undefined) {
      const why = `“${other}” and “${name}” are one session. Take one of the columns out.`
      addCellProblem(table, headerLine, at, name, new Refusal('repeated-column', why))
    }
    first.set(key, name)
    return [{ at, day: markDay(on), half: session.session === 'AM' ? 0 : 1 }]
  })
}

/** Reads a register with a row for each child, and adds what it tells to the child's book. */
const tellRow = (
  table: Table,
  columns: readonly SessionColumn[],
  book: ChildBook,
  record: readonly string[],
  line: number,
) => {
  for (const { at, day: on, half } of columns) {
    const text = record[at]!
    const byte = knownByte(on, text)
    if (byte === 0 || on.morning === null) {
      const why = markByte(on, text)
      if (why instanceof Refusal) addCellProblem(table, line, at, text, why)
      continue
    }
    const register = book.register(on.year, line)
    register.marks[on.morning + half] = byte
    register.lines[on.morning + half] = line
  }
}

/** The registers of a file with a column for each session, or why it cannot be read to its end. */
export async function readSessionMarksWide(table: Table): Promise<ReadRegisters | ReadProblem> {
  const columns = sessionColumns(table)
  const upnAt = table.binding.at.get('upn') ?? 0
  const width = table.csv.header.length
  const books = new Map<string, { book: ChildBook; line: number }>()
  let rows = 0
  const readRecord = (record: readonly string[], line: number) => {
    rows++
    if (!fits(record, width)) return addWidthProblem(table, record, line)
    const cell = trimmed(record[upnAt]!)
    const child =
      cell === '' ? new Refusal('blank', 'This must not be blank. Fill it in.') : upn.read(cell, table.dates)
    if (child instanceof Refusal) return addCellProblem(table, line, upnAt, cell, child)
    const other = books.get(child)
    if (other !== undefined) {
      const why = `Lines ${other.line} and ${line} are both about this child. Take one of them out.`
      return addCellProblem(table, line, upnAt, cell, new Refusal('repeated-row', why))
    }
    const book = new ChildBook(child, table.file)
    books.set(child, { book, line })
    tellRow(table, columns, book, record, line)
  }
  const ended = await readRecords(
    table.csv,
    table.limits,
    ({ records, lineOf }) => {
      records.forEach((record, index) => {
        if (!isBlank(record)) readRecord(record, lineOf(index))
      })
      return !table.problems.full
    },
    table.control,
  )
  return ended ?? { registers: [...books.values()].flatMap(({ book }) => book.registers()), rows }
}
