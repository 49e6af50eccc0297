import { html, type TemplateResult } from 'lit'
import { childName } from './child-name.ts'
import { dataTable } from './data-table.ts'

/** What stands in a cell; a child's name is marked as one, so that it can give way to initials. */
export type TwinCell = string | number | { child: string }

/** A drawing's figures as a plain table: the same numbers, one key away. */
export interface TableTwin {
  caption: string
  head: readonly string[]
  /** The first cell names the row. */
  rows: readonly (readonly TwinCell[])[]
}

const shown = (cell: TwinCell | undefined) =>
  typeof cell === 'object' ? childName(cell.child) : (cell ?? '')

/** The table of a drawing. All columns but the first with only figures stand at the right. */
export function tableTwin({ caption, head, rows }: TableTwin): TemplateResult {
  const isFigures = (at: number) => rows.every((row) => typeof row[at] === 'number')
  return html`<div class="table-scroll" role="region" aria-label=${caption} tabindex="0">
    ${dataTable({
      caption,
      columns: head.map((name, at) => ({
        key: `${at}`,
        head: name,
        rowHead: at === 0,
        number: at > 0 && isFigures(at),
        cell: (row: readonly TwinCell[]) => shown(row[at]),
      })),
      groups: [{ rows }],
    })}
  </div>`
}
