import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { childName } from '../../components/child-name.ts'
import { LightElement } from '../../components/element.ts'
import { field } from '../../components/field.ts'
import '../../components/vs-dialog.ts'
import { showToast } from '../../components/vs-toast.ts'
import { takeAway, whyNot, type Asked } from './asks.ts'

/** The way to take the record away as a file, of one child or as far as the role reads it: only with a reason. */
@customElement('vs-take-away')
export class VsTakeAway extends LightElement {
  @property({ attribute: false }) child: Asked['child'] = null
  @state() private open = false
  @state() private said = ''

  protected override render() {
    return html`<button class="button" type="button" @click=${() => (this.open = true)}>
        Take it away as a file
      </button>
      <vs-dialog
        .heading=${'Take the record away as a file'}
        .open=${this.open}
        .content=${this.form()}
        @close=${() => (this.open = false)}
      ></vs-dialog>`
  }

  private form() {
    return html`<form class="stack" novalidate @submit=${(event: SubmitEvent) => this.take(event)}>
      <p>
        ${
          this.child
            ? html`The looks at ${childName(this.child.name)} alone.`
            : 'Everything that you may read here.'
        }
        No child is named in the file. That you took it, why, and its sum are on record.
      </p>
      ${field({
        name: 'reason',
        label: 'What it is for',
        hint: 'Such as “asked for by a parent” or “termly check”. Name no child.',
        required: true,
        width: 'full',
        maxlength: 300,
        ...(this.said ? { error: this.said } : {}),
      })}
      <div class="form-actions">
        <button class="button button-solid" type="submit">Take it away</button>
        <button class="button" type="button" @click=${() => (this.open = false)}>Go back</button>
      </div>
    </form>`
  }

  private async take(event: SubmitEvent) {
    event.preventDefault()
    const reason = new FormData(event.target as HTMLFormElement).get('reason')
    try {
      await takeAway(typeof reason === 'string' ? reason : '', this.child?.id ?? null)
      this.open = false
      this.said = ''
      showToast({ text: 'The file is saved. That you took it is on record.' })
    } catch (error) {
      this.said = whyNot(error)
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-take-away': VsTakeAway
  }
}
