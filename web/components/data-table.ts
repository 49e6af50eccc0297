import { html, nothing, type TemplateResult } from 'lit'
import { moveBetweenCells } from './cell-navigation.ts'

export interface Column<Row> {
  key: string
  head: string
  /** The head is only read out, as over a column of buttons. */
  hiddenHead?: boolean
  /** A second, lighter line of the head. */
  sub?: string
  cell: (row: Row) => unknown
  /** Right-aligned figures. */
  number?: boolean
  /** Left out where the window is narrower: 1 goes first (under 1100 px), then 2 (under 960 px). */
  drop?: 1 | 2
  /** Read out as the row's name; one column a table. */
  rowHead?: boolean
}

export interface RowGroup<Row> {
  /** A line above its rows; none when there is one group. */
  title?: string
  rows: readonly Row[]
}

export interface DataTable<Row> {
  /** What the table is, for screen readers; shown above it when `showCaption`. */
  caption: string
  showCaption?: boolean
  columns: readonly Column<Row>[]
  groups: readonly RowGroup<Row>[]
  /** Under 760 px each row becomes a card with the heads beside the values. */
  cards?: boolean
  /** Rows of 56 px for comparing; 44 px otherwise. */
  roomy?: boolean
  rowId?: (row: Row) => string
}

const classesOf = <Row>({ key, number, drop }: Column<Row>) =>
  [`col-${key}`, number ? 'number' : '', drop ? `drop-${drop}` : ''].filter(Boolean).join(' ')

const cell = <Row>(column: Column<Row>, row: Row) =>
  column.rowHead
    ? html`<th scope="row" role="rowheader" class=${classesOf(column)}>${column.cell(row)}</th>`
    : html`<td role="cell" class=${classesOf(column)} data-head=${column.hiddenHead ? '' : column.head}>
        <div class="cell">${column.cell(row)}</div>
      </td>`

/**
 * A real table: heads and first column stick, arrow keys move between cells. Roles are written out because
 * the layout as cards would otherwise take them from screen readers.
 */
export function dataTable<Row>(table: DataTable<Row>): TemplateResult {
  const { caption, showCaption, columns, groups, cards, roomy, rowId } = table
  return html`<table
    class="table ${cards ? 'table-cards' : ''} ${roomy ? 'table-roomy' : ''}"
    role="table"
    @keydown=${moveBetweenCells}
  >
    <caption class=${showCaption ? '' : 'hidden'}>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(
          (column) =>
            html`<th scope="col" role="columnheader" class=${classesOf(column)}>
              ${column.hiddenHead ? html`<span class="hidden">${column.head}</span>` : column.head}${column.sub ? html` <span class="sub">${column.sub}</span>` : nothing}
            </th>`,
        )}
      </tr>
    </thead>
    ${groups.map(
      ({ title, rows }) =>
        html`<tbody role="rowgroup">
          ${
            title
              ? html`<tr class="group-row" role="row">
                  <th colspan=${columns.length} scope="rowgroup" role="rowheader">${title}</th>
                </tr>`
              : nothing
          }
          ${rows.map(
            (row) =>
              html`<tr role="row" id=${rowId?.(row) ?? nothing}>
                ${columns.map((column) => cell(column, row))}
              </tr>`,
          )}
        </tbody>`,
    )}
  </table>`
}
