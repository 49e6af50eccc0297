import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { access, type Method } from '../../access.ts'
import { freshId } from '../../components/element.ts'
import { ModalElement } from '../../components/modal.ts'
import './vs-second-factor.ts'

/** Over the page: show that it is still you. Tells `shown`, or `close` when the person goes back instead. */
@customElement('vs-confirm')
export class VsConfirm extends ModalElement {
  @state() private methods: readonly Method[] = ['code', 'passkey']
  private readonly titleId = freshId('confirm')

  override connectedCallback() {
    super.connectedCallback()
    void access.account().then(
      ({ authenticator, passkeys }) =>
        (this.methods = [
          ...(authenticator ? (['code'] as const) : []),
          ...(passkeys.length > 0 ? (['passkey'] as const) : []),
        ]),
      () => undefined,
    )
  }

  protected override render() {
    return html`<dialog
      class="dialog dialog-small"
      aria-labelledby=${this.titleId}
      @close=${() => this.left()}
    >
      <div class="confirm">
        <h2 id=${this.titleId}>Is it still you?</h2>
        <p class="quiet">
          What you asked for shows or changes much at once, so it wants your second factor now.
        </p>
        ${
          this.open
            ? html`<vs-second-factor purpose="confirm" .methods=${this.methods}></vs-second-factor>`
            : nothing
        }
        <button class="link" type="button" @click=${() => this.dialog?.close()}>Go back</button>
      </div>
    </dialog>`
  }
}

/** Asks once; true when a factor was shown. The focus is back where it was when this answers. */
export function askForFactor(): Promise<boolean> {
  const asking: VsConfirm = document.createElement('vs-confirm')
  document.body.append(asking)
  asking.open = true
  return new Promise((resolve) => {
    const end = (isShown: boolean) => {
      asking.open = false
      void asking.updateComplete.then(() => {
        asking.remove()
        resolve(isShown)
      })
    }
    asking.addEventListener('shown', () => end(true))
    asking.addEventListener('close', () => end(false))
  })
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-confirm': VsConfirm
  }
}
