import { unitName } from '../report/charts/unit-words.ts'
import type { ReportDocument } from '../report/shapes.ts'
import { spreadsheetCsv } from '../spreadsheet-safe.ts'
import { cellData } from './symbols.ts'

const header = [
  'report',
  'school',
  'as at',
  'section',
  'table',
  'row',
  'column',
  'unit',
  'value',
  'from',
  'to',
  'symbol',
] as const

/**
 * The tables of a report as CSV in long form: a line for each cell. `value` is empty where `symbol` stands for
 * it: c hidden, or between `from` and `to` (no `to`: or more), x not available, z not applicable.
 */
export function tablesAsCsv(report: ReportDocument): string {
  const lines = report.sections.flatMap((section) =>
    section.tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        row.cells.map((cell, at) => {
          const { value, from, to, symbol } = cellData(cell)
          return [
            report.title,
            report.school,
            report.on,
            `${section.number} ${section.name}`,
            table.caption,
            row.label,
            table.columns[at + 1] ?? '',
            'unit' in cell ? unitName(cell.unit) : '',
            value,
            from,
            to,
            symbol,
          ]
        }),
      ),
    ),
  )
  return spreadsheetCsv(header, lines)
}
