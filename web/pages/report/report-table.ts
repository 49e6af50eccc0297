import { html, nothing, type TemplateResult } from 'lit'
import type { ReportTable } from '../../api.ts'
import { moveBetweenCells } from '../../components/cell-navigation.ts'
import type { ExactShown } from './exact-shown.ts'
import { grouped, placedCells, placesOf } from './placed-cells.ts'
import { cellBothWays, cellShown, isHeldBack } from './report-cell.ts'

export interface TableShown {
  table: ReportTable
  /** What stands for a hidden number, where it is said under this table. */
  hiddenNote: string | null
  /** The exact numbers, where both are shown side by side. */
  exact: ReadonlyMap<string, ExactShown> | null
}

/** Whether a number in it is hidden, or told between two others. */
export const holdsBack = ({ rows }: ReportTable): boolean => rows.some(({ cells }) => cells.some(isHeldBack))

const hasFigures = ({ rows }: ReportTable, at: number) =>
  rows.some(({ cells }) => cells[at] !== undefined && 'figure' in cells[at])

/** Columns of numbers that stand beside each other in the hand; with more, each row is read from top to bottom. */
const NARROW = 3

/**
 * A table of the report: a real one with caption and heads of rows, and what its marks mean under it. One of words
 * alone, or of many columns, becomes cards on a narrow screen, so that nothing stands out of sight at its side; roles
 * are written out because that would otherwise take them away.
 */
export function reportTable({ table, hiddenNote, exact }: TableShown): TemplateResult {
  const [first, ...heads] = table.columns
  const hides = holdsBack(table)
  const numbers = heads.map((_, at) => hasFigures(table, at))
  const isWords = !numbers.includes(true)
  const isWide = !isWords && heads.length > NARROW
  const isMoved = !isWords && !isWide
  return html`<div class="report-figure">
    <div
      class="report-table-place"
      role=${isMoved ? 'group' : nothing}
      aria-label=${isMoved ? table.caption : nothing}
      tabindex=${isMoved ? 0 : nothing}
    >
      <table
        class="table report-table ${isWords || isWide ? 'table-cards' : ''} ${isWords ? 'report-table-words' : ''} ${isWide ? 'report-table-wide' : ''}"
        role="table"
        @keydown=${moveBetweenCells}
      >
        <caption>
          <span class="report-caption">${table.caption}</span>
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">${first}</th>
            ${heads.map(
              (head, at) =>
                html`<th scope="col" role="columnheader" class=${numbers[at] ? 'number' : ''}>${head}</th>`,
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${table.rows.map(
            ({ label, cells }) =>
              html`<tr role="row">
                <th scope="row" role="rowheader">${label}</th>
                ${cells.map(
                  (cell, at) =>
                    html`<td role="cell" class=${numbers[at] ? 'number' : ''} data-head=${heads[at] ?? ''}>
                      ${exact ? cellBothWays(cell, exact) : cellShown(cell)}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${table.note ? html`<p class="caption report-note">${table.note}</p>` : nothing}
    ${hides && hiddenNote ? hiddenLine(hiddenNote) : nothing} ${notKnown(table)}
  </div>`
}

/** What the dashed box stands for, with the box itself. */
function hiddenLine(note: string): TemplateResult {
  const rest = note.replace(/^[“"]?c[”"]?\s+/, '')
  return html`<p class="caption report-note">
    ${rest === note ? nothing : html`<span class="report-hidden">c</span> `}${rest}
  </p>`
}

/** Why a number is not known: once for all cells of the same reason. */
function notKnown(table: ReportTable) {
  const cells = placedCells(table)
  const unknown = cells.filter(({ cell }) => cell.shown.as === 'unknown')
  return grouped(unknown, ({ cell }) => (cell.shown.as === 'unknown' ? cell.shown.why : '')).map(
    ([why, placed]) =>
      html`<p class="caption report-note">
        <span class="report-not-known">Not known</span> ${placesOf(placed, cells)}: ${why}
      </p>`,
  )
}
