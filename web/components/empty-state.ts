import { html, nothing, type TemplateResult } from 'lit'

export interface EmptyState {
  title: string
  /** Whether it is a true zero or nothing is known yet. */
  text: string
  /** It stands for the whole page, right below its head. */
  isPage?: boolean
  /** The next act: buttons or links. */
  actions?: unknown
}

/** What stands where a list would be. */
export function emptyState({ title, text, isPage, actions }: EmptyState): TemplateResult {
  return html`<div class="empty">
    ${isPage ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
    <p class="quiet">${text}</p>
    ${actions ? html`<div class="form-actions">${actions}</div>` : nothing}
  </div>`
}
