import { trimmed } from './column.ts'
import { readRecords } from './read-csv.ts'
import { Refusal, shownValue, type ReadProblem } from './read-problem.ts'
import type { Column, RowPlace, Source } from './source.ts'
import { addCellProblem, addWidthProblem, fits, isBlank, type Table } from './table.ts'

type BoundColumn = readonly [field: string, column: Column<unknown>, at: number]

const boundColumns = <Row extends RowPlace>(table: Table, source: Source<Row>): BoundColumn[] =>
  Object.entries<Column<unknown>>(source.columns).flatMap(([field, column]) => {
    const at = table.binding.at.get(field)
    return at === undefined ? [] : [[field, column, at] as const]
  })

/** The row of a record; null when a cell of it could not be read, which is then noted. */
const rowOf = <Row extends RowPlace>(
  table: Table,
  columns: readonly BoundColumn[],
  record: readonly string[],
  line: number,
): Row | null => {
  const row: Record<string, unknown> = { file: table.file, line }
  let whole = true
  for (const [field, column, at] of columns) {
    const cell = trimmed(record[at] ?? '')
    const value = cell === '' ? column.blank : column.reader.read(cell, table.dates)
    if (value instanceof Refusal) {
      addCellProblem(table, line, at, cell, value)
      whole = false
    } else row[field] = value
  }
  // The columns of a source are typed by the fields of its row, so each field has the reader of its type.
  return whole ? (row as unknown as Row) : null
}

const addContradictions = <Row extends RowPlace>(
  table: Table,
  source: Source<Row>,
  columns: readonly BoundColumn[],
  record: readonly string[],
  row: Row,
): boolean => {
  const found = source.check?.(row) ?? []
  for (const { header, code, message } of found) {
    const at = columns.find(([, column]) => column.header === header)?.[2] ?? -1
    addCellProblem(table, row.line, at, record[at] ?? '', new Refusal(code, message))
  }
  return found.length > 0
}

const placeWords = (place: RowPlace, other: RowPlace): string =>
  place.file === other.file
    ? `Lines ${other.line} and ${place.line}`
    : `Line ${other.line} of ${other.file} and line ${place.line}`

/** What rows of one source were read in all files so far, by key. */
export type SeenRows = Map<string, RowPlace>

const addRepeated = <Row extends RowPlace>(
  table: Table,
  source: Source<Row>,
  row: Row,
  seen: SeenRows,
): boolean => {
  const key = JSON.stringify(source.key(row))
  const other = seen.get(key)
  if (other === undefined) {
    seen.set(key, { file: row.file, line: row.line })
    return false
  }
  table.problems.add({
    line: row.line,
    column: null,
    value: shownValue(source.key(row).filter(Boolean).join(' ')),
    code: 'repeated-row',
    message: `${placeWords(row, other)} are both about ${source.about}. Take one of them out.`,
  })
  return true
}

/**
 * Reads the rows of a recognised file. Rows with a problem are left out of `rows` and noted. Answers the count
 * of rows that are not blank, or why the file cannot be read to its end.
 */
export async function readRows<Row extends RowPlace>(
  table: Table,
  source: Source<Row>,
  rows: Row[],
  seen: SeenRows,
): Promise<number | ReadProblem> {
  const columns = boundColumns(table, source)
  const width = table.csv.header.length
  let count = 0
  const ended = await readRecords(
    table.csv,
    table.limits,
    ({ records, lineOf }) => {
      records.forEach((record, index) => {
        if (isBlank(record)) return
        count++
        const line = lineOf(index)
        if (!fits(record, width)) return addWidthProblem(table, record, line)
        const row = rowOf<Row>(table, columns, record, line)
        if (row === null || addContradictions(table, source, columns, record, row)) return
        if (!addRepeated(table, source, row, seen)) rows.push(row)
      })
      return !table.problems.full
    },
    table.control,
  )
  return ended ?? count
}
