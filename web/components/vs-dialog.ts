import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { freshId } from './element.ts'
import { icon } from './icon.ts'
import { ModalElement } from './modal.ts'

/** A dialog that holds a form or a text. Set `open`; tells `close`. `content` is drawn only while it is open. */
@customElement('vs-dialog')
export class VsDialog extends ModalElement {
  @property({ attribute: false }) heading: unknown = ''
  @property({ attribute: false }) content: unknown = nothing
  private readonly titleId = freshId('dialog')

  protected override render() {
    return html`<dialog class="dialog" aria-labelledby=${this.titleId} @close=${() => this.left()}>
      <div class="dialog-head">
        <h2 id=${this.titleId}>${this.heading}</h2>
        <button class="icon-button" type="button" @click=${() => this.dialog?.close()}>
          ${icon('close', 20)}<span class="hidden">Close</span>
        </button>
      </div>
      ${this.open ? this.content : nothing}
    </dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-dialog': VsDialog
  }
}
