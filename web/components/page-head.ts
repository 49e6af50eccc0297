import { html, nothing, type TemplateResult } from 'lit'

export interface PageHead {
  /** The finding or the next act, as a sentence; never the name of the page. */
  sentence: unknown
  /** Who is counted, and what has changed. */
  lead?: unknown
  /** At most two outlined buttons. */
  actions?: unknown
  /** Above it: where one came from. */
  crumbs?: unknown
}

/** The head of a page. Its heading takes the focus when the page is opened from another. */
export function pageHead({ sentence, lead, actions, crumbs }: PageHead): TemplateResult {
  return html`<header class="page-head">
    ${crumbs ? html`<nav class="crumbs small" aria-label="Where you are">${crumbs}</nav>` : nothing}
    <div class="page-say">
      <h1 tabindex="-1">${sentence}</h1>
      ${lead ? html`<p class="lead">${lead}</p>` : nothing}
    </div>
    ${actions ? html`<div class="page-actions">${actions}</div>` : nothing}
  </header>`
}
