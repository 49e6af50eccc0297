import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { AlertRow } from './alert.ts'
import { AlertElement } from './alert-element.ts'
import { childLink } from './child-name.ts'

/** One child of a card of several, who can be acted for alone. */
@customElement('vs-alert-row')
export class VsAlertRow extends AlertElement {
  @property({ attribute: false }) row?: AlertRow

  protected override render() {
    const { row } = this
    if (!row) return nothing
    return html`<div
      class="alert-row ${row.answered ? 'alert-answered' : ''}"
      id="alert-${row.id}"
      tabindex="-1"
    >
      <p class="alert-row-who">${childLink(row.child)} <span class="small quiet">${row.note}</span></p>
      <div class="alert-row-ways">${this.ways(row, { wide: false })}</div>
      ${this.answerForm(row)}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-alert-row': VsAlertRow
  }
}
