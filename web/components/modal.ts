import type { PropertyValues } from 'lit'
import { property } from 'lit/decorators.js'
import { LightElement } from './element.ts'

/**
 * An element around one native dialog: the browser keeps the focus inside and gives it back. A page sets
 * `open`; the element tells `close` when the person leaves it.
 */
export class ModalElement extends LightElement {
  @property({ type: Boolean }) open = false

  protected override updated(changed: PropertyValues<this>) {
    const { dialog } = this
    if (!changed.has('open') || !dialog) return
    if (this.open && !dialog.open) dialog.showModal()
    if (!this.open && dialog.open) dialog.close()
  }

  /** For the dialog's own `close` event, which also comes from the Escape key. */
  protected left(): void {
    if (!this.open) return
    this.open = false
    this.tell('close', {})
  }

  protected get dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog')
  }
}
