import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { freshId } from './element.ts'
import { field, type Field } from './field.ts'
import { ModalElement } from './modal.ts'

/**
 * Asked only before what tells other people or cannot be undone. The heading restates the act; "Go back" comes
 * first; `ask` is the one missing thing. Set `open`; tells `confirm` {answer} or `close`.
 */
@customElement('vs-confirm')
export class VsConfirm extends ModalElement {
  @property() heading = ''
  @property() text = ''
  /** The words on the button that does it: `Record the suspension`. */
  @property() act = 'Do it'
  @property({ attribute: false }) ask?: Field
  private readonly titleId = freshId('confirm')

  protected override render() {
    return html`<dialog class="dialog" aria-labelledby=${this.titleId} @close=${() => this.left()}>
      <form class="form" @submit=${(event: SubmitEvent) => this.confirm(event)}>
        <h2 id=${this.titleId}>${this.heading}</h2>
        ${this.text ? html`<p>${this.text}</p>` : nothing} ${this.ask ? field(this.ask) : nothing}
        <div class="form-actions">
          <button class="button" type="button" autofocus @click=${() => this.dialog?.close()}>Go back</button>
          <button class="button button-solid" type="submit">${this.act}</button>
        </div>
      </form>
    </dialog>`
  }

  private confirm(event: SubmitEvent) {
    event.preventDefault()
    const answer = new FormData(event.currentTarget as HTMLFormElement).get(this.ask?.name ?? '')
    this.open = false
    this.tell('confirm', { answer: typeof answer === 'string' ? answer : '' })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-confirm': VsConfirm
  }
}
