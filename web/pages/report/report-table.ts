import { html, nothing, type TemplateResult } from 'lit'
import type { Cell, ExactFigure, ReportTable } from '../../api.ts'
import { moveBetweenCells } from '../../components/cell-navigation.ts'
import { list } from '../../format.ts'
import { cellBothWays, cellShown, isHeldBack } from './report-cell.ts'

export interface TableShown {
  table: ReportTable
  /** What stands for a hidden number; said under each table in which one is hidden. */
  hiddenNote: string | null
  /** The exact numbers, where both are shown side by side. */
  exact: ReadonlyMap<string, ExactFigure> | null
}

const isFigures = ({ rows }: ReportTable, at: number) =>
  rows.every(({ cells }) => {
    const cell = cells[at]
    return cell === undefined || 'figure' in cell || /^[\d–-]*$/.test(cell.text)
  })

/** A table of the report: a real one with caption and heads of rows, and what its marks mean under it. */
export function reportTable({ table, hiddenNote, exact }: TableShown): TemplateResult {
  const [first, ...heads] = table.columns
  const hides = table.rows.some(({ cells }) =>
    cells.some((cell) => 'figure' in cell && cell.shown.as === 'hidden'),
  )
  const numbers = heads.map((_, at) => isFigures(table, at))
  return html`<div class="report-figure">
    <div class="report-table-place" role="region" aria-label=${table.caption} tabindex="0">
      <table class="table report-table ${exact ? 'report-table-both' : ''}" @keydown=${moveBetweenCells}>
        <caption>
          ${table.caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${first}</th>
            ${heads.map((head, at) => html`<th scope="col" class=${numbers[at] ? 'number' : ''}>${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${table.rows.map(
            ({ label, cells }) =>
              html`<tr>
                <th scope="row">${label}</th>
                ${cells.map(
                  (cell, at) =>
                    html`<td class=${numbers[at] ? 'number' : ''}>
                      ${exact ? cellBothWays(cell, exact) : cellShown(cell)}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${table.note ? html`<p class="caption report-note">${table.note}</p>` : nothing}
    ${hides && hiddenNote ? hiddenLine(hiddenNote) : nothing} ${exact ? reasons(table, exact) : nothing}
  </div>`
}

/** What the dashed box stands for, with the box itself. */
export function hiddenLine(note: string): TemplateResult {
  const rest = note.replace(/^c\s+/, '')
  return html`<p class="caption report-note">
    ${rest === note ? nothing : html`<span class="report-hidden">c</span> `}${rest}
  </p>`
}

interface Placed {
  cell: Extract<Cell, { figure: string }>
  row: string
  column: string
}

const placedCells = ({ columns, rows }: ReportTable): readonly Placed[] =>
  rows.flatMap(({ label, cells }) =>
    cells.flatMap((cell, at) =>
      'figure' in cell ? [{ cell, row: label, column: columns[at + 1] ?? '' }] : [],
    ),
  )

/** Why each number that is held back is, and who is counted: in words under the table, for every reader alike. */
function reasons(table: ReportTable, exact: ReadonlyMap<string, ExactFigure>) {
  const cells = placedCells(table)
  const held = cells.filter(({ cell }) => isHeldBack(cell))
  const isOneColumn = table.columns.length < 3
  return html`<div class="report-reasons no-print">
    ${
      held.length > 0
        ? html`<p class="caption strong">Why it is not printed exactly</p>
            <ul class="caption">
              ${grouped(held, ({ cell }) => exact.get(cell.figure)?.why ?? 'No reason is kept.').map(
                ([why, placed]) =>
                  html`<li>
                    <b
                      >${placed.map(({ row, column }) => (isOneColumn ? row : `${row}, ${column.toLowerCase()}`)).join('; ')}:</b
                    >
                    ${why}
                  </li>`,
              )}
            </ul>`
        : nothing
    }
    <p class="caption strong">Who is counted</p>
    <ul class="caption">
      ${grouped(
        cells.filter(({ cell }) => exact.has(cell.figure)),
        ({ cell }) => exact.get(cell.figure)?.who ?? '',
      ).map(([who, placed], _, all) =>
        all.length === 1 ? html`<li>${who}</li>` : html`<li><b>${placesOf(placed, cells)}:</b> ${who}</li>`,
      )}
    </ul>
  </div>`
}

function grouped<T>(all: readonly T[], of: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(of(one), [...(groups.get(of(one)) ?? []), one])
  return [...groups]
}

/** The columns, where whole ones count the same children; else the rows. */
function placesOf(placed: readonly Placed[], all: readonly Placed[]): string {
  const columns = [...new Set(placed.map(({ column }) => column))]
  const areWhole = columns.every(
    (column) =>
      all.filter((one) => one.column === column).length ===
      placed.filter((one) => one.column === column).length,
  )
  return list(areWhole ? columns : [...new Set(placed.map(({ row }) => row))])
}
