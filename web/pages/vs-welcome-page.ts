import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { access, type LinkSeen } from '../access.ts'
import { RefusedError, serverDay } from '../api.ts'
import { LightElement } from '../components/element.ts'
import { accountChanged, restart } from '../signed-in.ts'
import { gateFrame } from './sign-in/gate-frame.ts'
import { textsOf } from './sign-in/entry.ts'
import { fieldWords, refusalWords } from './sign-in/refusal-words.ts'
import './sign-in/vs-password.ts'
import { wrongWithPassword } from './sign-in/wrong-with-password.ts'

/** What a link of a mail or of a colleague opens: an invitation, a new password, a new second factor, a set-up. */
@customElement('vs-welcome-page')
export class VsWelcomePage extends LightElement {
  /** Kept in memory alone, and only until it has been used. */
  @property({ attribute: false }) link = ''
  @state() private seen: LinkSeen | 'used' | undefined
  @state() private step: 'start' | 'enrol' | 'done' = 'start'
  @state() private error = ''
  @state() private said = ''
  private busy = false

  override connectedCallback() {
    super.connectedCallback()
    document.title = 'Welcome · Virtual School dashboard'
    void this.look()
  }

  protected override updated(changed: PropertyValues) {
    if (changed.has('seen') || changed.has('step')) this.querySelector('h1')?.focus()
  }

  protected override render() {
    return gateFrame(this.content(), serverDay(), this.isSetUp)
  }

  private get isSetUp() {
    return typeof this.seen === 'object' && this.seen.purpose === 'set-up' && this.step === 'start'
  }

  private content(): unknown {
    const { seen, step, said } = this
    if (said && seen === undefined)
      return html`<h1 tabindex="-1">Welcome</h1>
        <p class="error-text" role="alert">${said}</p>
        <button class="button button-solid" type="button" @click=${() => void this.look()}>Try again</button>`
    if (seen === undefined)
      return html`<h1 tabindex="-1">Welcome</h1>
        <p role="status">One moment…</p>`
    if (seen === 'used') return usedUp
    if (step === 'enrol') {
      void import('./sign-in/vs-enrol.ts')
      return html`<vs-enrol @enrolled=${() => void this.enter(seen)}></vs-enrol>`
    }
    if (step === 'done') return passwordDone
    if (seen.purpose === 'set-up') {
      void import('./sign-in/vs-set-up.ts')
      return html`<vs-set-up
        .link=${this.link}
        .place=${seen.place}
        @set-up=${() => this.taken()}
      ></vs-set-up>`
    }
    return this.password(seen)
  }

  private async look() {
    this.said = ''
    try {
      this.seen = this.link === '' ? 'used' : await access.look(this.link)
    } catch (error) {
      if (error instanceof RefusedError && error.status >= 400 && error.status < 429) this.seen = 'used'
      else this.said = refusalWords(error)
    }
  }

  private password(seen: LinkSeen) {
    const isKnown = seen.purpose === 'second-factor'
    return html`<div class="gate-head">${headOf(seen)}</div>
      <form class="form" novalidate @submit=${(event: SubmitEvent) => void this.send(event, isKnown)}>
        ${
          seen.email
            ? html`<input
                class="hidden"
                type="text"
                autocomplete="username"
                tabindex="-1"
                aria-hidden="true"
                .value=${seen.email}
                readonly
              />`
            : nothing
        }
        <vs-password
          ?fresh=${!isKnown}
          .label=${isKnown ? 'Your password' : 'Choose a password'}
          .error=${this.error}
        ></vs-password>
        ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}
        <button class="button button-solid button-wide" type="submit">Go on</button>
        ${seen.purpose === 'invitation' ? html`<p class="small quiet">Next: a second factor, so that a password alone opens nothing. Have your phone with you.</p>` : nothing}
      </form>`
  }

  private async send(event: SubmitEvent, isKnown: boolean) {
    event.preventDefault()
    if (this.busy) return
    const { password = '' } = textsOf(event.target as HTMLFormElement)
    this.said = ''
    this.error = wrongWithPassword(password, isKnown)
    if (this.error) return this.focusBox()
    this.busy = true
    try {
      await access.take(this.link, password)
      this.taken()
    } catch (error) {
      if (error instanceof RefusedError && error.status === 404) this.seen = 'used'
      else this.error = fieldWords(error)['password'] ?? refusalWords(error)
      this.focusBox()
    } finally {
      this.busy = false
    }
  }

  private focusBox() {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('[name="password"]')?.focus())
  }

  private taken() {
    this.link = ''
    accountChanged()
    this.step = typeof this.seen === 'object' && this.seen.purpose === 'password' ? 'done' : 'enrol'
  }

  /** Whoever set a school up goes on with its files, as its headteacher where they are that. */
  private async enter({ purpose }: LinkSeen) {
    const me = purpose === 'set-up' ? await access.me().catch(() => undefined) : undefined
    const posts = me?.state === 'in' ? me.posts : []
    const head = posts.find(({ role }) => role === 'headteacher')
    if (head && !head.current) await access.act({ postId: head.id }).catch(() => undefined)
    accountChanged()
    restart(head ? '/import' : '/')
  }
}

/** Whoever made a link held it first: the one it is for is told who that was. */
const madeByWords = ({ madeBy }: LinkSeen) =>
  madeBy ? html`<p class="quiet">${madeBy} made this link. Nobody but you should open it.</p>` : nothing

function headOf(seen: LinkSeen) {
  const { purpose, name, email, place, role } = seen
  if (purpose === 'password')
    return html`<h1 tabindex="-1">A new password</h1>
      <p class="quiet">For ${email ?? name}. Everywhere else you are then signed out.</p>
      ${madeByWords(seen)}`
  if (purpose === 'second-factor')
    return html`<h1 tabindex="-1">A new second factor</h1>
      <p class="quiet">
        For ${email ?? name}. Your password stays; the phone or passkey you had before no longer opens
        anything.
      </p>
      ${madeByWords(seen)}`
  return html`<h1 tabindex="-1">Welcome${name ? `, ${name}` : ''}</h1>
    <p>
      ${place ? html`<b>${place}</b> invites you` : 'You are invited'}${role ? html` as <b>${role}</b>` : nothing}.
    </p>
    ${email ? html`<p class="quiet">You will sign in as ${email}.</p>` : nothing} ${madeByWords(seen)}`
}

const usedUp = html`<h1 tabindex="-1">This link does not work any more</h1>
  <p>
    A link works once and not for long: an invitation for three days, a new password for a quarter of an hour.
    It may also have been cut short on its way; then copy it whole.
  </p>
  <p>
    Used it already? <a href="/">Sign in</a>. If not, ask for a new one: who invited you can make it, and for
    a password the sign-in page sends one.
  </p>
  <p>
    Is it new, and you have not used it? Then somebody else may have. Tell your headteacher or safeguarding
    lead at once: they can end the account, and see what was done with it.
  </p>`

const passwordDone = html`<h1 tabindex="-1">Your new password is saved</h1>
  <p>Now sign in with it and your second factor, as always.</p>
  <p><a class="button button-solid" href="/">Sign in</a></p>`

/** Shows the page for a link; nothing of the product is loaded or asked for. */
export function welcome(link: string): void {
  const page: VsWelcomePage = document.createElement('vs-welcome-page')
  page.link = link
  document.body.replaceChildren(page)
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-welcome-page': VsWelcomePage
  }
}
