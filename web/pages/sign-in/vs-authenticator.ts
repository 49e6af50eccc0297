import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { access, type NewAuthenticator } from '../../access.ts'
import { LightElement } from '../../components/element.ts'
import { entry, textsOf } from './entry.ts'
import { inGroups, qrCode } from './qr.ts'
import { refusalWords } from './refusal-words.ts'
import { digitsOf } from './vs-second-factor.ts'

/**
 * Sets up an authenticator app: the code to point a phone at, the same to type, and a first code as the proof. Tells
 * `set-up` with the recovery codes, which are empty where the account has its own already.
 */
@customElement('vs-authenticator')
export class VsAuthenticator extends LightElement {
  /** The account has both factors already, and changes this one. */
  @property({ type: Boolean }) change = false
  @state() private fresh: NewAuthenticator | undefined
  @state() private error = ''
  @state() private said = ''
  private busy = false

  override connectedCallback() {
    super.connectedCallback()
    void (this.change ? access.changeAuthenticator() : access.newAuthenticator()).then(
      (fresh) => (this.fresh = fresh),
      (error: unknown) => (this.said = refusalWords(error)),
    )
  }

  protected override render() {
    const { fresh } = this
    if (!fresh) return html`<p role="status">${this.said || 'One moment…'}</p>`
    return html`<ol class="numbered">
        <li>
          <p>Open the authenticator app on your phone, add an account, and point the camera here.</p>
          ${qrCode(fresh.qr, 'The code for the camera of the authenticator app. The same stands in letters below.')}
          <p class="small"><a href=${fresh.uri}>This is the phone: open the app</a></p>
          <details class="small">
            <summary>The camera does not work: type it instead</summary>
            <p><code class="secret">${inGroups(fresh.secret)}</code></p>
            <p class="quiet">Choose “time based” where the app asks.</p>
          </details>
        </li>
        <li>
          <p>Type the code that it shows.</p>
          <form class="form" novalidate @submit=${(event: SubmitEvent) => void this.send(event)}>
            ${entry({
              name: 'code',
              label: 'Code',
              hint: 'Six digits. It changes every half minute.',
              autocomplete: 'one-time-code',
              inputmode: 'numeric',
              width: 's',
              maxlength: 9,
              ...(this.error && { error: this.error }),
            })}
            <button class="button button-solid button-wide" type="submit">Go on</button>
          </form>
        </li>
      </ol>
      ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}`
  }

  private async send(event: SubmitEvent) {
    event.preventDefault()
    if (this.busy) return
    const code = digitsOf(textsOf(event.target as HTMLFormElement)['code'] ?? '')
    this.error = code.length === 6 ? '' : 'The code has six digits.'
    if (this.error) return
    this.busy = true
    try {
      const { recoveryCodes = [] } = await (this.change
        ? access.confirmChange(code)
        : access.confirmAuthenticator(code))
      this.tell('set-up', recoveryCodes)
    } catch (error) {
      this.error = refusalWords(error)
    } finally {
      this.busy = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-authenticator': VsAuthenticator
  }
}
