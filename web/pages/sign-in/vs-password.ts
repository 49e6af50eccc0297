import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { LightElement } from '../../components/element.ts'
import { entry } from './entry.ts'
import { lengthWords, SHORTEST_PASSWORD } from './wrong-with-password.ts'

/** A box for a password, with a way to show it; a new one says while it is typed whether it is long enough. */
@customElement('vs-password')
export class VsPassword extends LightElement {
  @property() name = 'password'
  @property() label = 'Password'
  @property() error = ''
  /** To be chosen now. */
  @property({ type: Boolean }) fresh = false
  @state() private shown = false
  @state() private typed = ''

  protected override render() {
    const words = this.fresh ? lengthWords([...this.typed].length) : ''
    return html`${entry({
      name: this.name,
      label: this.label,
      type: this.shown ? 'text' : 'password',
      autocomplete: this.fresh ? 'new-password' : 'current-password',
      value: this.typed,
      ...(this.fresh && {
        hint: `At least ${SHORTEST_PASSWORD} characters. Three or four words that do not belong together are easy to keep and hard to guess.`,
      }),
      ...(this.error && { error: this.error }),
      onInput: (value) => (this.typed = value),
      beside: html`<button
        class="link entry-beside"
        type="button"
        aria-pressed=${this.shown ? 'true' : 'false'}
        @click=${() => (this.shown = !this.shown)}
      >
        ${this.shown ? 'Hide' : 'Show'}<span class="hidden"> the password</span>
      </button>`,
    })}
    ${this.fresh ? html`<p class="small quiet" role="status">${words || nothing}</p>` : nothing}`
  }

  /** Forgets what was typed, as after a sign-in that was refused. */
  clear(): void {
    this.typed = ''
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-password': VsPassword
  }
}
