import { textWidth } from '../report/charts/text-width.ts'
import type { Cell, ReportTable } from '../report/shapes.ts'
import { cellInWords, HIDDEN, NOT_KNOWN } from './cell-words.ts'

/** A table as it is set on paper; widths of columns in points. */
export interface PrintedTable {
  readonly caption: string
  readonly columns: readonly { readonly head: string; readonly width: number; readonly isNumeric: boolean }[]
  readonly rows: readonly {
    readonly label: string
    readonly cells: readonly {
      readonly words: string
      readonly is: 'number' | 'hidden' | 'unknown' | 'text'
    }[]
  }[]
  readonly notes: readonly string[]
}

/** The main column of a page in points; letters of tables; the room beside and between columns. */
const PAGE = 328
const LETTERS = 10
const HEAD_LETTERS = 9
const BESIDE = 12
/** How much more than its even share a column may take to keep each of its texts on one line. */
const GIVES = 1.2
/** Heads may take two lines, or three where the names of rows would be squeezed for them. */
const HEAD_SHARES = [0.6, 0.4] as const
/** The share of the page under which a name of a row that needs more is squeezed. */
const SQUEEZED = 0.42
/** Between two numbers, as on the page, and with no place to break a line. */
const DASH = '–'
/** What pictures leave for other fonts is not needed here. */
const KNOWN_FONT = 0.9

const kindOf = (cell: Cell): PrintedTable['rows'][number]['cells'][number]['is'] => {
  if ('text' in cell) return 'text'
  const { as } = cell.shown
  return as === 'hidden' ? 'hidden' : as === 'unknown' ? 'unknown' : 'number'
}

const isNumbers = ({ rows }: ReportTable, at: number): boolean =>
  at > 0 && rows.some(({ cells }) => 'shown' in (cells[at - 1] ?? {}))

const textOf = ({ label, cells }: ReportTable['rows'][number], at: number): string =>
  at === 0 ? label : cellInWords(cells[at - 1] ?? { text: '' }, DASH)

const widthOf = (text: string, letters = LETTERS) => textWidth(text, letters) * KNOWN_FONT
const headWidth = (text: string) => widthOf(text, HEAD_LETTERS)
/** Numbers are bold, and are never broken. */
const numberWidth = (text: string) => textWidth(text, LETTERS)
const words = (text: string) => text.split(/\s+/)

/**
 * Each column as wide as its longest text needs; where all do not fit, those that need little more than an even
 * share have what they need and the others share the rest, none narrower than its longest word.
 */
function widthsWith(table: ReportTable, headShare: number) {
  const columns = table.columns.map((head, at) => {
    const texts = table.rows.map((row) => textOf(row, at))
    const isNumeric = isNumbers(table, at)
    const whole = texts.map((text) => (isNumeric ? numberWidth(text) : widthOf(text)))
    const parts = isNumeric ? whole : texts.flatMap(words).map((word) => widthOf(word))
    const least = Math.max(...words(head).map(headWidth), ...parts)
    return {
      least: least + BESIDE,
      best: Math.max(least, headWidth(head) * headShare, ...whole) + BESIDE,
    }
  })
  const isSqueezed = (width: number) => width < Math.min(columns[0]?.best ?? 0, PAGE * SQUEEZED)
  const least = columns.reduce((sum, column) => sum + column.least, 0)
  if (least >= PAGE)
    return { widths: columns.map((column) => (column.least * PAGE) / least), isSqueezed: false }
  const widths: number[] = []
  const order = [...columns.entries()].sort(([, a], [, b]) => a.best - b.best)
  let rest = PAGE
  order.forEach(([at, column], place) => {
    const later = order.slice(place + 1).reduce((sum, [, { least: width }]) => sum + width, 0)
    const share = rest / (order.length - place)
    const wanted = column.best <= share * GIVES ? column.best : Math.max(column.least, share)
    const width = Math.min(wanted, rest - later)
    widths[at] = width
    rest -= width
  })
  return { widths, isSqueezed: isSqueezed(widths[0] ?? 0) }
}

function columnWidths(table: ReportTable): readonly number[] {
  const [usual, tight] = HEAD_SHARES
  const { widths, isSqueezed } = widthsWith(table, usual)
  return isSqueezed ? widthsWith(table, tight).widths : widths
}

const reasonsOf = (table: ReportTable): string[] => {
  const reasons = table.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => ('shown' in cell && cell.shown.as === 'unknown' ? [cell.shown.why] : [])),
  )
  return [...new Set(reasons)].map((why) => `${NOT_KNOWN}: ${why}`)
}

/** Whether something of the table is not printed as it is. */
export const hasHidden = (table: ReportTable): boolean =>
  table.rows.some(({ cells }) =>
    cells.some((cell) => 'shown' in cell && (cell.shown.as === 'hidden' || cell.shown.as === 'range')),
  )

/** The table as it is printed, with what its signs mean below it. */
export function printedTable(table: ReportTable, hiddenNote: string | null): PrintedTable {
  const widths = columnWidths(table)
  return {
    caption: table.caption,
    columns: table.columns.map((head, at) => ({
      head,
      width: Math.round((widths[at] ?? 0) * 100) / 100,
      isNumeric: isNumbers(table, at),
    })),
    rows: table.rows.map(({ label, cells }) => ({
      label,
      cells: table.columns.slice(1).map((_, at) => {
        const cell = cells[at] ?? { text: '' }
        return { words: cellInWords(cell, DASH), is: kindOf(cell) }
      }),
    })),
    notes: [table.note, hiddenNote, ...reasonsOf(table)].filter(
      (note): note is string => note !== null && note !== '',
    ),
  }
}

/** The note for a table after the first that has signs: short where a "c" is in it, none where there is none. */
export const shortHiddenNote = (table: ReportTable): string | null =>
  table.rows.some(({ cells }) => cells.some((cell) => 'shown' in cell && cell.shown.as === 'hidden'))
    ? `“${HIDDEN}” stands for a number that is not printed.`
    : null
