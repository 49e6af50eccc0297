import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { dutyLine, whenDue, type AlertView } from './alert.ts'
import { AlertElement } from './alert-element.ts'
import { childLink } from './child-name.ts'
import { statusChips } from './status-chip.ts'
import { statusMark } from './status-mark.ts'

/**
 * One alert as a row of a card: whom it is about, what is so, why, whose duty, by when, and the two ways on.
 * `compact` leaves out the child, for the child's own page.
 */
@customElement('vs-alert-card')
export class VsAlertCard extends AlertElement {
  @property({ attribute: false }) alert?: AlertView
  @property({ type: Boolean }) compact = false
  /** What stands under the duty, such as its evidence to be opened. */
  @property({ attribute: false }) more: unknown = nothing

  protected override render() {
    const { alert } = this
    if (!alert) return nothing
    return html`<article
      class="alert ${this.compact ? 'alert-compact' : ''} ${alert.answered ? 'alert-answered' : ''}"
      id="alert-${alert.id}"
      tabindex="-1"
    >
      <div class="alert-what">
        ${
          this.compact
            ? nothing
            : html`<p class="alert-who">
                ${childLink(alert.child)} <span class="small quiet">${alert.child.yearGroup}</span>
                ${statusChips(alert.child.statuses)}
              </p>`
        }
        <h3 class="alert-title">${statusMark(alert.status)} <span>${alert.title}</span></h3>
        <p class="alert-evidence">${alert.evidence}</p>
        ${dutyLine(alert.duty)} ${this.more}
      </div>
      <div class="alert-ways">
        ${alert.when ? whenDue(alert.status, alert.when) : nothing} ${this.ways(alert, { wide: true })}
      </div>
      ${this.answerForm(alert)}
    </article>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-alert-card': VsAlertCard
  }
}
