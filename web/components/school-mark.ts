import { html, type TemplateResult } from 'lit'

/** The mark: five school days, the third of them today. */
export function schoolMark(): TemplateResult {
  return html`<svg class="school-mark" viewBox="0 0 34 34" width="34" height="34" aria-hidden="true">
    <rect class="ground" width="34" height="34" rx="8" />
    <path class="days" d="M7 26v-5M12 26v-9M17 26V9M22 26v-9M27 26v-5" />
  </svg>`
}
