import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { api, RefusedError, type Authorities, type NewSchool } from '../api.ts'
import { LightElement } from '../components/element.ts'
import { field } from '../components/field.ts'
import { pageHead } from '../components/page-head.ts'
import '../components/vs-error-summary.ts'

const PHASES = {
  nursery: 'Nursery',
  primary: 'Primary',
  secondary: 'Secondary',
  'all-through': 'All-through',
  special: 'Special',
  pru: 'Pupil referral unit',
  other: 'Another kind',
} as const

/** The first page of an empty installation: which school this is, or its files with a `school.json`. */
@customElement('vs-first-run-page')
export class VsFirstRunPage extends LightElement {
  @state() private authorities: Authorities['authorities'] = []
  @state() private values: Readonly<Record<string, string>> = {}
  @state() private errors: Readonly<Record<string, string>> = {}
  @state() private said = ''

  override connectedCallback() {
    super.connectedCallback()
    void api.authorities().then(
      ({ authorities }) => (this.authorities = authorities),
      () => (this.said = 'The server cannot be reached. Try again.'),
    )
  }

  protected override render() {
    const one = (name: string, label: string, hint: string, width: 's' | 'l' = 'l') =>
      field({
        name,
        label,
        hint,
        width,
        required: true,
        value: this.values[name] ?? '',
        ...this.errorOf(name),
      })
    return html`${pageHead({
        sentence: 'First, which school is this?',
        lead: html`Nothing is stored yet. If the folder of your files has a school.json,
          <a href="/import">bring the folder in</a> instead: it answers all of this.`,
      })}
      <form class="card form-card" novalidate @submit=${(event: SubmitEvent) => void this.send(event)}>
        <vs-error-summary
          .errors=${Object.entries(this.errors).map(([id, text]) => ({ id, text }))}
        ></vs-error-summary>
        ${one('name', 'Name of the school', 'As it stands above every page.')}
        ${one('urn', 'URN', 'Six digits, from the register of schools.', 's')}
        ${one('laestab', 'Number of authority and school', 'Seven digits, such as 919/4999.', 's')}
        ${field({
          name: 'phase',
          label: 'Phase',
          widget: 'select',
          required: true,
          value: this.values['phase'] ?? '',
          options: Object.entries(PHASES).map(([value, label]) => ({ value, label })),
          ...this.errorOf('phase'),
        })}
        ${field({
          name: 'authority',
          label: 'Local authority',
          hint: 'The one the school lies in. Children may be looked after by others.',
          widget: 'select',
          required: true,
          value: this.values['authority'] ?? '',
          options: this.authorities.map(({ name }) => ({ value: name, label: name })),
          ...this.errorOf('authority'),
        })}
        ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}
        <div class="form-actions">
          <button class="button button-solid" type="submit">Set the school up</button>
        </div>
      </form>`
  }

  private errorOf(name: string) {
    const error = this.errors[name]
    return error === undefined ? {} : { error }
  }

  private async send(event: SubmitEvent) {
    event.preventDefault()
    const data = new FormData(event.target as HTMLFormElement)
    this.values = Object.fromEntries([...data].map(([name, value]) => [name, `${value as string}`]))
    this.errors = {}
    this.said = ''
    try {
      await api.setUp(this.values as unknown as NewSchool)
      location.assign('/import')
    } catch (error) {
      const refused = error instanceof RefusedError ? error : undefined
      this.errors = Object.fromEntries(
        (refused?.problems ?? []).map(({ field: name, message }) => [name, message]),
      )
      if (Object.keys(this.errors).length === 0)
        this.said = refused?.message ?? 'This could not be sent. Try again.'
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-first-run-page': VsFirstRunPage
  }
}
