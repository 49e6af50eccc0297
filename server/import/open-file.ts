import { createHash } from 'node:crypto'
import type { Stripped } from './clean-text.ts'
import type { DateFormat } from './date-format.ts'
import { decode, type Encoding } from './decode.ts'
import { fileKind, type ColumnMapping, type FileKind } from './file-kind.ts'
import { repeatedNames, shapeOf } from './header.ts'
import { notText } from './not-text.ts'
import { ProblemList } from './problem-list.ts'
import { openCsv, type CsvFile, type CsvLimits, type Delimiter } from './read-csv.ts'
import { fileProblem, isProblem, shownValue, type FileProblem, type ReadProblem } from './read-problem.ts'
import type { MarkSummary } from './register-book.ts'
import { sources, type SourceName } from './sources/index.ts'

export interface InputFile {
  name: string
  bytes: Uint8Array
}

export interface ReadLimits extends CsvLimits {
  files: number
  /** Bytes of one file. */
  fileBytes: number
  /** Rows of one file that has a row for each record. */
  rows: number
  /** Rows of one register, which has a row for each mark. */
  markRows: number
}

export const defaultLimits: ReadLimits = {
  files: 50,
  fileBytes: 256 * 1024 * 1024,
  rows: 1_000_000,
  markRows: 10_000_000,
  recordBytes: 256 * 1024,
  columns: 2_000,
}

/** What was understood of one file, for the preview. */
export interface FileReport {
  name: string
  /** `ready` has no problem; `unknown` waits for a person to say what it is; `ignored` is no source. */
  status: 'ready' | 'faulty' | 'unknown' | 'ignored'
  source: SourceName | 'school' | null
  /** What it is in words, or why it is ignored. */
  title: string
  bytes: number
  sha256: string
  encoding: Encoding | null
  delimiter: Delimiter | null
  dateFormat: DateFormat | null
  /** The first cell with a letter beyond ASCII. */
  firstAccented: string | null
  stripped: Stripped
  /** Rows that are not blank. */
  rows: number
  header: readonly string[]
  /** What a mapping of this file's columns is remembered by. */
  shape: string
  /** True when the columns were understood by what the school said about an earlier file. */
  remembered: boolean
  /** For an unknown file: what it may be, and which of its columns hold what. */
  guess: Extract<FileKind, { source: null }> | null
  /** For a register: what it tells in all. */
  marks: MarkSummary | null
  warnings: string[]
  problems: readonly FileProblem[]
}

/** A file whose kind is known and whose rows have not been read. */
export interface OpenedFile {
  report: FileReport
  problems: ProblemList
  csv: CsvFile
  kind: Extract<FileKind, { source: SourceName }>
}

/** A report of which nothing is known yet. */
export function newReport(file: InputFile, problems: ProblemList): FileReport {
  return {
    name: file.name,
    status: 'faulty',
    source: null,
    title: 'Not read',
    bytes: file.bytes.length,
    sha256: '',
    encoding: null,
    delimiter: null,
    dateFormat: null,
    firstAccented: null,
    stripped: { count: 0, first: [] },
    rows: 0,
    header: [],
    shape: '',
    remembered: false,
    guess: null,
    marks: null,
    warnings: [],
    problems: problems.problems,
  }
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const fail = (report: FileReport, problems: ProblemList, problem: ReadProblem): FileReport => {
  problems.add(problem)
  return report
}

const unknownProblem = (kind: Extract<FileKind, { source: null }>): ReadProblem => {
  if (kind.guess === null) {
    return fileProblem(
      'unknown-file',
      'The header of this file is none that we know. Say on the import page what the file is and what its columns hold, or take it out.',
      1,
    )
  }
  const missing = kind.missing.length > 0 ? `; it lacks: ${kind.missing.join(', ')}` : ''
  return fileProblem(
    'missing-columns',
    `This may be “${sources[kind.guess].title}”${missing}. Say on the import page which column holds what, or add the columns.`,
    1,
  )
}

const addWarnings = (report: FileReport, unused: readonly string[]): void => {
  const { count, first } = report.stripped
  if (count > 0) {
    const where = first.slice(0, 5).map(({ line, character }) => `line ${line} ${character}`)
    report.warnings.push(
      `Invisible characters taken out: ${count} (${where.join(', ')}${count > 5 ? ', …' : ''}).`,
    )
  }
  if (unused.length > 0) {
    const names = unused.slice(0, 20).map((name) => shownValue(name))
    report.warnings.push(`Columns not used: ${names.join(', ')}${unused.length > 20 ? ', …' : ''}.`)
  }
}

/**
 * Finds out what a file is: its text, its separators, its header, its source. A report alone comes back when
 * that fails; why is among its problems.
 */
export function openFile(
  file: InputFile,
  limits: ReadLimits,
  mappings: readonly ColumnMapping[],
): OpenedFile | FileReport {
  const problems = new ProblemList(file.name)
  const report = newReport(file, problems)
  if (file.bytes.length > limits.fileBytes) {
    const most = Math.round(limits.fileBytes / 1024 / 1024)
    const problem = fileProblem(
      'file-too-large',
      `The file is larger than ${most} MB. Export a shorter time or fewer children.`,
    )
    return fail(report, problems, problem)
  }
  report.sha256 = sha256Of(file.bytes)
  const odd = notText(file.bytes)
  if (odd !== null) return fail(report, problems, odd)
  const decoded = decode(file.bytes)
  if (isProblem(decoded)) return fail(report, problems, decoded)
  Object.assign(report, {
    encoding: decoded.encoding,
    firstAccented: decoded.firstAccented,
    stripped: decoded.stripped,
  })
  const csv = openCsv(decoded.text, limits)
  if (isProblem(csv)) return fail(report, problems, csv)
  Object.assign(report, { delimiter: csv.delimiter, header: csv.header, shape: shapeOf(csv.header) })
  const repeated = repeatedNames(csv.header)
  if (repeated.length > 0) {
    const names = repeated.slice(0, 5).join(', ')
    const message = `The header names a column twice: ${names}. Rename or take out one of the two.`
    return fail(report, problems, fileProblem('repeated-column', message, csv.headerLine))
  }
  const kind = fileKind(csv.header, mappings)
  if (kind.source === null) {
    Object.assign(report, { status: 'unknown', title: 'Not recognised', guess: kind })
    return fail(report, problems, unknownProblem(kind))
  }
  Object.assign(report, {
    source: kind.source,
    title: sources[kind.source].title,
    remembered: kind.remembered,
  })
  addWarnings(report, kind.binding.unused)
  return { report, problems, csv, kind }
}
