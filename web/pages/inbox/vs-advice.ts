import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { LightElement } from '../../components/element.ts'
import { field } from '../../components/field.ts'

/** What is advised on one child. Tells `advise` {words}, `kept` {words} at each key, and `give-up`. */
@customElement('vs-advice')
export class VsAdvice extends LightElement {
  /** What was typed before, when the form was left. */
  @property({ attribute: false }) words = ''
  @property({ attribute: false }) alsoReads = false
  @property({ attribute: false }) isBusy = false
  @property({ attribute: false }) said = ''
  @state() private error = ''

  protected override firstUpdated() {
    this.querySelector('textarea')?.focus()
  }

  protected override render() {
    return html`<form
      class="form"
      novalidate
      @submit=${(event: Event) => this.send(event)}
      @input=${() => this.tell('kept', { words: this.typed })}
    >
      ${field({
        id: 'advice',
        name: 'advice',
        label: 'What you advise',
        hint: 'It stands on the school’s page within seconds, under your name, and stays with the child’s record.',
        widget: 'textarea',
        required: true,
        value: this.words,
        maxlength: 1000,
        ...(this.error && { error: this.error }),
      })}
      ${this.alsoReads ? html`<p class="small quiet">The school then also knows that you have read it.</p>` : nothing}
      ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}
      <div class="form-actions">
        <button class="button button-solid" type="submit" aria-disabled=${this.isBusy}>
          Send it to the school
        </button>
        <button class="button" type="button" @click=${() => this.tell('give-up', {})}>Go back</button>
      </div>
    </form>`
  }

  private get typed() {
    return this.querySelector('textarea')?.value ?? ''
  }

  private send(event: Event) {
    event.preventDefault()
    const words = this.typed.trim()
    this.error = words === '' ? 'Write what you advise, in a sentence or two.' : ''
    if (words === '') void this.updateComplete.then(() => this.querySelector('textarea')?.focus())
    else if (!this.isBusy) this.tell('advise', { words })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-advice': VsAdvice
  }
}
