import type { CellReader } from './column.ts'
import { Refusal } from './read-problem.ts'

/** Where a row stands. */
export interface RowPlace {
  /** Name of the file. */
  file: string
  line: number
}

/** One column of a source: how a header names it and how its cells are read. */
export interface Column<T> {
  /** The name that stands in our own documentation, as `normalHeader` writes it. */
  header: string
  /** Other names it goes by, as `normalHeader` writes them. */
  also: readonly string[]
  /** Whether a file without it is refused. */
  needed: boolean
  /** What a blank cell stands for. */
  blank: T | Refusal
  reader: CellReader<T>
}

/** A contradiction between cells of one row. */
export interface RowContradiction {
  /** The column at which it is shown. */
  header: string
  code: string
  message: string
}

/**
 * A kind of file with a row for each record. From its columns a file is recognised and its cells are read. A
 * column that the file lacks leaves its field out of the row: nobody told us. A blank cell is null: we were
 * told that there is nothing.
 */
export interface Source<Row extends RowPlace> {
  title: string
  columns: { readonly [Field in keyof Omit<Row, keyof RowPlace>]-?: Column<Exclude<Row[Field], undefined>> }
  /** What may stand only once in all files of a run. */
  key(row: Row): readonly (string | null)[]
  /** What two rows with one key share, to follow “are both about”. */
  about: string
  check?(row: Row): readonly RowContradiction[]
}

/** What is needed of a source to recognise a file. */
export interface Recognisable {
  title: string
  columns: Readonly<Record<string, Pick<Column<unknown>, 'header' | 'also' | 'needed'>>>
}

/** A column that must be there and filled. */
export const filled = <T>(header: string, reader: CellReader<T>, ...also: readonly string[]): Column<T> => ({
  header,
  also,
  needed: true,
  blank: new Refusal('blank', 'This must not be blank. Fill it in.'),
  reader,
})

/** A column that must be there and may be blank. */
export const blankable = <T>(
  header: string,
  reader: CellReader<T>,
  ...also: readonly string[]
): Column<T | null> => ({ header, also, needed: true, blank: null, reader })

/** A column that may be missing, and blank. */
export const optional = <T>(
  header: string,
  reader: CellReader<T>,
  ...also: readonly string[]
): Column<T | null> => ({ header, also, needed: false, blank: null, reader })

/** The column with another meaning of a blank cell. */
export const blankAs = <T>(blank: T, column: Column<T>): Column<T> => ({ ...column, blank })

/** A contradiction when both days are told and the second is before the first. */
export const endBeforeStart = (
  header: string,
  start: string | null | undefined,
  end: string | null | undefined,
  message: string,
): RowContradiction[] => {
  if (start === null || start === undefined || end === null || end === undefined) return []
  return end < start ? [{ header, code: 'end-before-start', message }] : []
}
