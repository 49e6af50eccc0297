import { html, type TemplateResult } from 'lit'

/** Terms with what is so of each. */
export const factsList = (facts: readonly (readonly [term: string, value: unknown])[]): TemplateResult =>
  html`<dl class="facts">
    ${facts.map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`
