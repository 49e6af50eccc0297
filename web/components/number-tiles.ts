import { html, type TemplateResult } from 'lit'
import { figure } from '../format.ts'
import { statusMark } from './status-mark.ts'

export interface NumberTile {
  value: number
  /** With the unit: `new marks`. */
  label: string
  /** Stands in the way: gets the wash and the diamond. */
  broken?: boolean
}

/** A few numbers side by side, each with its unit. */
export function numberTiles(tiles: readonly NumberTile[]): TemplateResult {
  return html`<ul class="tiles card">
    ${tiles.map(
      ({ value, label, broken }) =>
        html`<li class=${broken ? 'tile-broken' : ''}>
          <b class="tile-number">${figure(value)}</b>
          <span class="quiet">${broken ? statusMark('breach', 16, '') : ''} ${label}</span>
        </li>`,
    )}
  </ul>`
}
