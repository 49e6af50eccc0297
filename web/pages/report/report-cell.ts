import { html, type TemplateResult } from 'lit'
import type { Cell, ExactFigure, Shown, Unit } from '../../api.ts'
import { numberText, shownText } from './numbers.ts'

/** A number as governors read it: hidden ones, and what is not known, in a dashed box. */
export function shownNumber(shown: Shown, unit: Unit): TemplateResult {
  if (shown.as === 'hidden')
    return html`<span class="report-hidden"
      ><span aria-hidden="true">c</span><span class="hidden">hidden</span></span
    >`
  if (shown.as === 'unknown') return html`<span class="report-not-known">Not known</span>`
  if (shown.as === 'range') return range(shown, unit)
  return html`<span class=${shown.value === 0 ? 'faint' : 'strong'}>${shownText(shown, unit)}</span>`
}

/** A screen reader says "6 to 11", where it would leave the dash out or say "minus". */
const range = (shown: Extract<Shown, { as: 'range' }>, unit: Unit): TemplateResult =>
  html`<span class="report-range"
    >${shownText(shown, unit)
      .split('–')
      .map((part, at) =>
        at === 0 ? part : html`<span aria-hidden="true">–</span><span class="hidden">${' to '}</span>${part}`,
      )}</span
  >`

/** A cell of a table as governors see it. */
export const cellShown = (cell: Cell): unknown =>
  'text' in cell ? cell.text : shownNumber(cell.shown, cell.unit)

/** The exact number, and under it what governors are shown where that is something else. */
export function cellBothWays(cell: Cell, exact: ReadonlyMap<string, ExactFigure>): unknown {
  if ('text' in cell) return cell.text
  const figure = exact.get(cell.figure)
  if (!figure || figure.value === null) return shownNumber(cell.shown, cell.unit)
  const number = html`<b><span class="hidden">Exactly </span>${numberText(figure.value, cell.unit)}</b>`
  if (cell.shown.as === 'exact' && cell.shown.value === figure.value) return number
  return html`<span class="report-both"
    >${number}<span class="caption">printed ${shownNumber(cell.shown, cell.unit)}</span></span
  >`
}

/** Whether a number stands there and is not told exactly. */
export const isHeldBack = (cell: Cell): boolean =>
  'figure' in cell && (cell.shown.as === 'hidden' || cell.shown.as === 'range')
