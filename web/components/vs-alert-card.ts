import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { dutyLine, whenDue, type AlertView } from './alert.ts'
import { alertWays } from './alert-ways.ts'
import { childLink } from './child-name.ts'
import { LightElement } from './element.ts'
import { statusChips } from './status-chip.ts'
import { statusMark } from './status-mark.ts'
import './vs-alert-answer.ts'

/**
 * One alert as a row of a card: whom it is about, what is so, why, whose duty, by when, and the two ways on.
 * `compact` leaves out the child, for the child's own page.
 * Tells `act` and `undo` {alertId} for the buttons, and lets `answer` of the closing form through.
 */
@customElement('vs-alert-card')
export class VsAlertCard extends LightElement {
  @property({ attribute: false }) alert?: AlertView
  /** The day the page is seen at; "ask me on" must lie after it. */
  @property() on = ''
  @property({ type: Boolean }) compact = false
  /** What stands under the duty, such as its evidence to be opened. */
  @property({ attribute: false }) more: unknown = nothing
  @state() private answering = false

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
        ${alert.when ? whenDue(alert.status, alert.when) : nothing} ${this.ways(alert)}
      </div>
      ${this.answering ? this.answerForm(alert) : nothing}
    </article>`
  }

  private ways(alert: AlertView) {
    return alertWays(alert, {
      answering: this.answering,
      wide: true,
      act: () => this.tell('act', { alertId: alert.id }),
      answer: () => (this.answering = !this.answering),
      undo: () => this.tell('undo', { alertId: alert.id }),
    })
  }

  private answerForm(alert: AlertView) {
    return html`<vs-alert-answer
      alert-id=${alert.id}
      closing=${alert.closing ?? ''}
      on=${this.on}
      @answer=${() => (this.answering = false)}
      @give-up=${() => this.stopAnswering()}
    ></vs-alert-answer>`
  }

  private async stopAnswering() {
    this.answering = false
    await this.updateComplete
    this.querySelector<HTMLElement>('.answer-open')?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-alert-card': VsAlertCard
  }
}
