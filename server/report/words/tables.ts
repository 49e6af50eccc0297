import { figureWords, groupWords, reportGroups, type ReportGroup } from '../figures.ts'
import type { Cell, ReportTable, Unit } from '../shapes.ts'
import { isShownLarge, isShownSmall } from './group-size.ts'
import type { Reader } from './reader.ts'

/** A column of a table by group, or a row of a list. */
export interface Column {
  readonly head: string
  /** The id of the figure in the row. */
  readonly figure: (row: string) => string
}

const unitOf = (id: string): Unit => figureWords.get(id)?.unit ?? 'children'
/** A figure’s label in a table. */
export const labelOf = (id: string): string => figureWords.get(id)?.label ?? id

/** The cell of a figure; one that the report does not have says so. */
export function cellOf(read: Reader, id: string): Cell {
  return read.has(id) ? { figure: id, unit: unitOf(id), shown: read.shown(id) } : { text: 'Not counted' }
}

/** Whether anything can be read off the cell but that a number is small, which may be none. */
export const tells = (cell: Cell): boolean =>
  'shown' in cell && (cell.shown.as === 'exact' || (cell.shown.as === 'range' && cell.shown.from > 0))

type Row = ReportTable['rows'][number]

const isUnknown = (cell: Cell): boolean => 'shown' in cell && cell.shown.as === 'unknown'

/** Whether all that is known of a row is that there are few, or none. */
const isOfFew = ({ cells }: Row, threshold: number): boolean =>
  cells.every(
    (cell) =>
      isUnknown(cell) ||
      ('shown' in cell && cell.shown.as === 'range' && (cell.shown.to ?? Infinity) <= threshold),
  )

/** Rows that are left out whatever they tell, as too few or as not printed. */
interface LeftOut {
  readonly few: readonly string[]
  readonly hidden: readonly string[]
}
const nothingLeftOut: LeftOut = { few: [], hidden: [] }

/** The table without the rows of which no cell tells anything: its note names them. None when no row is left. */
function tableOf(table: ReportTable, threshold: number, leftOut: LeftOut): readonly ReportTable[] {
  const rows = table.rows.filter((row) => row.cells.some(tells))
  if (rows.length === 0) return []
  const left = table.rows.filter((row) => !rows.includes(row))
  const named = (head: string, among: readonly Row[], more: readonly string[] = []) => {
    const labels = [...among.map(({ label }) => label), ...more]
    return labels.length === 0 ? [] : [`${head}: ${labels.join('; ')}.`]
  }
  const unknown = left.filter(({ cells }) => cells.every(isUnknown))
  const few = left.filter((row) => !unknown.includes(row) && isOfFew(row, threshold))
  const hidden = left.filter((row) => !unknown.includes(row) && !few.includes(row))
  const notes = [
    table.note ?? [],
    named('Too few to print, or none', few, leftOut.few),
    named('Not printed', hidden, leftOut.hidden),
    named('Not known', unknown),
  ].flat()
  return [{ ...table, rows, note: notes.length === 0 ? null : notes.join(' ') }]
}

/** A table with a row for each of the things named, where the report has any of its figures. */
export function rowsTable(
  read: Reader,
  table: Pick<ReportTable, 'id' | 'caption' | 'note'> & {
    readonly head: string
    readonly columns: readonly Column[]
    readonly rows: readonly { readonly label: string; readonly row: string }[]
  },
  leftOut = nothingLeftOut,
): readonly ReportTable[] {
  const { id, caption, note, head } = table
  const columns = table.columns.filter((column) => table.rows.some(({ row }) => read.has(column.figure(row))))
  const rows = table.rows.filter(({ row }) => columns.some((column) => read.has(column.figure(row))))
  const cells = (row: string) => columns.map((column) => cellOf(read, column.figure(row)))
  const whole = {
    id,
    caption,
    note,
    columns: [head, ...columns.map((column) => column.head)],
    rows: rows.map(({ label, row }) => ({ label, cells: cells(row) })),
  }
  return tableOf(whole, read.threshold, leftOut)
}

const groupRows = reportGroups.map((group: ReportGroup) => ({ label: groupWords[group], row: group }))

/** A table with a row for each group of children. */
export function groupTable(
  read: Reader,
  table: Pick<ReportTable, 'id' | 'caption' | 'note'> & { readonly columns: readonly Column[] },
): readonly ReportTable[] {
  return rowsTable(read, { ...table, head: 'Group', rows: groupRows })
}

/**
 * A table of what holds of the children of each group. Groups that are not shown to be larger than the threshold are
 * left out: what holds of few tells of each of them.
 */
export function tableOfGroups(
  read: Reader,
  table: Pick<ReportTable, 'id' | 'caption' | 'note'> & { readonly columns: readonly Column[] },
): readonly ReportTable[] {
  const isLarge = ({ row }: (typeof groupRows)[number]) => isShownLarge(read, row)
  const left = groupRows.filter((each) => !isLarge(each))
  const isSmall = ({ row }: (typeof groupRows)[number]) => isShownSmall(read, row)
  return rowsTable(
    read,
    { ...table, head: 'Group', rows: groupRows.filter(isLarge) },
    {
      few: left.filter(isSmall).map(({ label }) => label),
      hidden: left.filter((each) => !isSmall(each)).map(({ label }) => label),
    },
  )
}

/** A table of single figures, each with its own label. */
export function listTable(
  read: Reader,
  table: Pick<ReportTable, 'id' | 'caption' | 'note'> & {
    readonly head: string
    readonly column: string
    readonly figures: readonly string[]
  },
): readonly ReportTable[] {
  const { id, caption, note, head, column, figures } = table
  return rowsTable(read, {
    id,
    caption,
    note,
    head,
    columns: [{ head: column, figure: (row) => row }],
    rows: figures.map((figure) => ({ label: labelOf(figure), row: figure })),
  })
}
