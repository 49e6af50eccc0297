import { html, nothing, type TemplateResult } from 'lit'
import type { Cell, ReportTable } from '../../api.ts'
import { moveBetweenCells } from '../../components/cell-navigation.ts'
import { list } from '../../format.ts'
import { whichChildren, type ExactShown } from './exact-shown.ts'
import { cellBothWays, cellShown, isHeldBack } from './report-cell.ts'

export interface TableShown {
  table: ReportTable
  /** What stands for a hidden number; said under each table in which one is hidden. */
  hiddenNote: string | null
  /** The exact numbers, where both are shown side by side. */
  exact: ReadonlyMap<string, ExactShown> | null
}

/** Whether a number in it is hidden, or told between two others. */
export const holdsBack = ({ rows }: ReportTable): boolean => rows.some(({ cells }) => cells.some(isHeldBack))

const hasFigures = ({ rows }: ReportTable, at: number) =>
  rows.some(({ cells }) => cells[at] !== undefined && 'figure' in cells[at])

/**
 * A table of the report: a real one with caption and heads of rows, and what its marks mean under it. One of words
 * alone becomes cards on a narrow screen; roles are written out because that would otherwise take them away.
 */
export function reportTable({ table, hiddenNote, exact }: TableShown): TemplateResult {
  const [first, ...heads] = table.columns
  const hides = holdsBack(table)
  const numbers = heads.map((_, at) => hasFigures(table, at))
  const isWords = !numbers.includes(true)
  return html`<div class="report-figure">
    <div
      class="report-table-place"
      role=${isWords ? nothing : 'region'}
      aria-label=${isWords ? nothing : table.caption}
      tabindex=${isWords ? nothing : 0}
    >
      <table
        class="table report-table ${isWords ? 'table-cards' : ''}"
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
    ${exact ? reasons(table, exact) : nothing}
  </div>`
}

/** What the dashed box stands for, with the box itself. */
export function hiddenLine(note: string): TemplateResult {
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
function reasons(table: ReportTable, exact: ReadonlyMap<string, ExactShown>) {
  const cells = placedCells(table)
  if (cells.length === 0) return nothing
  const held = cells.filter(({ cell }) => isHeldBack(cell))
  return html`<div class="report-reasons no-print">
    ${
      held.length > 0
        ? html`<p class="caption strong">Why it is not printed exactly</p>
            <ul class="caption">
              ${grouped(held, ({ cell }) => exact.get(cell.figure)?.why ?? withoutReason(cell)).map(
                ([why, placed]) => html`<li><b>${placesOf(placed, cells)}:</b> ${why}</li>`,
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
    ${whichChildren(
      cells.map(({ cell, row, column }) => ({ label: `${row}: ${column}`, figure: exact.get(cell.figure) })),
    )}
  </div>`
}

/** What last year’s report printed is printed again as it was. */
const withoutReason = ({ figure }: Placed['cell']) =>
  figure.startsWith('last-year.') ? 'The report of the year before printed it so.' : 'No reason is kept.'

function grouped<T>(all: readonly T[], of: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(of(one), [...(groups.get(of(one)) ?? []), one])
  return [...groups]
}

/** Whole columns or rows by their heads alone; single cells by row, with their column where there are more. */
function placesOf(placed: readonly Placed[], all: readonly Placed[]): string {
  const isWhole = (by: (one: Placed) => string) =>
    placed.every((one) => {
      const inAll = all.filter((other) => by(other) === by(one)).length
      return inAll === placed.filter((other) => by(other) === by(one)).length
    })
  const names = (by: (one: Placed) => string, among = placed) => list([...new Set(among.map(by))])
  if (isWhole(({ column }) => column) && new Set(all.map(({ column }) => column)).size > 1)
    return names(({ column }) => column)
  if (isWhole(({ row }) => row)) return names(({ row }) => row)
  return grouped(placed, ({ column }) => column)
    .map(([column, ones]) => `${names(({ row }) => row, ones)} (${column})`)
    .join('; ')
}
