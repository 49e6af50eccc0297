/** At the start of a cell, or after what some spreadsheets split cells at: runs as a formula or a command. */
const FORMULA = /^[\s ]*[=+\-@|%＝＋－＠｜％]|^[\t\r\n]/
const PLAIN_NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d+)?$/
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/
/** Read by a spreadsheet as a number, a day, a time or a truth, and shown or saved as something else. */
const CHANGED = new RegExp(
  [
    String.raw`^[\d.,]*\d$`,
    String.raw`^\d+(\.\d+)?e[+-]?\d+$`,
    '^(true|false)$',
    String.raw`^\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?$`,
    String.raw`^\d{1,2}:\d{2}(:\d{2})?$`,
    String.raw`^(\d{1,2}[-/ ]?)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[-/ ]?\d{1,4}$`,
    String.raw`^\d{1,2}[-/ ]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}$`,
  ].join('|'),
  'i',
)

/** A negative number is plain where it is all there is: after a blank and a line end it begins like a formula. */
const isPlain = (part: string, isAlone: boolean): boolean =>
  ISO_DAY.test(part) || (PLAIN_NUMBER.test(part) && (isAlone || !part.startsWith('-')))

const isRisky = (part: string, isAlone: boolean): boolean =>
  !isPlain(part, isAlone) && (FORMULA.test(part) || CHANGED.test(part))

const needsMark = (part: string, isAlone: boolean): boolean =>
  isRisky(part, isAlone) || (part.startsWith("'") && needsMark(part.slice(1), isAlone))

/** Where a spreadsheet with another separator, or one that ignores quotation marks, would begin a new cell. */
const parts = (text: string): string[] => text.split(/(?<=[;\t\r\n])/)

/**
 * The text with an apostrophe before every part that a spreadsheet would run or change: formulas, telephone
 * numbers with a plus, digits with a leading zero, words it takes for days. NUL is dropped, for no CSV can
 * hold it. Plain numbers, negative ones too, and ISO days stay as they are. `fromSpreadsheet` undoes it.
 */
export function forSpreadsheet(text: string): string {
  return parts(text.replaceAll('\0', ''))
    .map((part, _, { length }) => (needsMark(part, length === 1) ? `'${part}` : part))
    .join('')
}

/** The text that `forSpreadsheet` was given, without NUL; other text as it is. */
export function fromSpreadsheet(text: string): string {
  return parts(text)
    .map((part, _, { length }) =>
      part.startsWith("'") && needsMark(part.slice(1), length === 1) ? part.slice(1) : part,
    )
    .join('')
}

const quoted = (cell: string): string =>
  /[",;\t\r\n]|^[\s ]|[\s ]$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

const cellText = (cell: string | number | null): string => {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : quoted(forSpreadsheet(cell))
}

/**
 * A table as CSV that spreadsheets open rightly and run nothing of: UTF-8 with a byte order mark, CRLF, every
 * text cell through `forSpreadsheet`. Numbers are written as they are, null as an empty cell.
 */
export function spreadsheetCsv(
  header: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
): string {
  let csv = '\uFEFF'
  for (const row of [header, ...rows]) csv += `${row.map(cellText).join(',')}\r\n`
  return csv
}
