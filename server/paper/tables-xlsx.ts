import { longDay } from '../report/words/days.ts'
import type { Cell, ReportDocument, ReportSection } from '../report/shapes.ts'
import { cellInWords } from './cell-words.ts'
import { cellData, symbols } from './symbols.ts'
import { workbook, type Look, type Sheet, type SheetCell } from './workbook.ts'

const text = (value: string, look: Look = 'text'): SheetCell => ({ value, look })

/** A number as a number, one between two as words, and the symbol for what is not there. */
function sheetCell(cell: Cell): SheetCell {
  const { value, from, symbol } = cellData(cell)
  if (typeof value === 'string') return text(value)
  if (value === null) return text(from === null ? (symbol ?? '') : cellInWords(cell), 'symbol')
  const unit = 'unit' in cell ? cell.unit : 'children'
  return { value, look: unit === 'percent' || unit === 'pounds' ? unit : 'number' }
}

const LONGEST = 60

const widthsOf = (rows: readonly (readonly SheetCell[])[]): number[] => {
  const widths: number[] = []
  for (const row of rows)
    if (row.length > 1)
      row.forEach(({ value }, at) => {
        widths[at] = Math.min(LONGEST, Math.max(widths[at] ?? 8, String(value).length + 2))
      })
  return widths
}

/** The tables of a section below each other, each with its caption, heads and notes. */
function sectionSheet({ number, name, tables }: ReportSection): Sheet {
  const rows = tables.flatMap((table, at) => [
    ...(at === 0 ? [] : [[]]),
    [text(table.caption, 'bold')],
    table.columns.map((head) => text(head, 'head')),
    ...table.rows.map((row) => [text(row.label), ...row.cells.map(sheetCell)]),
    ...(table.note === null ? [] : [[text(table.note)]]),
  ])
  return {
    name: `${number} ${name}`,
    rows,
    widths: widthsOf(rows),
    frozenRows: tables.length === 1 ? 2 : 0,
    frozenColumns: 1,
  }
}

function symbolsSheet(report: ReportDocument): Sheet {
  return {
    name: 'Symbols',
    rows: [
      [text('Symbol', 'head'), text('What it means', 'head')],
      ...Object.entries(symbols).map(([symbol, means]) => [text(symbol), text(means, 'wrapped')]),
      [],
      [text('Report'), text(report.title, 'wrapped')],
      [text('School'), text(report.school, 'wrapped')],
      [text('As at'), text(longDay(report.on), 'wrapped')],
      ...(report.hiddenNote === null ? [] : [[text('Numbers'), text(report.hiddenNote, 'wrapped')]]),
      ...(report.isDemonstration ? [[text('Data'), text('Made up for demonstration', 'wrapped')]] : []),
    ],
    widths: [12, 90],
    frozenRows: 1,
    frozenColumns: 0,
  }
}

/** The tables of a report as an Excel workbook: a sheet for each section that has any, and one on its symbols. */
export function tablesAsXlsx(report: ReportDocument): Uint8Array {
  const sections = report.sections.filter(({ tables }) => tables.length > 0)
  return workbook([...sections.map(sectionSheet), symbolsSheet(report)], `${report.title}, ${report.school}`)
}
