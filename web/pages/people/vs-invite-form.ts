import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, type People } from '../../api.ts'
import { field } from '../../components/field.ts'
import { openDialog } from '../../components/open-dialog.ts'
import '../../components/vs-error-summary.ts'
import { showToast } from '../../components/vs-toast.ts'
import { FormElement, textOf } from '../form-element.ts'
import { handOver } from './hand-over.ts'
import type { GivenRole } from './people-words.ts'

const FIELDS = ['role', 'name', 'email', 'schoolId', 'authorityCode', 'label', 'startedOn', 'endedOn']

/** Invites somebody: first the role, with what it sees, then who. Tells `saved` or `given-up`. */
@customElement('vs-invite-form')
export class VsInviteForm extends FormElement {
  @property({ attribute: false }) view?: People
  /** Who is already known, such as somebody who comes back. */
  @property({ attribute: false }) person: { name: string; email: string } = { name: '', email: '' }
  @state() private wanted: GivenRole | undefined
  private readonly key = crypto.randomUUID()

  protected override render() {
    const { view, wanted: role } = this
    if (!view) return nothing
    return html`<form
      class="form"
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault()
        void this.send(new FormData(event.target as HTMLFormElement))
      }}
    >
      <vs-error-summary
        .errors=${FIELDS.filter((name) => this.errors[name]).map((name) => ({
          id: name,
          text: this.errors[name] ?? '',
        }))}
      ></vs-error-summary>
      <div
        class="role-choice"
        @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}
      >
        ${field({
          name: 'role',
          label: 'Which role',
          widget: 'select',
          width: 'm',
          required: true,
          value: role?.role ?? '',
          options: view.roles.map((one) => ({ value: one.role, label: one.words })),
          ...this.errorOf('role'),
        })}
        <div aria-live="polite">${role ? whatItSees(role) : nothing}</div>
      </div>
      ${role ? this.rest(view, role) : nothing} ${this.complaint(FIELDS)}
      <div class="form-actions">
        <button class="button button-solid" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>
          ${role?.secondPerson ? 'Invite and ask for the role' : 'Invite'}
        </button>
        <button class="button" type="button" @click=${() => this.tell('given-up', {})}>Go back</button>
      </div>
    </form>`
  }

  private rest(view: People, role: GivenRole) {
    const { schools, authorities, today } = view
    return html`${field({
      name: 'name',
      label: 'Name',
      width: 'm',
      required: true,
      value: this.person.name,
      maxlength: 120,
      ...this.errorOf('name'),
    })}
    ${field({
      name: 'email',
      label: 'Work e-mail',
      hint: 'Their own, not a shared mailbox: whoever reads it can take the invitation up.',
      widget: 'email',
      required: true,
      value: this.person.email,
      ...this.errorOf('email'),
    })}
    ${
      role.heldAt === 'school' && schools.length > 1
        ? field({
            name: 'schoolId',
            label: 'School',
            widget: 'select',
            width: 'm',
            required: true,
            options: schools.map(({ id, name }) => ({ value: id, label: name })),
            ...this.errorOf('schoolId'),
          })
        : nothing
    }
    ${
      role.heldAt === 'authority' && authorities.length > 1
        ? field({
            name: 'authorityCode',
            label: 'Authority',
            widget: 'select',
            width: 'm',
            required: true,
            options: authorities.map(({ code, name }) => ({ value: code, label: name })),
            ...this.errorOf('authorityCode'),
          })
        : nothing
    }
    ${
      role.hasList
        ? field({
            name: 'label',
            label: role.heldAt === 'school' ? 'Name of the class' : 'Name of the caseload',
            hint: 'Such as 5 Oak. The children are chosen afterwards.',
            width: 's',
            maxlength: 80,
            ...this.errorOf('label'),
          })
        : nothing
    }
    ${field({
      name: 'startedOn',
      label: 'First day',
      widget: 'day',
      required: true,
      value: today,
      ...this.errorOf('startedOn'),
    })}
    ${field({
      name: 'endedOn',
      label: 'Last day',
      hint: 'For supply staff and others who stay for a time: the role ends by itself.',
      widget: 'day',
      ...this.errorOf('endedOn'),
    })}`
  }

  protected override updated(changed: PropertyValues<this>) {
    if (changed.has('view')) this.querySelector<HTMLElement>('#role')?.focus()
  }

  private choose(value: string) {
    const role = this.view?.roles.find((one) => one.role === value)
    if (role) this.wanted = role
  }

  private send(data: FormData) {
    const { wanted: role } = this
    return this.trying(async () => {
      if (!role) {
        this.errors = { role: 'Choose the role first.' }
        return
      }
      const name = textOf(data, 'name') ?? ''
      const json = {
        role: role.role,
        name,
        email: textOf(data, 'email') ?? '',
        startedOn: textOf(data, 'startedOn') ?? '',
        endedOn: textOf(data, 'endedOn'),
        label: textOf(data, 'label'),
        schoolId: textOf(data, 'schoolId'),
        authorityCode: textOf(data, 'authorityCode'),
      }
      const done = await api.bodyOf(
        api.client.people.$post({ json }, { headers: { 'Idempotency-Key': this.key } }),
      )
      this.tell('saved', {})
      if (done.link === null && !done.mailed)
        showToast({
          text: `${name} has the role ${done.waits ? 'as soon as a second person agrees' : 'now'}.`,
        })
      else handOver(done, { name, works: 'within 72 hours' })
    })
  }
}

const whatItSees = ({ sees, secondPerson }: GivenRole) =>
  html`<p class="role-sees">${sees}</p>
    ${
      secondPerson
        ? html`<p class="quiet">
            Because it opens children, it opens nothing until a second person agrees. While there is nobody
            else who could, it opens at once, and is shown as given by one person alone.
          </p>`
        : nothing
    }`

/** Opens the form over the page. */
export function openInvite(
  view: People,
  onSaved: () => void,
  person?: { name: string; email: string },
): void {
  openDialog(
    'Invite somebody',
    (close) =>
      html`<vs-invite-form
        .view=${view}
        .person=${person ?? { name: '', email: '' }}
        @saved=${() => {
          close()
          onSaved()
        }}
        @given-up=${close}
      ></vs-invite-form>`,
  )
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-invite-form': VsInviteForm
  }
}
