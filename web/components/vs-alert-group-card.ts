import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { dutyLine, whenDue, type AlertGroupView } from './alert.ts'
import { childLink } from './child-name.ts'
import { LightElement } from './element.ts'
import { statusMark } from './status-mark.ts'

/** Three or more children with the same duty by the same day, as one row of names. Tells `act` {alertId}. */
@customElement('vs-alert-group-card')
export class VsAlertGroupCard extends LightElement {
  @property({ attribute: false }) group?: AlertGroupView

  protected override render() {
    const { group } = this
    if (!group) return nothing
    const { id, status, title, evidence, children, duty, when, action } = group
    return html`<article class="alert" id="alert-${id}" tabindex="-1">
      <div class="alert-what">
        <h3 class="alert-title">${statusMark(status)} <span class="alert-group-title">${title}</span></h3>
        ${evidence ? html`<p class="alert-evidence">${evidence}</p>` : nothing}
        <ul class="alert-names">
          ${children.map((child) => html`<li>${childLink(child)} <span class="small quiet">${child.note}</span></li>`)}
        </ul>
        ${dutyLine(duty)}
      </div>
      <div class="alert-ways">
        ${when ? whenDue(status, when) : nothing}
        ${
          action
            ? html`<button
                class="button button-wide ${action.solid ? 'button-solid' : ''}"
                type="button"
                @click=${() => this.tell('act', { alertId: id })}
              >
                ${action.label}
              </button>`
            : nothing
        }
      </div>
    </article>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-alert-group-card': VsAlertGroupCard
  }
}
