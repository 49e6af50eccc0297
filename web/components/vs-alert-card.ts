import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { dutyLine, whenDue, type AlertView } from './alert.ts'
import { childLink } from './child-name.ts'
import { LightElement } from './element.ts'
import { statusChips } from './status-chip.ts'
import { statusMark } from './status-mark.ts'
import './vs-alert-answer.ts'

/**
 * One alert as a row of a card: whom it is about, what is so, why, whose duty, by when, and the two ways on.
 * `compact` leaves out the child, for the child's own page.
 * Tells `act` {alertId} for the button, and lets `answer` of the closing form through.
 */
@customElement('vs-alert-card')
export class VsAlertCard extends LightElement {
  @property({ attribute: false }) alert?: AlertView
  /** The day the page is seen at; "ask me on" must lie after it. */
  @property() on = ''
  @property({ type: Boolean }) compact = false
  @state() private answering = false

  protected override render() {
    const { alert } = this
    if (!alert) return nothing
    return html`<article
      class="alert ${this.compact ? 'alert-compact' : ''}"
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
        ${dutyLine(alert.duty)}
      </div>
      <div class="alert-ways">${whenDue(alert.status, alert.when)} ${this.ways(alert)}</div>
      ${this.answering ? this.answerForm(alert) : nothing}
    </article>`
  }

  private ways(alert: AlertView) {
    const { action, answerLabel, answered } = alert
    return html`${
      action
        ? html`<button
            class="button button-wide ${action.solid ? 'button-solid' : ''}"
            type="button"
            aria-label=${`${action.label}: ${alert.child.name}`}
            @click=${() => this.tell('act', { alertId: alert.id })}
          >
            ${action.label}
          </button>`
        : nothing
    }
    ${answered ? html`<p class="small quiet">${answered}</p>` : nothing}
    ${
      answerLabel && !answered
        ? html`<button
            class="link"
            type="button"
            aria-expanded=${this.answering}
            @click=${() => (this.answering = !this.answering)}
          >
            ${answerLabel}<span class="hidden">: ${alert.child.name}, ${alert.title}</span>
          </button>`
        : nothing
    }`
  }

  private answerForm(alert: AlertView) {
    return html`<vs-alert-answer
      alert-id=${alert.id}
      child-name=${alert.child.name}
      on=${this.on}
      @answer=${() => (this.answering = false)}
      @give-up=${() => this.stopAnswering()}
    ></vs-alert-answer>`
  }

  private async stopAnswering() {
    this.answering = false
    await this.updateComplete
    this.querySelector<HTMLElement>('.alert-ways .link')?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-alert-card': VsAlertCard
  }
}
