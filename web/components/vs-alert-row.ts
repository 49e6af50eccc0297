import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { AlertRow } from './alert.ts'
import { alertWays } from './alert-ways.ts'
import { childLink } from './child-name.ts'
import { LightElement } from './element.ts'
import './vs-alert-answer.ts'

/** One child of a card of several, who can be acted for alone. Tells what a card of one tells. */
@customElement('vs-alert-row')
export class VsAlertRow extends LightElement {
  @property({ attribute: false }) row?: AlertRow
  /** The day the page is seen at. */
  @property() on = ''
  @state() private answering = false

  protected override render() {
    const { row } = this
    if (!row) return nothing
    return html`<div
      class="alert-row ${row.answered ? 'alert-answered' : ''}"
      id="alert-${row.id}"
      tabindex="-1"
    >
      <p class="alert-row-who">${childLink(row.child)} <span class="small quiet">${row.note}</span></p>
      <div class="alert-row-ways">
        ${alertWays(row, {
          answering: this.answering,
          wide: false,
          act: () => this.tell('act', { alertId: row.id }),
          answer: () => (this.answering = !this.answering),
          undo: () => this.tell('undo', { alertId: row.id }),
        })}
      </div>
      ${
        this.answering
          ? html`<vs-alert-answer
              alert-id=${row.id}
              closing=${row.closing ?? ''}
              on=${this.on}
              @answer=${() => (this.answering = false)}
              @give-up=${() => this.stopAnswering()}
            ></vs-alert-answer>`
          : nothing
      }
    </div>`
  }

  private async stopAnswering() {
    this.answering = false
    await this.updateComplete
    this.querySelector<HTMLElement>('.answer-open')?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-alert-row': VsAlertRow
  }
}
