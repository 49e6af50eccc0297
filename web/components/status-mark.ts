import { html, nothing, svg, type TemplateResult } from 'lit'
import { statusWord, type Status } from '../format.ts'

/** The statuses; an open diamond for what was done too late; a plain circle for what lies ahead. */
export type MarkName = Status | 'late' | 'ahead'

const DIAMOND =
  'M7.05 1.04a1.34 1.34 0 0 1 1.9 0l6 6a1.34 1.34 0 0 1 0 1.9l-6 6a1.34 1.34 0 0 1-1.9 0l-6-6a1.34 1.34 0 0 1 0-1.9z' +
  'M8 3.6a1.15 1.15 0 0 0-1.15 1.25l.3 3.7a.85.85 0 0 0 1.7 0l.3-3.7A1.15 1.15 0 0 0 8 3.6z' +
  'M8 10.3a1.05 1.05 0 1 0 0 2.1 1.05 1.05 0 0 0 0-2.1z'

const dashedCircle = svg`<circle class="line" cx="8" cy="8" r="6.7" stroke-width="1.4" stroke-dasharray="2.6 1.9" />`
const openCircle = svg`<circle class="line" cx="8" cy="8" r="6.2" stroke-width="2" />`

const SHAPES: Record<MarkName, TemplateResult<2>> = {
  breach: svg`<path fill-rule="evenodd" d=${DIAMOND} />`,
  late: svg`<path class="line" stroke-width="1.5" d="M8 1.6 14.4 8 8 14.4 1.6 8z" /><path class="line" stroke-width="1.7" d="M8 5v3.4" /><circle cx="8" cy="10.9" r=".95" />`,
  due: svg`<circle class="line" cx="8" cy="8" r="6.5" stroke-width="1.75" /><path d="M8 1.5a6.5 6.5 0 0 1 0 13z" />`,
  watch: openCircle,
  ahead: svg`<circle class="line" cx="8" cy="8" r="6.4" stroke-width="1.5" />`,
  met: svg`<path class="line" stroke-width="2" d="M2.6 8.6l3.7 3.7 7.2-8.2" />`,
  'no-data': svg`${dashedCircle}<path class="line" stroke-width="1.5" d="M6.1 6.5a1.95 1.95 0 1 1 2.9 1.6c-.7.4-1 .8-1 1.5" /><circle cx="8" cy="11.7" r=".95" />`,
  error: svg`${dashedCircle}<path class="line" stroke-width="1.7" d="M8 4.8v3.9" /><circle cx="8" cy="11.3" r="1" />`,
  'not-applicable': svg`<path class="line" stroke-width="1.9" d="M4.4 8h7.2" />`,
}

const wordOf = (name: MarkName): string =>
  name === 'ahead' ? 'Ahead' : name === 'late' ? 'Late' : statusWord(name)

/**
 * The shape of a status, in its colour, with its word for screen readers. 16 px in rows, 14 in tags,
 * 22 in heads. `word` replaces the read-out word; an empty one leaves it out where the word stands beside it.
 */
export function statusMark(name: MarkName, size = 16, word = wordOf(name)): TemplateResult {
  return html`<span class="mark mark-${name}"
    ><svg viewBox="0 0 16 16" width=${size} height=${size} aria-hidden="true">${SHAPES[name]}</svg>${
      word ? html`<span class="hidden">${word}</span>` : nothing
    }</span
  >`
}

/** The same shape inside a drawing, centred on a point. */
export function markInDrawing(name: MarkName, x: number, y: number, size = 16): TemplateResult<2> {
  return svg`<svg class="mark-${name} mark" x=${x - size / 2} y=${y - size / 2} width=${size} height=${size} viewBox="0 0 16 16">${SHAPES[name]}</svg>`
}

export interface MarkKey {
  mark: MarkName
  word: string
}

/** The key of a chart or a table: each shape with its word. */
export function marksKey(keys: readonly MarkKey[]): TemplateResult {
  return html`<ul class="marks-key caption">
    ${keys.map(({ mark, word }) => html`<li>${statusMark(mark, 16, '')} ${word}</li>`)}
  </ul>`
}
