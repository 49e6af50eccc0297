import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { LightElement } from './element.ts'
import { statusMark } from './status-mark.ts'

export interface Toast {
  text: string
  /** Takes back what was done; shown as "Undo". */
  undo?: () => void
}

const SHOWN_FOR = 8000

/** Says for eight seconds what was done, never what went wrong. It waits while it has the pointer or the focus. */
@customElement('vs-toast')
export class VsToast extends LightElement {
  @state() private toast: Toast | null = null
  private timer: ReturnType<typeof setTimeout> | undefined

  /** Shows a sentence in place of the one before. */
  show(toast: Toast): void {
    this.toast = toast
    this.wait()
  }

  protected override render() {
    return html`<div
      class="toast-place"
      role="status"
      @pointerenter=${() => clearTimeout(this.timer)}
      @pointerleave=${() => this.wait()}
      @focusin=${() => clearTimeout(this.timer)}
      @focusout=${() => this.wait()}
    >
      ${
        this.toast
          ? html`<div class="toast">
              ${statusMark('met', 16, '')} <span>${this.toast.text}</span>
              ${
                this.toast.undo
                  ? html`<button class="link" type="button" @click=${() => this.undo()}>Undo</button>`
                  : nothing
              }
            </div>`
          : nothing
      }
    </div>`
  }

  override disconnectedCallback() {
    clearTimeout(this.timer)
    super.disconnectedCallback()
  }

  private undo() {
    this.toast?.undo?.()
    this.toast = null
  }

  private wait() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => (this.toast = null), SHOWN_FOR)
  }
}

/** Shows a toast on the page's own place for it, from anywhere. */
export function showToast(toast: Toast): void {
  document.querySelector('vs-toast')?.show(toast)
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-toast': VsToast
  }
}
