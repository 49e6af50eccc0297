import { html, type TemplateResult } from 'lit'
import { statusMark } from './status-mark.ts'

/** The steps of a long work; `at` is the place, from 0, of the one that is open. */
export function steps(names: readonly string[], at: number): TemplateResult {
  return html`<ol class="steps">
    ${names.map((name, place) => {
      const mark =
        place < at ? statusMark('met', 16, 'Done:') : place === at ? statusMark('due', 16, 'Now:') : ''
      return html`<li
        class=${place < at ? 'step-done' : place === at ? 'step-now' : ''}
        aria-current=${place === at ? 'step' : 'false'}
      >
        ${mark} <span>${name}</span>
      </li>`
    })}
  </ol>`
}
