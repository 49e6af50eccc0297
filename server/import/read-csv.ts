import { setImmediate as pause } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse/sync'
import { lineAt } from './clean-text.ts'
import { fileProblem, isProblem, type ReadProblem } from './read-problem.ts'
import { countRecords, recordsEnd } from './record-end.ts'

export type Delimiter = ',' | ';' | '\t'

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t']

export interface CsvLimits {
  /** Bytes of one record: what a bomb of a single line, or a quotation mark never closed, runs into. */
  recordBytes: number
  columns: number
}

/** A file whose header has been read and whose rows have not. */
export interface CsvFile {
  text: Uint8Array
  delimiter: Delimiter
  header: readonly string[]
  headerLine: number
  /** Place of the first byte after the header, and the line it stands on. */
  body: number
  bodyLine: number
}

/** Some records in their order. A record is a list of cells; a blank line is a record of one empty cell. */
export interface CsvChunk {
  records: string[][]
  /** The line on which a record of this chunk begins. */
  lineOf(index: number): number
}

export interface ReadControl {
  signal?: AbortSignal | undefined
  /** Called now and then with the bytes read so far. */
  onBytes?: ((bytes: number) => void) | undefined
}

const CHUNK_BYTES = 65_536
const CHUNKS_A_PAUSE = 8
const SEP_LINE = /^"?sep=([,;\t])"?$/i

const quoteProblem = (line: number) =>
  fileProblem(
    'unclosed-quote',
    `A quotation mark is opened on line ${line} and not closed. Close it, or take it out, and drop the file again.`,
    line,
  )

const endProblem = (text: Uint8Array, end: { opened: number | null }, from: number, limits: CsvLimits) => {
  if (end.opened !== null) return quoteProblem(lineAt(text, end.opened))
  const line = lineAt(text, from)
  return fileProblem(
    'line-too-long',
    `Line ${line} is longer than ${limits.recordBytes.toLocaleString('en-GB')} bytes, so this is hardly a list. Export the file again.`,
    line,
  )
}

const cellsProblem = (line: number, { columns }: CsvLimits) =>
  fileProblem(
    'too-many-columns',
    `Line ${line} has more than ${columns.toLocaleString('en-GB')} cells, so this is hardly a list. Export the file again with fewer columns.`,
    line,
  )

const QUOTE_PROBLEM =
  'holds a quotation mark in the middle of a cell, or text after a closing one. Put the whole cell in quotation marks and double those inside it.'

/** Records of a piece of text that ends where a record ends; a problem when its quotation marks are wrong. */
const recordsOf = (piece: Uint8Array, delimiter: Delimiter, firstLine: number): string[][] | ReadProblem => {
  try {
    return parse(piece, {
      delimiter,
      record_delimiter: piece.includes(0x0d) ? ['\r\n', '\n', '\r'] : ['\n'],
      relax_column_count: true,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') return quoteProblem(firstLine)
    const within: unknown = error['lines']
    const line = firstLine + (typeof within === 'number' ? within - 1 : 0)
    return fileProblem('stray-quote', `Line ${line} ${QUOTE_PROBLEM}`, line)
  }
}

const lineEnds = (cell: string): number => {
  let count = 0
  for (let at = 0; at < cell.length; at++) {
    const unit = cell.charCodeAt(at)
    if (unit === 0x0a || (unit === 0x0d && cell.charCodeAt(at + 1) !== 0x0a)) count++
  }
  return count
}

/** Lines of records, of which some hold line ends in quotation marks. */
const spreadLines = (records: readonly string[][], firstLine: number): Uint32Array => {
  const lines = new Uint32Array(records.length + 1)
  let line = firstLine
  records.forEach((record, index) => {
    lines[index] = line
    line += 1 + record.reduce((sum, cell) => sum + lineEnds(cell), 0)
  })
  lines[records.length] = line
  return lines
}

const mostFrequent = (headerText: string): Delimiter => {
  const bare = headerText.replace(/"[^"]*"/g, '')
  const count = (delimiter: Delimiter) => bare.split(delimiter).length
  return DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best))
}

/**
 * Finds the header, which is the first line that is not blank, and what separates its cells: comma, semicolon
 * or tab, whichever it holds most. A spreadsheet's own first line `sep=;` is heeded.
 */
export function openCsv(text: Uint8Array, limits: CsvLimits): CsvFile | ReadProblem {
  let stated: Delimiter | null = null
  let line = 1
  for (let from = 0; from < text.length;) {
    const end = recordsEnd(text, from, 1, limits.recordBytes)
    if (end.at === null) return endProblem(text, end, from, limits)
    const headerText = Buffer.from(text.subarray(from, end.at)).toString()
    const bare = headerText.trim()
    const sep = SEP_LINE.exec(headerText.replace(/[\r\n]+$/, ''))
    if (sep !== null && stated === null && line === 1) stated = sep[1] as Delimiter
    else if (bare !== '') {
      const delimiter = stated ?? mostFrequent(headerText)
      const records = recordsOf(text.subarray(from, end.at), delimiter, line)
      if (isProblem(records)) return records
      const header = records[0] ?? []
      if (header.length > limits.columns) return cellsProblem(line, limits)
      return {
        text,
        delimiter,
        header,
        headerLine: line,
        body: end.at,
        bodyLine: line + lineEnds(headerText),
      }
    }
    line += lineEnds(headerText)
    from = end.at
  }
  return fileProblem('empty-file', 'The file is empty. Export it again, with its header line.')
}

/** A problem when there are more rows under the header than allowed, blank ones included. */
export function tooManyRows({ text, body }: CsvFile, most: number): ReadProblem | null {
  if (countRecords(text, body, most) <= most) return null
  return fileProblem(
    'too-many-rows',
    `The file has more than ${most.toLocaleString('en-GB')} rows. Split it, or export fewer children or a shorter time.`,
  )
}

/**
 * Hands out all rows under the header, some thousand at a time, and lets others work in between. Memory does
 * not grow with the file. Ends early when the consumer answers `false`. Null when all went well. Throws the
 * signal's reason when it is aborted.
 */
export async function readRecords(
  csv: CsvFile,
  limits: CsvLimits,
  onChunk: (chunk: CsvChunk) => boolean | void,
  { signal, onBytes }: ReadControl = {},
): Promise<ReadProblem | null> {
  const { text, delimiter } = csv
  let line = csv.bodyLine
  let chunks = 0
  for (let from = csv.body; from < text.length;) {
    const end = recordsEnd(text, from, CHUNK_BYTES, limits.recordBytes)
    if (end.at === null) return endProblem(text, end, from, limits)
    const records = recordsOf(text.subarray(from, end.at), delimiter, line)
    if (isProblem(records)) return records
    const wide = records.findIndex((record) => record.length > limits.columns)
    if (wide >= 0) return cellsProblem(line + wide, limits)
    const firstLine = line
    const lines = end.linesInQuotes ? spreadLines(records, firstLine) : null
    if (onChunk({ records, lineOf: (index) => lines?.[index] ?? firstLine + index }) === false) return null
    line = lines?.[records.length] ?? firstLine + records.length
    from = end.at
    if (++chunks % CHUNKS_A_PAUSE === 0) {
      onBytes?.(from)
      await pause()
      signal?.throwIfAborted()
    }
  }
  onBytes?.(text.length)
  return null
}
