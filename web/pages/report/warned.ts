import { html, nothing, type TemplateResult } from 'lit'
import { freeText } from '../../components/child-name.ts'
import { statusMark } from '../../components/status-mark.ts'

/** Words that name or describe a child, each with why; nothing where there are none. */
export function warned(warnings: readonly string[]): TemplateResult {
  if (warnings.length === 0) return html`${nothing}`
  return html`<div class="report-warned no-print">
    ${statusMark('breach', 16, '')}
    <div>
      <b>A reader could tell who this is about.</b>
      <ul>
        ${warnings.map((warning) => html`<li>${freeText(warning)}</li>`)}
      </ul>
    </div>
  </div>`
}
