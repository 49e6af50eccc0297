import type { DateFormat } from './date-format.ts'
import type { Binding } from './file-kind.ts'
import type { ProblemList } from './problem-list.ts'
import type { CsvFile, CsvLimits, ReadControl } from './read-csv.ts'
import { shownValue, type Refusal } from './read-problem.ts'

/** A file that is recognised, with all that is needed to read its rows. */
export interface Table {
  file: string
  csv: CsvFile
  binding: Binding
  dates: DateFormat
  limits: CsvLimits
  control: ReadControl
  problems: ProblemList
}

/** True for a blank line, and for one of separators alone, as spreadsheets leave them. */
export function isBlank(record: readonly string[]): boolean {
  return record.every((cell) => cell === '' || cell.trim() === '')
}

/** True when the record has a cell for each column; blank cells too many do no harm. */
export function fits(record: readonly string[], width: number): boolean {
  return record.length === width || (record.length > width && isBlank(record.slice(width)))
}

export function addWidthProblem(table: Table, record: readonly string[], line: number): void {
  table.problems.add({
    line,
    column: null,
    value: shownValue(record.join(table.csv.delimiter)),
    code: 'wrong-width',
    message: `This row has ${record.length} cells, the header ${table.csv.header.length}. Put a cell that holds a “${table.csv.delimiter === '\t' ? 'tab' : table.csv.delimiter}” in quotation marks, or add what is missing.`,
  })
}

/** Notes why a cell cannot be read. `at` is its place in the record. */
export function addCellProblem(table: Table, line: number, at: number, cell: string, why: Refusal): void {
  table.problems.add({
    line,
    column: table.csv.header[at] ?? null,
    value: shownValue(cell),
    code: why.code,
    message: why.message,
  })
}
