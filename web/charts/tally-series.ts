import type { MarkName } from '../components/status-mark.ts'
import type { TableTwin } from '../components/table-twin.ts'
import { figure } from '../format.ts'

/** A square for what is neither good nor bad, solid or outlined; the shape of a status for what is a duty. */
export type TallyShape = 'solid' | 'outline' | MarkName

/** What the marks of one shape stand for, in the order of drawing. */
export interface TallyKey {
  shape: TallyShape
  /** `asked first`. */
  word: string
}

/** One mark: one suspension, one child. */
export interface TallyMark {
  shape: TallyShape
  /** A child's name, which can give way to initials. */
  name?: string
  words: string
}

export interface TallyRow {
  label: string
  /** A second, lighter line. */
  note?: string
  marks: readonly TallyMark[]
}

export interface TallySeriesRow {
  label: string
  note: string
  total: number
  /** Each mark, in the order of the key; empty where there are too many to draw. */
  marks: readonly TallyMark[]
  /** In place of so many marks: one of each shape with its number. */
  counts: readonly { shape: TallyShape; many: number }[]
  /** `4 first, 2 repeated`. */
  summary: string
}

/** More than so many marks in a row are counted, not drawn. */
export const MOST_MARKS = 40

/** Rows of marks, one mark for each, grouped by shape in the order of the key. */
export function tallySeries(rows: readonly TallyRow[], keys: readonly TallyKey[]): TallySeriesRow[] {
  return rows.map(({ label, note = '', marks }) => {
    const byShape = keys
      .map(({ shape, word }) => ({ shape, word, same: marks.filter((mark) => mark.shape === shape) }))
      .filter(({ same }) => same.length > 0)
    const isMany = marks.length > MOST_MARKS
    return {
      label,
      note,
      total: marks.length,
      marks: isMany ? [] : byShape.flatMap(({ same }) => same),
      counts: isMany ? byShape.map(({ shape, same }) => ({ shape, many: same.length })) : [],
      summary: byShape.map(({ same, word }) => `${figure(same.length)} ${word}`).join(', '),
    }
  })
}

/** The keys of which there is a mark. */
export const tallyKeys = (rows: readonly TallyRow[], keys: readonly TallyKey[]): TallyKey[] =>
  keys.filter(({ shape }) => rows.some(({ marks }) => marks.some((mark) => mark.shape === shape)))

/** A row a row, a column a shape that occurs, and the sum where there are several. */
export function tallyTable(
  { caption, rowHead, sum = 'Together' }: { caption: string; rowHead: string; sum?: string },
  rows: readonly TallyRow[],
  keys: readonly TallyKey[],
): TableTwin {
  const shown = tallyKeys(rows, keys)
  const many = ({ marks }: TallyRow, { shape }: TallyKey) =>
    marks.filter((mark) => mark.shape === shape).length
  const isSummed = shown.length !== 1
  return {
    caption,
    head: [
      rowHead,
      ...shown.map(({ word }) => word.charAt(0).toUpperCase() + word.slice(1)),
      ...(isSummed ? [sum] : []),
    ],
    rows: rows.map((row) => [
      row.note ? `${row.label}, ${row.note}` : row.label,
      ...shown.map((key) => many(row, key)),
      ...(isSummed ? [row.marks.length] : []),
    ]),
  }
}
