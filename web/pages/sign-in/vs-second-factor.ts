import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { access, type Method } from '../../access.ts'
import { LightElement } from '../../components/element.ts'
import { entry, textsOf } from './entry.ts'
import { showPasskey } from './passkey.ts'
import { refusalWords } from './refusal-words.ts'

/** The plain digits of a code, however it was typed or pasted. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** The second factor: a code, a passkey, or a recovery code. Tells `shown` once the server has taken it. */
@customElement('vs-second-factor')
export class VsSecondFactor extends LightElement {
  @property({ attribute: false }) methods: readonly Method[] = []
  /** `confirm`: somebody who is signed in shows that it is still them. */
  @property() purpose: 'sign-in' | 'confirm' = 'sign-in'
  @state() private recovering = false
  @state() private error = ''
  @state() private said = ''
  @state() private busy = false

  protected override firstUpdated() {
    this.focusFirst()
  }

  protected override render() {
    const has = (method: Method) => this.methods.includes(method)
    if (this.recovering) return this.recovery()
    if (this.methods.length === 0)
      return html`<p>This account has no second factor to show. Sign out, and in again.</p>`
    return html`${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}
    ${has('code') ? this.code() : nothing}
    ${
      has('passkey')
        ? html`<button
            class="button button-wide ${has('code') ? '' : 'button-solid'}"
            type="button"
            aria-disabled=${this.busy ? 'true' : 'false'}
            @click=${() => void this.send(() => showPasskey(this.purpose))}
          >
            Use a passkey
          </button>`
        : nothing
    }
    ${
      has('recovery') && this.purpose === 'sign-in'
        ? html`<button class="link" type="button" @click=${() => this.turn(true)}>
            I do not have my ${has('code') ? 'phone' : 'passkey'} with me: use a recovery code
          </button>`
        : nothing
    }`
  }

  private code() {
    return html`<form
      class="form"
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault()
        const code = digitsOf(textsOf(event.target as HTMLFormElement)['code'] ?? '')
        if (code.length !== 6) return this.refuse('The code has six digits.')
        void this.send(() => (this.purpose === 'confirm' ? access.confirm(code) : access.code(code)))
      }}
    >
      ${entry({
        name: 'code',
        label: 'Code',
        hint: 'Six digits, from the authenticator app on your phone. It changes every half minute.',
        autocomplete: 'one-time-code',
        inputmode: 'numeric',
        width: 's',
        maxlength: 9,
        ...(this.error && { error: this.error }),
      })}
      <button
        class="button button-solid button-wide"
        type="submit"
        aria-disabled=${this.busy ? 'true' : 'false'}
      >
        ${this.purpose === 'confirm' ? 'Go on' : 'Sign in'}
      </button>
    </form>`
  }

  private recovery() {
    return html`<form
      class="form"
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault()
        const code = (textsOf(event.target as HTMLFormElement)['recovery'] ?? '').trim()
        if (code === '') return this.refuse('Type one of your recovery codes.')
        void this.send(() => access.recovery(code))
      }}
    >
      ${entry({
        name: 'recovery',
        label: 'Recovery code',
        hint: 'One of those you were asked to keep when you set up your account. Each works once.',
        autocomplete: 'off',
        maxlength: 40,
        ...(this.error && { error: this.error }),
      })}
      <button
        class="button button-solid button-wide"
        type="submit"
        aria-disabled=${this.busy ? 'true' : 'false'}
      >
        Sign in
      </button>
      <p class="small quiet">
        No codes left either? Somebody who knows you, your headteacher or the person who looks after accounts,
        can give you a link to set up a new second factor.
      </p>
      <button class="link" type="button" @click=${() => this.turn(false)}>Back</button>
    </form>`
  }

  private turn(recovering: boolean) {
    this.recovering = recovering
    this.error = ''
    this.said = ''
    void this.updateComplete.then(() => this.focusFirst())
  }

  private focusFirst() {
    this.querySelector<HTMLElement>('input, button')?.focus()
  }

  private refuse(error: string) {
    this.error = error
    void this.updateComplete.then(() => {
      const box = this.querySelector<HTMLInputElement>('input')
      box?.focus()
      box?.select()
    })
  }

  private async send(work: () => Promise<unknown>) {
    if (this.busy) return
    this.busy = true
    this.error = ''
    this.said = ''
    try {
      await work()
      this.tell('shown', {})
    } catch (error) {
      const words = refusalWords(error)
      if (this.querySelector('input')) this.refuse(words)
      else this.said = words
    } finally {
      this.busy = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-second-factor': VsSecondFactor
  }
}
