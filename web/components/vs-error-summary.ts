import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { LightElement } from './element.ts'

export interface FormError {
  /** The id of the box it is about. */
  id: string
  text: string
}

/** At the top of a form: every error with a link to its box. Takes the focus when errors come. */
@customElement('vs-error-summary')
export class VsErrorSummary extends LightElement {
  @property({ attribute: false }) errors: readonly FormError[] = []

  protected override render() {
    if (this.errors.length === 0) return nothing
    return html`<div class="error-summary" role="alert" tabindex="-1">
      <h2>
        ${this.errors.length === 1 ? 'One thing to put right' : `${this.errors.length} things to put right`}
      </h2>
      <ul>
        ${this.errors.map(
          ({ id, text }) =>
            html`<li><a href="#${id}" @click=${(event: Event) => goTo(event, id)}>${text}</a></li>`,
        )}
      </ul>
    </div>`
  }

  protected override updated(changed: PropertyValues<this>) {
    if (changed.has('errors') && this.errors.length > 0)
      this.querySelector<HTMLElement>('.error-summary')?.focus()
  }
}

function goTo(event: Event, id: string) {
  event.preventDefault()
  document.getElementById(id)?.focus()
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-error-summary': VsErrorSummary
  }
}
