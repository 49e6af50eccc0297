import type { DateFormat } from './date-format.ts'
import type { CellReader } from './column.ts'
import { decode } from './decode.ts'
import type { ColumnMapping } from './file-kind.ts'
import { findDateFormat } from './find-date-format.ts'
import { MergedRegisters } from './merge-registers.ts'
import {
  defaultLimits,
  newReport,
  openFile,
  sha256Of,
  type FileReport,
  type InputFile,
  type OpenedFile,
  type ReadLimits,
} from './open-file.ts'
import { ProblemList } from './problem-list.ts'
import { tooManyRows } from './read-csv.ts'
import { fileProblem, isProblem, type FileProblem, type ReadProblem } from './read-problem.ts'
import { readRows, type SeenRows } from './read-rows.ts'
import { readSessionMarks } from './read-session-marks.ts'
import { dateFormatOfHeader, readSessionMarksWide } from './read-session-marks-wide.ts'
import { summarise, type ChildRegister } from './register-book.ts'
import { isSchoolFile, readSchoolFile, type SchoolFile } from './school-file.ts'
import { isRowSource, rowSources, type RowSourceName, type SourceRows } from './sources/index.ts'
import type { Table } from './table.ts'

export interface ReadOptions {
  mappings?: readonly ColumnMapping[]
  /** What a person said about files whose days can be read either way, by file name. */
  dateFormats?: ReadonlyMap<string, DateFormat>
  limits?: Partial<ReadLimits>
  /** Aborted by a person, or by a deadline: reading then throws the signal's reason. */
  signal?: AbortSignal
  /** Bytes read and to read, of all files, and the file being read. */
  onProgress?: (progress: { file: string; done: number; total: number }) => void
}

export type RowsBySource = { [Name in RowSourceName]: SourceRows[Name][] }

/** Everything that the files of a run say. Plain data: it can be sent to another thread. */
export interface ReadResult {
  files: FileReport[]
  school: SchoolFile | null
  rows: RowsBySource
  /** One for each child and academic year. */
  registers: ChildRegister[]
  /** Problems of all files; while there is one, nothing of the run may be written. */
  problems: FileProblem[]
}

interface Run {
  options: ReadOptions
  limits: ReadLimits
  result: ReadResult
  registers: MergedRegisters
  seen: ReadonlyMap<RowSourceName, SeenRows>
  school: FileReport | null
  done: number
  total: number
}

const DATA_FILE = /(^[^.]*|\.(csv|tsv|tab|txt|xls|xlsx|xlsm|ods|numbers|zip|gz))$/i
const JUNK = /^(\.|~\$|__MACOSX)/

const baseName = (name: string): string => name.replace(/^.*[/\\]/s, '')

const datedColumns = ({ kind }: OpenedFile): number[] => {
  if (kind.source === 'session-marks') return [kind.binding.at.get('date') ?? 0]
  if (!isRowSource(kind.source)) return []
  const columns = Object.entries<{ reader: CellReader<unknown> }>(rowSources[kind.source].columns)
  return columns.flatMap(([field, { reader }]) => (reader.dated ? (kind.binding.at.get(field) ?? []) : []))
}

const dateFormatOf = async (run: Run, opened: OpenedFile) => {
  const stated = run.options.dateFormats?.get(opened.report.name)
  if (stated !== undefined) return stated
  if (opened.kind.source === 'session-marks-wide') {
    return dateFormatOfHeader(opened.csv.header, opened.csv.headerLine)
  }
  return findDateFormat(opened.csv, datedColumns(opened), run.limits, run.options.signal)
}

const readSourceRows = <Name extends RowSourceName>(run: Run, table: Table, name: Name) =>
  readRows<SourceRows[Name]>(table, rowSources[name], run.result.rows[name], run.seen.get(name)!)

const readRegisters = async (run: Run, table: Table, opened: OpenedFile): Promise<number | ReadProblem> => {
  const read = await (opened.kind.source === 'session-marks'
    ? readSessionMarks(table)
    : readSessionMarksWide(table))
  if (isProblem(read)) return read
  opened.report.marks = summarise(read.registers)
  run.registers.add(read.registers, opened.problems)
  return read.rows
}

const readOpened = async (run: Run, opened: OpenedFile): Promise<void> => {
  const { report, problems, kind, csv } = opened
  const most = isRowSource(kind.source) ? run.limits.rows : run.limits.markRows
  const many = tooManyRows(csv, most)
  if (many !== null) return problems.add(many)
  const dates = await dateFormatOf(run, opened)
  if (dates !== null && typeof dates === 'object') return problems.add(dates)
  report.dateFormat = dates
  const onBytes = (bytes: number) =>
    run.options.onProgress?.({ file: report.name, done: run.done + bytes, total: run.total })
  const table: Table = {
    file: report.name,
    csv,
    binding: kind.binding,
    dates: dates ?? 'yyyy-mm-dd',
    limits: run.limits,
    control: { signal: run.options.signal, onBytes },
    problems,
  }
  const rows = await (isRowSource(kind.source)
    ? readSourceRows(run, table, kind.source)
    : readRegisters(run, table, opened))
  if (typeof rows !== 'number') return problems.add(rows)
  report.rows = rows
  if (rows === 0) {
    problems.add(
      fileProblem(
        'no-rows',
        'The file has a header and no rows. Export it again, or take it out.',
        csv.headerLine,
      ),
    )
  }
}

const ignored = (file: InputFile, title: string): FileReport => ({
  ...newReport(file, new ProblemList(file.name)),
  status: 'ignored',
  title,
})

const readSchool = (run: Run, file: InputFile): FileReport => {
  const decoded = file.bytes.length > run.limits.recordBytes ? null : decode(file.bytes)
  const text = decoded === null || isProblem(decoded) ? '' : Buffer.from(decoded.text).toString()
  if (!isSchoolFile(text)) return ignored(file, 'Not one of the files we read')
  const problems = new ProblemList(file.name)
  const report = {
    ...newReport(file, problems),
    source: 'school' as const,
    title: 'The school',
    sha256: sha256Of(file.bytes),
  }
  if (run.school !== null) {
    problems.add(
      fileProblem(
        'second-school',
        `${run.school.name} says already which school this is. Take one of them out.`,
      ),
    )
  }
  run.result.school = readSchoolFile(text, problems)
  run.school = report
  return report
}

const readFile = async (run: Run, file: InputFile): Promise<FileReport> => {
  const base = baseName(file.name)
  if (/\.json$/i.test(base)) return readSchool(run, file)
  if (JUNK.test(base) || !DATA_FILE.test(base)) return ignored(file, 'Not one of the files we read')
  const opened = openFile(file, run.limits, run.options.mappings ?? [])
  if (!('csv' in opened)) {
    const noTable =
      opened.status === 'unknown' && opened.header.length === 1 && !/\.(csv|tsv|tab)$/i.test(base)
    return noTable ? ignored(file, 'Text without columns') : opened
  }
  const same = run.result.files.find(
    (other) => other.sha256 === opened.report.sha256 && other.status !== 'ignored',
  )
  if (same !== undefined) return { ...ignored(file, `The same as ${same.name}`), sha256: same.sha256 }
  await readOpened(run, opened)
  return opened.report
}

const emptyResult = (): ReadResult => ({
  files: [],
  school: null,
  rows: {
    'term-dates': [],
    children: [],
    'care-episodes': [],
    people: [],
    'pep-meetings': [],
    suspensions: [],
  },
  registers: [],
  problems: [],
})

/**
 * Reads the files of one run: says what each is and what is wrong with it, and gives typed rows. Touches
 * nothing else. Problems are values; it throws only when the signal is aborted.
 */
export async function readFiles(files: readonly InputFile[], options: ReadOptions = {}): Promise<ReadResult> {
  const result = emptyResult()
  const limits = { ...defaultLimits, ...options.limits }
  const run: Run = {
    options,
    limits,
    result,
    registers: new MergedRegisters(),
    seen: new Map((Object.keys(result.rows) as RowSourceName[]).map((name) => [name, new Map()])),
    school: null,
    done: 0,
    total: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
  }
  if (files.length > limits.files) {
    const message = `At most ${limits.files} files can be read at once; these are ${files.length}. Leave some out.`
    result.problems.push({ file: '', ...fileProblem('too-many-files', message) })
    return result
  }
  for (const file of files) {
    options.signal?.throwIfAborted()
    const report = await readFile(run, file)
    if (report.status === 'faulty' && report.problems.length === 0) report.status = 'ready'
    result.files.push(report)
    run.done += file.bytes.length
    options.onProgress?.({ file: file.name, done: run.done, total: run.total })
  }
  options.signal?.throwIfAborted()
  result.registers = run.registers.merged()
  result.problems = result.files.flatMap(({ problems }) => problems)
  return result
}
