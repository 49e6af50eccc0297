import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { LightElement } from '../../components/element.ts'
import { statusMark } from '../../components/status-mark.ts'

/** Fresh recovery codes, shown once: to print, to copy, to keep. Tells `kept` when the person says that they have. */
@customElement('vs-recovery-codes')
export class VsRecoveryCodes extends LightElement {
  @property({ attribute: false }) codes: readonly string[] = []
  @state() private isKept = false
  @state() private said = ''
  @state() private error = ''

  protected override render() {
    return html`<div class="codes">
      <h1 class="codes-head" tabindex="-1">Keep these codes</h1>
      <p>
        Should your phone or your passkey be lost, one of them lets you in, once. They are shown now and never
        again. On paper in a locked drawer they are safe; in a mail or a note beside your password they are
        not.
      </p>
      <ol class="codes-list">
        ${this.codes.map((code) => html`<li><code>${code}</code></li>`)}
      </ol>
      <div class="form-actions no-print">
        <button class="button" type="button" @click=${() => print()}>Print</button>
        <button class="button" type="button" @click=${() => void this.copy()}>Copy</button>
        <span class="small" role="status">${this.said}</span>
      </div>
      <form class="form no-print" novalidate @submit=${(event: SubmitEvent) => this.goOn(event)}>
        <label class="choice">
          <input
            type="checkbox"
            id="codes-kept"
            .checked=${this.isKept}
            aria-describedby=${this.error ? 'codes-error' : nothing}
            @change=${(event: Event) => (this.isKept = (event.target as HTMLInputElement).checked)}
          />
          <span>I have kept them</span>
        </label>
        ${
          this.error
            ? html`<p class="error-text" id="codes-error" role="alert">
                ${statusMark('breach', 16, 'Error')} <span>${this.error}</span>
              </p>`
            : nothing
        }
        <button class="button button-solid button-wide" type="submit">Go on</button>
      </form>
    </div>`
  }

  private async copy() {
    this.said = await navigator.clipboard.writeText(this.codes.join('\n')).then(
      () => 'Copied. Paste them where only you can read them.',
      () => 'This browser does not let us copy: print or write them down.',
    )
  }

  private goOn(event: SubmitEvent) {
    event.preventDefault()
    this.error = this.isKept ? '' : 'Keep the codes first, and say so here.'
    if (this.isKept) this.tell('kept', {})
    else this.querySelector<HTMLElement>('#codes-kept')?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-recovery-codes': VsRecoveryCodes
  }
}
