import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, RefusedError, type SuspensionPage } from '../../api.ts'
import { LightElement } from '../../components/element.ts'
import { field } from '../../components/field.ts'
import '../../components/vs-dialog.ts'
import { showToast } from '../../components/vs-toast.ts'

/** A minute as a box holds it: `2026-03-13T08:40`. */
const MINUTE = 16

/** The way to cancel, where it is lawful; why not, where it is not. Tells `cancelled`. */
@customElement('vs-cancel-suspension')
export class VsCancelSuspension extends LightElement {
  @property({ attribute: false }) page?: SuspensionPage
  @state() private open = false
  @state() private busy = false
  @state() private error = ''
  @state() private timeError = ''
  @state() private said = ''

  protected override render() {
    const { page } = this
    if (!page || page.record.atOtherSchool || page.record.cancelledAt !== null) return nothing
    const { may, why } = page.cancel
    return html`<section class="cancel" aria-labelledby="cancel">
      <h2 id="cancel" class="hidden">Cancel it</h2>
      <button
        class="button"
        type="button"
        aria-disabled=${may ? 'false' : 'true'}
        aria-describedby=${may ? nothing : 'cancel-why'}
        @click=${() => (this.open = may)}
      >
        Cancel ${page.record.kind === 'permanent' ? 'this exclusion' : 'this suspension'}…
      </button>
      ${may ? nothing : html`<p class="small quiet" id="cancel-why">${why}</p>`}
      <vs-dialog
        .heading=${page.record.kind === 'permanent' ? 'Cancel the exclusion?' : 'Cancel the suspension?'}
        .open=${this.open}
        .content=${this.form()}
        @close=${() => (this.open = false)}
      ></vs-dialog>
    </section>`
  }

  private form() {
    return html`<form class="form" novalidate @submit=${(event: SubmitEvent) => void this.send(event)}>
      <div class="stack-small">
        <p>The headteacher may cancel until the governing board has begun to meet about it.</p>
        <p>
          The pupil comes back without delay. The days served already still count towards 15 in the term and
          45 in the year. Parents, governing board and local authority must then be told without delay, with
          the reason; social worker and Virtual School too, where there are any.
        </p>
      </div>
      ${field({
        id: 'cancel-reason',
        name: 'reason',
        label: 'Why is it cancelled?',
        hint: 'It stands in the notices.',
        widget: 'textarea',
        required: true,
        maxlength: 400,
        ...(this.error && { error: this.error }),
      })}
      ${field({
        id: 'cancel-at',
        name: 'cancelledAt',
        label: 'When it was cancelled, if not just now',
        hint: 'Where the child was let back earlier and nobody recorded it: the day and time of that.',
        widget: 'minute',
        ...(this.timeError && { error: this.timeError }),
      })}
      ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}
      <div class="form-actions">
        <button class="button" type="button" @click=${() => (this.open = false)}>Go back</button>
        <button class="button button-solid" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>
          Cancel it
        </button>
      </div>
    </form>`
  }

  private async send(event: SubmitEvent) {
    event.preventDefault()
    const { page } = this
    if (this.busy || !page) return
    const given = new FormData(event.target as HTMLFormElement)
    const reason = `${given.get('reason') as string}`.trim()
    const cancelledAt = `${given.get('cancelledAt') as string}`.slice(0, MINUTE) || null
    this.error = reason === '' ? 'Say why: the notices need it.' : ''
    this.said = ''
    this.timeError = ''
    if (this.error) return this.focusOn('cancel-reason')
    this.busy = true
    try {
      await api.cancelSuspension(page.record.id, page.record.version, { reason, cancelledAt })
      this.open = false
      showToast({ text: 'Cancelled. Who must now be told stands among what is to be done.' })
      this.tell('cancelled', {})
    } catch (error) {
      const refused = error instanceof RefusedError ? error : undefined
      this.timeError = refused?.problems.find(({ field: name }) => name === 'cancelledAt')?.message ?? ''
      if (this.timeError === '') this.said = refused?.message ?? 'This could not be sent. Try again.'
      else await this.focusOn('cancel-at')
    } finally {
      this.busy = false
    }
  }

  /** The box that has to be put right, with what is wrong read out. */
  private async focusOn(id: string) {
    await this.updateComplete
    this.querySelector<HTMLElement>(`#${id}`)?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-cancel-suspension': VsCancelSuspension
  }
}
