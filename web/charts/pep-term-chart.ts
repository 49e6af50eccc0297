import { html, type TemplateResult } from 'lit'
import { nameInWords } from '../components/child-name.ts'
import { marksKey, statusMark } from '../components/status-mark.ts'
import { pepTermMarks, pepTermSeries, type PepTerm } from './pep-term-series.ts'

/** PEPs by term, one mark a looked-after child for whom the term counts. */
export function pepTermChart(terms: readonly PepTerm[]): TemplateResult {
  return html`<dl class="pep-terms">
    ${pepTermSeries(terms).map(
      ({ term, note, marks, summary }) =>
        html`<div>
          <dt>${term}<span class="note">${note}</span></dt>
          <dd>
            <span class="hidden">${summary || 'Nobody'}</span>
            <ul class="pep-marks" aria-hidden="true">
              ${marks.map(({ mark, name, words }) => html`<li title=${nameInWords(name, `: ${words}`)}>${statusMark(mark, 18, '')}</li>`)}
            </ul>
          </dd>
        </div>`,
    )}
  </dl>`
}

/** Its key: only the marks that occur. */
export const pepTermKey = (terms: readonly PepTerm[]): TemplateResult => marksKey(pepTermMarks(terms))
