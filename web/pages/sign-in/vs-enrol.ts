import { html, nothing, type PropertyValues } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { LightElement } from '../../components/element.ts'
import { makePasskey } from './passkey.ts'
import { refusalWords } from './refusal-words.ts'
import './vs-authenticator.ts'
import './vs-recovery-codes.ts'

/**
 * The second factor of an account that has none: a passkey or an authenticator app, then recovery codes. Tells
 * `enrolled` when it is done.
 */
@customElement('vs-enrol')
export class VsEnrol extends LightElement {
  @state() private step: 'choose' | 'app' | 'codes' = 'choose'
  @state() private codes: readonly string[] = []
  @state() private said = ''
  private busy = false

  protected override updated(changed: PropertyValues) {
    if (changed.has('step')) this.querySelector('h1')?.focus()
  }

  protected override render() {
    if (this.step === 'codes')
      return html`<vs-recovery-codes
        .codes=${this.codes}
        @kept=${() => this.tell('enrolled', {})}
      ></vs-recovery-codes>`
    if (this.step === 'app')
      return html`<h1 tabindex="-1">Set up the app</h1>
        <vs-authenticator
          @set-up=${(event: CustomEvent<readonly string[]>) => this.done(event.detail)}
        ></vs-authenticator>
        <button class="link" type="button" @click=${() => (this.step = 'choose')}>Back</button>`
    return html`<div class="gate-head">
        <h1 tabindex="-1">Choose your second factor</h1>
        <p class="quiet">
          A password can be seen or guessed. With a second factor, the password alone opens nothing.
        </p>
      </div>
      <ul class="gate-choices">
        <li class="card">
          <h2>A passkey</h2>
          <p>
            Your finger, your face or the PIN of this device, or a key on a keyring. Nothing to type, and it
            cannot be tricked out of you. Best on a device that only you use.
          </p>
          <button class="button button-solid" type="button" @click=${() => void this.passkey()}>
            Make a passkey
          </button>
          ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}
        </li>
        <li class="card">
          <h2>An app on your phone</h2>
          <p>
            An authenticator app shows six digits that change every half minute. Good where you work at shared
            computers.
          </p>
          <button class="button" type="button" @click=${() => (this.step = 'app')}>Use an app</button>
        </li>
      </ul>`
  }

  private async passkey() {
    if (this.busy) return
    this.busy = true
    this.said = ''
    try {
      this.done(await makePasskey('My first passkey'))
    } catch (error) {
      this.said = refusalWords(error)
    } finally {
      this.busy = false
    }
  }

  private done(codes: readonly string[]) {
    this.codes = codes
    if (codes.length > 0) this.step = 'codes'
    else this.tell('enrolled', {})
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-enrol': VsEnrol
  }
}
