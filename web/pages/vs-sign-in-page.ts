import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { access, type DemonstrationPerson, type HalfSignedIn, type Me, type SignedOut } from '../access.ts'
import { serverDay } from '../api.ts'
import { LightElement } from '../components/element.ts'
import type { Asked, Why } from '../signed-in.ts'
import { entry, textsOf } from './sign-in/entry.ts'
import { gateFrame } from './sign-in/gate-frame.ts'
import { showPasskey } from './sign-in/passkey.ts'
import { refusalWords } from './sign-in/refusal-words.ts'
import { whatRoleSees } from './sign-in/role-words.ts'
import './sign-in/vs-password.ts'
import './sign-in/vs-second-factor.ts'

/**
 * The page in front of every other until somebody is signed in with both factors. It asks `ask` who is there; tells
 * `signed-in` with who came through, and `leave` when somebody half signed in gives up.
 */
@customElement('vs-sign-in-page')
export class VsSignInPage extends LightElement {
  @property({ attribute: false }) why: Why = 'start'
  @property({ attribute: false }) ask: () => Promise<Asked> = () => access.me()
  /** Who was here before the screen locked. */
  @property() nameBefore = ''
  @state() private me: Me | undefined
  /** Why nobody can come in just now. */
  @state() private unreached = ''
  @state() private error = ''
  @state() private forgetting: 'no' | 'asking' | 'sent' = 'no'
  @state() private busy = false
  private email = ''

  override connectedCallback() {
    super.connectedCallback()
    void this.take(() => this.ask())
  }

  /** Asks once more who is there: another tab may have signed in. */
  lookAgain(): Promise<void> {
    return this.take(() => access.me().catch((error: unknown) => refusalWords(error)))
  }

  protected override render() {
    return gateFrame(this.content(), serverDay())
  }

  protected override updated(changed: PropertyValues) {
    if (changed.has('me') || changed.has('forgetting')) this.querySelector('h1')?.focus()
  }

  private content(): unknown {
    const { me, unreached } = this
    if (unreached) return this.notReached(unreached)
    if (!me)
      return html`<h1 tabindex="-1">${this.heading()}</h1>
        <p role="status">One moment…</p>`
    if (me.state === 'second-factor') return this.second(me)
    if (me.state === 'in') return nothing
    if (me.firstRun) return firstRun
    if (this.forgetting !== 'no') return this.forgotten(me)
    return this.first(me)
  }

  private heading() {
    if (this.why === 'locked') return 'Locked'
    return this.why === 'leaving' ? 'Signing out' : 'Sign in'
  }

  private notReached(words: string) {
    return html`<h1 tabindex="-1">${this.heading()}</h1>
      <p class="error-text" role="alert">${words}</p>
      <button class="button button-solid" type="button" @click=${() => void this.take(() => this.ask())}>
        Try again
      </button>`
  }

  private lead() {
    if (this.why === 'start') return 'With your work e-mail, then a code from your phone or a passkey.'
    if (!this.nameBefore)
      return 'You were signed out: after a time without use, or because your account was changed.'
    return `You were signed out: after a time without use, or because your account was changed. What ${this.nameBefore} had half written is kept here until they sign in again.`
  }

  private first({ demonstration, mail }: SignedOut) {
    return html`<div class="gate-head">
        <h1 tabindex="-1">Sign in</h1>
        <p class="quiet">${this.lead()}</p>
      </div>
      ${demonstration ? this.people(demonstration) : nothing}
      <form class="form" novalidate @submit=${(event: SubmitEvent) => this.send(event)}>
        ${this.emailEntry()}
        <vs-password .error=${this.error}></vs-password>
        <button
          class="button ${demonstration ? '' : 'button-solid'} button-wide"
          type="submit"
          aria-disabled=${this.busy ? 'true' : 'false'}
        >
          Continue
        </button>
      </form>
      <div class="gate-ways">
        <button class="button button-wide" type="button" @click=${() => void this.withPasskey()}>
          Sign in with a passkey
        </button>
        <button class="link" type="button" @click=${() => (this.forgetting = 'asking')}>
          ${mail ? 'I have forgotten my password' : 'I cannot sign in'}
        </button>
      </div>`
  }

  private emailEntry(error = '') {
    return entry({
      name: 'email',
      label: 'Work e-mail',
      type: 'email',
      autocomplete: 'username',
      inputmode: 'email',
      value: this.email,
      onInput: (value) => (this.email = value),
      ...(error && { error }),
    })
  }

  private people(people: readonly DemonstrationPerson[]) {
    return html`<section class="gate-people" aria-labelledby="demonstration-people">
      <h2 id="demonstration-people">See it as one of them</h2>
      <p class="small quiet">A demonstration: the people and the children are invented.</p>
      <ul>
        ${people.map(
          ({ accountId, name, role, words }) =>
            html`<li>
              <button
                class="gate-person"
                type="button"
                @click=${() => void this.trying(() => access.signInAs(accountId))}
              >
                <b>${words}</b> <span class="small">${name}</span>
                <span class="small quiet">${whatRoleSees(role)}</span>
              </button>
            </li>`,
        )}
      </ul>
    </section>`
  }

  private forgotten({ mail }: SignedOut) {
    const back = html`<button class="link" type="button" @click=${() => (this.forgetting = 'no')}>
      Back to signing in
    </button>`
    if (this.forgetting === 'sent')
      return html`<h1 tabindex="-1">Look into your mail</h1>
        <p>
          If an account has that address, a link to choose a new password is on its way. It works once, for a
          quarter of an hour. You will still need your second factor.
        </p>
        ${back}`
    if (!mail)
      return html`<h1 tabindex="-1">You cannot sign in?</h1>
        <p>
          This installation sends no mail. Your headteacher, or the person who looks after accounts, can make
          a link by which you choose a new password or set up a new second factor. They cannot see or choose
          your password.
        </p>
        ${back}`
    return html`<h1 tabindex="-1">A new password</h1>
      <p class="quiet">We send a link to your work e-mail.</p>
      <form class="form" novalidate @submit=${(event: SubmitEvent) => this.sendForgotten(event)}>
        ${this.emailEntry(this.error)}
        <button class="button button-solid button-wide" type="submit">Send the link</button>
        ${back}
      </form>`
  }

  private second({ name, methods, enrol }: HalfSignedIn) {
    const isLocked = this.why === 'locked'
    if (enrol) {
      void import('./sign-in/vs-enrol.ts')
      return html`<vs-enrol @enrolled=${() => void this.lookAgain()}></vs-enrol>`
    }
    const leave = html`<button class="link" type="button" @click=${() => this.tell('leave', {})}>
      Not ${name}? Sign out
    </button>`
    if (methods.length === 0) return this.keyless(name, leave)
    return html`<div class="gate-head">
        <h1 tabindex="-1">${isLocked ? 'Locked' : 'One more step'}</h1>
        <p class="quiet">
          ${
            isLocked
              ? `Show that you are ${name}, and go on where you were.`
              : `Show that you are ${name}: a password alone opens nothing here.`
          }
        </p>
      </div>
      <vs-second-factor .methods=${methods} @shown=${() => void this.lookAgain()}></vs-second-factor>
      ${leave}`
  }

  /** Somebody without a second factor: the invented people of a demonstration, or an account whose time to set one up is over. */
  private keyless(name: string, leave: unknown) {
    return html`<div class="gate-head">
        <h1 tabindex="-1">${this.why === 'locked' ? 'Locked' : 'No second factor'}</h1>
        <p class="quiet">
          ${name} has no second factor here. In the demonstration nobody needs one; elsewhere, ask who looks
          after accounts for a link.
        </p>
      </div>
      ${this.error ? html`<p class="error-text" role="alert">${this.error}</p>` : nothing}
      <button
        class="button button-solid button-wide"
        type="button"
        @click=${() => void this.trying(() => asInvented(name))}
      >
        Go on as ${name}
      </button>
      ${leave}`
  }

  private async take(asking: () => Promise<Asked>) {
    this.unreached = ''
    const answer = await asking()
    if (typeof answer === 'string') this.unreached = answer
    else if (answer.state === 'in') this.tell('signed-in', answer)
    else this.me = answer
  }

  private async send(event: SubmitEvent) {
    event.preventDefault()
    const { email = '', password = '' } = textsOf(event.target as HTMLFormElement)
    if (email.trim() === '' || password === '') {
      this.refuse('Type your e-mail and your password.')
      return
    }
    await this.trying(() => access.signIn(email.trim(), password))
  }

  private async sendForgotten(event: SubmitEvent) {
    event.preventDefault()
    const email = this.email.trim()
    this.error = /^\S+@\S+$/.test(email) ? '' : 'Type your work e-mail.'
    if (this.error) return
    await access.forgot(email).then(
      () => (this.forgetting = 'sent'),
      (error: unknown) => (this.error = refusalWords(error)),
    )
  }

  private withPasskey() {
    return this.trying(() => showPasskey('sign-in'))
  }

  private async trying(work: () => Promise<unknown>) {
    if (this.busy) return
    this.busy = true
    this.error = ''
    try {
      await work()
      await this.lookAgain()
    } catch (error) {
      this.refuse(refusalWords(error))
    } finally {
      this.busy = false
    }
  }

  private refuse(words: string) {
    this.error = words
    const box = this.querySelector('vs-password')
    box?.clear()
    void this.updateComplete.then(async () => {
      await box?.updateComplete
      box?.querySelector('input')?.focus()
    })
  }
}

/** One click, as at the start of a demonstration; anywhere else it leads to the sign-in page. */
async function asInvented(name: string): Promise<void> {
  await access.signOut()
  const me = await access.me()
  const person = me.state === 'out' ? me.demonstration?.find((one) => one.name === name) : undefined
  if (person) await access.signInAs(person.accountId)
}

const firstRun = html`<h1 tabindex="-1">Nobody has an account yet</h1>
  <p>
    When it was started, the server printed a link to set this installation up. Whoever runs it opens that
    link: it makes the first account and the school, and works once.
  </p>
  <p class="quiet">
    It was printed in the window of <code>npm start</code>. Start the server anew for a new link.
  </p>`

declare global {
  interface HTMLElementTagNameMap {
    'vs-sign-in-page': VsSignInPage
  }
}
