import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { access, type NewInstallation } from '../../access.ts'
import { RefusedError, serverDay } from '../../api.ts'
import { LightElement } from '../../components/element.ts'
import { field } from '../../components/field.ts'
import { steps } from '../../components/steps.ts'
import '../../components/vs-error-summary.ts'
import { entry, textsOf } from './entry.ts'
import { fieldWords, refusalWords } from './refusal-words.ts'
import { schoolFields } from './school-fields.ts'
import { termDates, termFields, usualDates, wrongDates } from './term-fields.ts'
import './vs-password.ts'
import { SHORTEST_PASSWORD } from './wrong-with-password.ts'

const STEPS = ['You', 'The school', 'Term dates', 'Second factor'] as const
/** Where the school is there already, as its files were brought in, only the account is missing. */
const STEPS_OF_KNOWN = ['You', 'Second factor'] as const

type Texts = Readonly<Record<string, string>>

/**
 * The set-up of a fresh installation: who sets it up, which school, its terms. All of it is sent together at the
 * end. Tells `set-up`; the second factor comes next. Where a school is known, who sets it up is all that is asked.
 */
@customElement('vs-set-up')
export class VsSetUp extends LightElement {
  @property({ attribute: false }) link = ''
  /** The name of the school whose files were brought in before. */
  @property({ attribute: false }) place: string | null = null
  @state() private at = 0
  @state() private values: Texts = { role: 'headteacher', ...usualDates(serverDay() ?? '') }
  @state() private errors: Texts = {}
  @state() private said = ''
  @state() private busy = false

  protected override updated(changed: PropertyValues) {
    if (changed.has('at') && changed.get('at') !== undefined) this.querySelector('h1')?.focus()
  }

  protected override render() {
    return html`${steps(this.place === null ? STEPS : STEPS_OF_KNOWN, this.at)}
      <form class="form set-up" novalidate @submit=${(event: SubmitEvent) => void this.send(event)}>
        ${this.at === 0 ? this.you() : this.at === 1 ? this.school() : this.terms()}
        ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}
        <div class="form-actions">
          <button class="button button-solid" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>
            ${this.at < this.lastStep ? 'Go on' : 'Set it up'}
          </button>
          ${
            this.at > 0
              ? html`<button class="button" type="button" @click=${() => this.back()}>Go back</button>`
              : nothing
          }
          ${this.later()}
        </div>
      </form>`
  }

  private get lastStep() {
    return this.place === null ? 2 : 0
  }

  private later() {
    if (this.at !== 2) return nothing
    return html`<button class="link" type="button" @click=${() => void this.finish(false)}>
      Leave the dates for later
    </button>`
  }

  private summary() {
    return html`<vs-error-summary
      .errors=${Object.entries(this.errors).map(([id, text]) => ({ id, text }))}
    ></vs-error-summary>`
  }

  private you() {
    const given = (name: string) => ({
      name,
      value: this.values[name] ?? '',
      ...(this.errors[name] && { error: this.errors[name] }),
    })
    return html`<div class="gate-head">
        <h1 tabindex="-1">${this.place === null ? 'Set this installation up' : `Set up ${this.place}`}</h1>
        <p class="quiet">First, who are you? This makes the first account; you invite the others.</p>
      </div>
      ${this.summary()}
      ${entry({ ...given('name'), label: 'Your name', hint: 'As colleagues know you.', autocomplete: 'name', width: 'l' })}
      ${entry({ ...given('email'), label: 'Work e-mail', type: 'email', autocomplete: 'username', inputmode: 'email', width: 'l' })}
      <vs-password fresh label="Choose a password" .error=${this.errors['password'] ?? ''}></vs-password>
      ${field({
        name: 'role',
        label: 'What you are here',
        widget: 'radio',
        required: true,
        value: this.values['role'] ?? '',
        options: [
          {
            value: 'headteacher',
            label: 'Headteacher',
            hint: 'Sees every child of the school, and decides who else may.',
          },
          {
            value: 'administrator',
            label: 'System administrator',
            hint: 'Looks after accounts and the machine, and sees no child.',
          },
        ],
      })}`
  }

  private school() {
    return html`<div class="gate-head">
        <h1 tabindex="-1">Which school is this?</h1>
      </div>
      ${this.summary()} ${schoolFields(this.values, this.errors, [])}`
  }

  private terms() {
    return html`<div class="gate-head">
        <h1 tabindex="-1">When is school?</h1>
        <p class="quiet">
          Every due day is counted in school days. These are usual dates: put them right from your own
          calendar. INSET days and single closed days can be added later.
        </p>
      </div>
      ${this.summary()} ${termFields(this.values, this.errors)}`
  }

  private back() {
    this.keep(this.querySelector('form'))
    this.errors = {}
    this.at -= 1
  }

  private keep(form: HTMLFormElement | null) {
    if (form) this.values = { ...this.values, ...textsOf(form) }
  }

  private async send(event: SubmitEvent) {
    event.preventDefault()
    this.keep(event.target as HTMLFormElement)
    this.said = ''
    this.errors = [wrongWithYou, wrongWithSchool, wrongDates][this.at]?.(this.values) ?? {}
    if (Object.keys(this.errors).length > 0) return
    if (this.at < this.lastStep) this.at += 1
    else await this.finish(this.place === null)
  }

  private async finish(withTerms: boolean) {
    if (this.busy) return
    this.busy = true
    this.said = ''
    const {
      name = '',
      email = '',
      password = '',
      role,
      schoolName = '',
      urn = '',
      laestab = '',
    } = this.values
    try {
      await access.setUp({
        link: this.link,
        name: name.trim(),
        email: email.trim(),
        password,
        role: role === 'administrator' ? 'administrator' : 'headteacher',
        ...(this.place === null && {
          school: {
            name: schoolName.trim(),
            urn: urn.trim(),
            laestab: laestab.trim(),
            phase: this.values['phase'] as NonNullable<NewInstallation['school']>['phase'],
            authority: this.values['authority'] ?? '',
          },
        }),
        ...(withTerms && { terms: termDates(this.values) }),
      })
      this.values = {}
      this.tell('set-up', {})
    } catch (error) {
      this.refused(error)
    } finally {
      this.busy = false
    }
  }

  /** Back to the step whose box is wrong; a link that is dead says so. */
  private refused(error: unknown) {
    const words = Object.fromEntries(
      Object.entries(fieldWords(error)).map(([name, text]) => [
        name === 'school.name' ? 'schoolName' : name.replace(/^school\./, ''),
        text,
      ]),
    )
    const isOfTerms = Object.keys(words).some((name) => name.startsWith('terms'))
    const isOfYou = Object.keys(words).some((name) => ['name', 'email', 'password', 'role'].includes(name))
    if (Object.keys(words).length === 0 || isOfTerms) {
      this.said = isOfTerms ? (Object.values(words)[0] ?? '') : refusalWords(error)
      if (error instanceof RefusedError && error.status === 404)
        this.said = 'This link does not work any more. Start the server anew: it prints another.'
      return
    }
    this.at = isOfYou ? 0 : 1
    this.errors = words
  }
}

/** What is missing of the person before anything is sent. */
function wrongWithYou({ name = '', email = '', password = '' }: Texts): Record<string, string> {
  return {
    ...(name.trim() === '' && { name: 'Give your name.' }),
    ...(!/^\S+@\S+$/.test(email.trim()) && { email: 'Give your whole e-mail address.' }),
    ...([...password].length < SHORTEST_PASSWORD && {
      password: `A password has at least ${SHORTEST_PASSWORD} characters: add a word.`,
    }),
  }
}

function wrongWithSchool({ schoolName = '', urn = '', laestab = '', phase, authority = '' }: Texts) {
  return {
    ...(schoolName.trim() === '' && { schoolName: 'Give the school’s name.' }),
    ...(!/^\d{6}$/.test(urn.trim()) && { urn: 'A URN is six digits.' }),
    ...(!/^\d{3}\/?\d{4}$/.test(laestab.trim()) && { laestab: 'That is seven digits, such as 919/4999.' }),
    ...(!phase && { phase: 'Choose the phase.' }),
    ...(authority.trim() === '' && { authority: 'Give the local authority.' }),
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-set-up': VsSetUp
  }
}
