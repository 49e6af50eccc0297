import { html, type TemplateResult } from 'lit'
import { dataTable } from './data-table.ts'

/** A drawing's figures as a plain table: the same numbers, one key away. */
export interface TableTwin {
  caption: string
  head: readonly string[]
  /** The first cell names the row. */
  rows: readonly (readonly (string | number)[])[]
}

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
        cell: (row: readonly (string | number)[]) => row[at] ?? '',
      })),
      groups: [{ rows }],
    })}
  </div>`
}
