import { html, nothing, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { AlertRow } from './alert.ts'
import { alertWays } from './alert-ways.ts'
import { LightElement } from './element.ts'
import './vs-alert-answer.ts'

/**
 * One alert that can be acted on: its two ways on, and the closing form once it is opened. Tells `act` and `undo`
 * {alertId} for the buttons, and lets `answer` of the closing form through.
 */
export abstract class AlertElement extends LightElement {
  /** The day the page is seen at; "ask me on" must lie after it. */
  @property() on = ''
  @state() private answering = false

  protected ways(alert: Omit<AlertRow, 'note'>, { wide }: { wide: boolean }): TemplateResult {
    return alertWays(alert, {
      answering: this.answering,
      wide,
      act: () => this.tell('act', { alertId: alert.id }),
      answer: () => (this.answering = !this.answering),
      undo: () => this.tell('undo', { alertId: alert.id }),
    })
  }

  protected answerForm({ id, closing }: Pick<AlertRow, 'id' | 'closing'>): TemplateResult | typeof nothing {
    if (!this.answering) return nothing
    return html`<vs-alert-answer
      alert-id=${id}
      closing=${closing ?? ''}
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
