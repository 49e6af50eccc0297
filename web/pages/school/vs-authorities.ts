import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, RefusedError, type Authorities } from '../../api.ts'
import { dataTable } from '../../components/data-table.ts'
import { LightElement } from '../../components/element.ts'
import { field } from '../../components/field.ts'
import { statusMark } from '../../components/status-mark.ts'
import '../../components/vs-dialog.ts'
import { showToast } from '../../components/vs-toast.ts'
import { countInWords, sentence } from '../../format.ts'

type Authority = Authorities['authorities'][number]

/** Whom to ring at each Virtual School: first those that have to do with a child here, then all. Tells `saved`. */
@customElement('vs-authorities')
export class VsAuthorities extends LightElement {
  @property({ attribute: false }) list: Authorities = { authorities: [], inUse: [] }
  @state() private all = false
  @state() private editing: Authority | undefined
  @state() private errors: Readonly<Record<string, string>> = {}
  @state() private said = ''
  private busy = false

  protected override render() {
    const { authorities, inUse } = this.list
    const used = authorities.filter(({ code }) => inUse.includes(code))
    const without = used.filter(({ virtualSchoolPhone }) => !virtualSchoolPhone).length
    return html`<section class="card panel" aria-labelledby="authorities">
      <div class="panel-head">
        <h2 id="authorities">Virtual Schools</h2>
        <button
          class="link"
          type="button"
          aria-pressed=${this.all ? 'true' : 'false'}
          @click=${() => (this.all = !this.all)}
        >
          ${this.all ? 'Only those in use' : `All ${authorities.length} authorities`}
        </button>
      </div>
      ${
        without === 0
          ? nothing
          : html`<p class="notice">
              ${statusMark('no-data')}
              <span
                >${sentence(countInWords(without, 'Virtual School has', 'Virtual Schools have'))} no number
                yet. Whoever must ring before a suspension needs it here.</span
              >
            </p>`
      }
      ${dataTable({
        caption: this.all ? 'All local authorities' : 'Local authorities that have to do with a child here',
        columns: [
          { key: 'name', head: 'Authority', rowHead: true, cell: ({ name }: Authority) => name },
          { key: 'phone', head: 'Virtual School’s number', cell: (one: Authority) => this.number(one) },
          {
            key: 'email',
            head: 'E-mail',
            cell: ({ virtualSchoolEmail }: Authority) =>
              virtualSchoolEmail ?? html`<span class="quiet">Not known</span>`,
          },
          { key: 'change', head: 'Change', cell: (one: Authority) => this.change(one) },
        ],
        groups: [{ rows: this.all ? authorities : used }],
        cards: true,
      })}
      <vs-dialog
        .heading=${this.editing ? `Virtual School of ${this.editing.name}` : ''}
        ?open=${this.editing !== undefined}
        .content=${this.editing ? this.form(this.editing) : nothing}
        @close=${() => (this.editing = undefined)}
      ></vs-dialog>
    </section>`
  }

  private number({ name, virtualSchoolPhone }: Authority) {
    return virtualSchoolPhone
      ? html`<a href="tel:${virtualSchoolPhone.replace(/[^\d+]/g, '')}">${virtualSchoolPhone}</a>`
      : html`<span class="unknown-number">No number for ${name} Virtual School</span>`
  }

  private change(authority: Authority) {
    return html`<button class="link" type="button" @click=${() => this.edit(authority)}>
      ${authority.virtualSchoolPhone ? 'Correct' : 'Add one'}<span class="hidden">: ${authority.name}</span>
    </button>`
  }

  private edit(authority: Authority) {
    this.errors = {}
    this.said = ''
    this.editing = authority
  }

  private form({ virtualSchoolPhone, virtualSchoolEmail }: Authority) {
    const errorOf = (name: string) => (this.errors[name] ? { error: this.errors[name] } : {})
    return html`<form class="form" novalidate @submit=${(event: SubmitEvent) => void this.send(event)}>
      ${field({
        name: 'virtualSchoolPhone',
        label: 'Telephone',
        widget: 'phone',
        value: virtualSchoolPhone ?? '',
        ...errorOf('virtualSchoolPhone'),
      })}
      ${field({
        name: 'virtualSchoolEmail',
        label: 'E-mail',
        widget: 'email',
        value: virtualSchoolEmail ?? '',
        ...errorOf('virtualSchoolEmail'),
      })}
      ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}
      <div class="form-actions">
        <button class="button button-solid" type="submit">Save</button>
        <button class="button" type="button" @click=${() => (this.editing = undefined)}>Go back</button>
      </div>
    </form>`
  }

  private async send(event: SubmitEvent) {
    event.preventDefault()
    const { editing } = this
    if (!editing || this.busy) return
    const data = new FormData(event.target as HTMLFormElement)
    const text = (name: string) => `${data.get(name) as string}`.trim() || null
    const json = {
      name: editing.name,
      virtualSchoolPhone: text('virtualSchoolPhone'),
      virtualSchoolEmail: text('virtualSchoolEmail'),
    }
    this.busy = true
    this.errors = {}
    this.said = ''
    try {
      const { code, version } = editing
      await api.bodyOf(
        api.client.authorities[':code'].$put(
          { param: { code }, json },
          { headers: { 'If-Match': `"${version}"` } },
        ),
      )
      this.editing = undefined
      showToast({ text: `Saved for ${editing.name} Virtual School.` })
      this.tell('saved', {})
    } catch (error) {
      const refused = error instanceof RefusedError ? error : undefined
      this.errors = Object.fromEntries(
        (refused?.problems ?? []).map(({ field: name, message }) => [name, message]),
      )
      if (Object.keys(this.errors).length === 0)
        this.said = refused?.message ?? 'This could not be sent. Try again.'
    } finally {
      this.busy = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-authorities': VsAuthorities
  }
}
