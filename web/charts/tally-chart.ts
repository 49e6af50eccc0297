import { html, nothing, type TemplateResult } from 'lit'
import { nameInWords } from '../components/child-name.ts'
import { statusMark } from '../components/status-mark.ts'
import { figure } from '../format.ts'
import {
  tallyKeys,
  tallySeries,
  type TallyKey,
  type TallyMark,
  type TallyRow,
  type TallyShape,
} from './tally-series.ts'

const shapeOf = (shape: TallyShape): TemplateResult =>
  shape === 'solid' || shape === 'outline'
    ? html`<span class="tally-square tally-${shape}"></span>`
    : statusMark(shape, 16, '')

const titleOf = ({ name, words }: TallyMark) => (name ? nameInWords(name, `: ${words}`) : words)

/** Rows of marks, one for each, with the number at the right; too many are counted, not drawn. */
export function tallyChart(rows: readonly TallyRow[], keys: readonly TallyKey[]): TemplateResult {
  return html`<dl class="tally">
    ${tallySeries(rows, keys).map(
      ({ label, note, total, marks, counts, summary }) =>
        html`<div>
          <dt>${label}${note ? html`<span class="note">${note}</span>` : nothing}</dt>
          <dd>
            <span class="hidden">${summary || 'None'}</span>
            <ul class="tally-marks" aria-hidden="true">
              ${marks.map((mark) => html`<li title=${titleOf(mark)}>${shapeOf(mark.shape)}</li>`)}
              ${counts.map(({ shape, many }) => html`<li class="tally-count">${shapeOf(shape)} ${figure(many)}</li>`)}
            </ul>
            <span class="tally-total ${total === 0 ? 'faint' : ''}" aria-hidden="true">${figure(total)}</span>
          </dd>
        </div>`,
    )}
  </dl>`
}

/** Its key: only the shapes that occur, and none where there is but one square. */
export function tallyKey(
  rows: readonly TallyRow[],
  keys: readonly TallyKey[],
): TemplateResult | typeof nothing {
  const shown = tallyKeys(rows, keys)
  if (shown.length === 0) return nothing
  return html`<ul class="marks-key caption">
    ${shown.map(({ shape, word }) => html`<li>${shapeOf(shape)} ${word}</li>`)}
  </ul>`
}
