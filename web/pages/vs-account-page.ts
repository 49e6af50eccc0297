import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { access, type Account, type SignedIn } from '../access.ts'
import { pageHead } from '../components/page-head.ts'
import '../components/vs-dialog.ts'
import { showToast } from '../components/vs-toast.ts'
import { countInWords } from '../format.ts'
import { accountChanged } from '../signed-in.ts'
import { keysPanel, type KeyActs } from './account/keys-panel.ts'
import { placesPanel } from './account/places-panel.ts'
import { rolesPanel } from './account/roles-panel.ts'
import { DataPage } from './data-page.ts'
import { entry, textsOf } from './sign-in/entry.ts'
import { addPasskey } from './sign-in/passkey.ts'
import { fieldWords, refusalWords } from './sign-in/refusal-words.ts'
import './sign-in/vs-authenticator.ts'
import './sign-in/vs-password.ts'
import './sign-in/vs-recovery-codes.ts'
import { wrongWithPassword } from './sign-in/wrong-with-password.ts'

interface Shown {
  me: SignedIn
  account: Account
}

/** One's own account: roles, the keys that open it, and where it is open. */
@customElement('vs-account-page')
export class VsAccountPage extends DataPage<Shown> {
  @state() private dialog: 'none' | 'password' | 'authenticator' | 'codes' | 'passkey' = 'none'
  @state() private codes: readonly string[] = []
  @state() private errors: Readonly<Record<string, string>> = {}
  @state() private said = ''
  private busy = false
  private readonly keyActs: KeyActs = {
    changePassword: () => (this.dialog = 'password'),
    addPasskey: () => (this.dialog = 'passkey'),
    removePasskey: (id, name) =>
      void this.doing(() => access.removePasskey(id), `The passkey ${name} opens nothing any more.`),
    setUpAuthenticator: () => (this.dialog = 'authenticator'),
    freshCodes: () => void this.freshCodes(),
  }

  protected async load(): Promise<Shown> {
    const [me, account] = await Promise.all([access.me(), access.account()])
    if (me.state !== 'in') throw new Error('Nobody is signed in')
    return { me, account }
  }

  protected draw({ me, account }: Shown): TemplateResult {
    const others = account.signIns.filter(({ current }) => !current)
    return html`${pageHead({
        sentence:
          others.length === 0
            ? 'You are signed in here and nowhere else.'
            : `You are signed in here, and in ${countInWords(others.length, 'other place')}.`,
        lead: html`${me.name}, ${me.email}`,
      })}
      <div class="stack account-page">
        ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing} ${rolesPanel(me)}
        ${keysPanel(account, this.keyActs)}
        ${placesPanel(account, (id) => void this.doing(() => access.endSignIn(id), 'That sign-in has ended.'))}
        ${
          me.pages.includes('audit')
            ? html`<p class="small">
                <a href="/audit">What you did lately</a> is on record with everything else.
              </p>`
            : nothing
        }
      </div>
      <vs-dialog
        ?open=${this.dialog !== 'none'}
        .heading=${HEADINGS[this.dialog]}
        .content=${this.dialogContent(me)}
        @close=${() => this.close()}
      ></vs-dialog>`
  }

  private dialogContent({ email }: SignedIn): unknown {
    const said = this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing
    switch (this.dialog) {
      case 'password':
        return html`<form
          class="form"
          novalidate
          @submit=${(event: SubmitEvent) => void this.changePassword(event)}
        >
          <p class="quiet">You are then signed out everywhere else.</p>
          <input
            class="hidden"
            type="text"
            autocomplete="username"
            tabindex="-1"
            aria-hidden="true"
            .value=${email}
            readonly
          />
          <vs-password
            name="current"
            label="Your password now"
            .error=${this.errors['current'] ?? ''}
          ></vs-password>
          <vs-password
            name="next"
            label="Your new password"
            fresh
            .error=${this.errors['next'] ?? ''}
          ></vs-password>
          ${said}
          <button class="button button-solid" type="submit">Change the password</button>
        </form>`
      case 'passkey':
        return html`<form
          class="form"
          novalidate
          @submit=${(event: SubmitEvent) => void this.newPasskey(event)}
        >
          ${entry({
            name: 'passkey-name',
            label: 'Name of the passkey',
            hint: 'So that you know it again, such as “My laptop” or “Key on my keyring”.',
            autocomplete: 'off',
            width: 'm',
            maxlength: 60,
            ...(this.errors['name'] && { error: this.errors['name'] }),
          })}
          ${said}
          <button class="button button-solid" type="submit">Make the passkey</button>
        </form>`
      case 'authenticator':
        return html`<vs-authenticator
          change
          @set-up=${() => this.done('The app on your phone is set up.')}
        ></vs-authenticator>`
      case 'codes':
        return html`<vs-recovery-codes .codes=${this.codes} @kept=${() => this.done('')}></vs-recovery-codes>`
      case 'none':
        return nothing
    }
  }

  private close() {
    this.dialog = 'none'
    this.codes = []
    this.errors = {}
    this.said = ''
  }

  private done(words: string) {
    this.close()
    accountChanged()
    if (words) showToast({ text: words })
    void this.refresh()
  }

  private async doing(work: () => Promise<unknown>, words: string) {
    if (this.busy) return
    this.busy = true
    this.said = ''
    try {
      await work()
      this.done(words)
    } catch (error) {
      this.errors = fieldWords(error)
      if (Object.keys(this.errors).length === 0) this.said = refusalWords(error)
    } finally {
      this.busy = false
    }
  }

  private async changePassword(event: SubmitEvent) {
    event.preventDefault()
    const { current = '', next = '' } = textsOf(event.target as HTMLFormElement)
    const wrong = { current: wrongWithPassword(current, true), next: wrongWithPassword(next, false) }
    this.errors = wrong
    if (wrong.current || wrong.next) return
    await this.doing(
      () => access.password(current, next),
      'Your password is changed. Everywhere else you are signed out.',
    )
  }

  private async newPasskey(event: SubmitEvent) {
    event.preventDefault()
    const name = (textsOf(event.target as HTMLFormElement)['passkey-name'] ?? '').trim()
    this.errors = name ? {} : { name: 'Give it a name.' }
    if (name) await this.doing(() => addPasskey(name), `The passkey ${name} opens your account from now on.`)
  }

  private async freshCodes() {
    this.said = ''
    await access.freshRecoveryCodes().then(
      ({ recoveryCodes }) => {
        this.codes = recoveryCodes
        this.dialog = 'codes'
      },
      (error: unknown) => (this.said = refusalWords(error)),
    )
  }
}

const HEADINGS = {
  none: '',
  password: 'Change your password',
  authenticator: 'Set up the app on your phone',
  codes: 'Your new recovery codes',
  passkey: 'Add a passkey',
} as const

declare global {
  interface HTMLElementTagNameMap {
    'vs-account-page': VsAccountPage
  }
}
