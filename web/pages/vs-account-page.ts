import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { access, type Account, type SignedIn } from '../access.ts'
import { emptyState } from '../components/empty-state.ts'
import { pageHead } from '../components/page-head.ts'
import '../components/vs-dialog.ts'
import { showToast } from '../components/vs-toast.ts'
import { count, countInWords, dayWithYear, sentence, timeOf } from '../format.ts'
import { dayInEngland, minuteInEngland } from '../instants.ts'
import { accountChanged } from '../session.ts'
import { DataPage } from './data-page.ts'
import { entry, textsOf } from './sign-in/entry.ts'
import { addPasskey } from './sign-in/passkey.ts'
import { fieldWords, refusalWords } from './sign-in/refusal-words.ts'
import { whatRoleSees } from './sign-in/role-words.ts'
import './sign-in/vs-authenticator.ts'
import './sign-in/vs-password.ts'
import './sign-in/vs-recovery-codes.ts'
import { wrongWithPassword } from './sign-in/wrong-with-password.ts'

interface Shown {
  me: SignedIn
  account: Account
}

/** How few codes are left when new ones should be made. */
const FEW_CODES = 3

/** One's own account: roles, the keys that open it, and where it is open. */
@customElement('vs-account-page')
export class VsAccountPage extends DataPage<Shown> {
  @state() private dialog: 'none' | 'password' | 'authenticator' | 'codes' | 'passkey' = 'none'
  @state() private codes: readonly string[] = []
  @state() private errors: Readonly<Record<string, string>> = {}
  @state() private said = ''
  private busy = false

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
        ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing} ${roles(me)}
        <section class="card panel" aria-labelledby="keys">
          <h2 id="keys">The keys to your account</h2>
          <dl class="key-list">
            ${this.password(account)} ${this.passkeys(account)} ${this.authenticator(account)}
            ${this.recovery(account)}
          </dl>
        </section>
        ${this.places(account)}
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

  private password({ passwordChangedAt }: Account) {
    return html`<div>
      <dt>Password</dt>
      <dd>
        ${passwordChangedAt ? html`Chosen on ${dayWithYear(dayInEngland(passwordChangedAt), '')}` : 'Chosen'}
      </dd>
      <dd>
        <button class="button button-small" type="button" @click=${() => (this.dialog = 'password')}>
          Change it
        </button>
      </dd>
    </div>`
  }

  private passkeys({ passkeys }: Account) {
    return html`<div>
      <dt>Passkeys</dt>
      <dd>
        ${
          passkeys.length === 0
            ? html`<span class="quiet">None. A passkey is the safest key and needs no typing.</span>`
            : html`<ul class="key-rows">
                ${passkeys.map(
                  ({ id, name, createdAt, lastUsedAt }) =>
                    html`<li>
                      <span
                        ><b>${name}</b>
                        <span class="small quiet"
                          >made
                          ${dayWithYear(dayInEngland(createdAt), '')}${lastUsedAt ? `, last used ${dayWithYear(dayInEngland(lastUsedAt), '')}` : ', not used yet'}</span
                        ></span
                      >
                      <button
                        class="link"
                        type="button"
                        @click=${() =>
                          void this.doing(
                            () => access.removePasskey(id),
                            `The passkey ${name} opens nothing any more.`,
                          )}
                      >
                        Remove<span class="hidden"> the passkey ${name}</span>
                      </button>
                    </li>`,
                )}
              </ul>`
        }
      </dd>
      <dd>
        <button class="button button-small" type="button" @click=${() => (this.dialog = 'passkey')}>
          Add a passkey
        </button>
      </dd>
    </div>`
  }

  private authenticator({ authenticator }: Account) {
    return html`<div>
      <dt>Authenticator app</dt>
      <dd>${authenticator ? 'Set up' : html`<span class="quiet">Not set up.</span>`}</dd>
      <dd>
        <button class="button button-small" type="button" @click=${() => (this.dialog = 'authenticator')}>
          ${authenticator ? 'Move it to another phone' : 'Set it up'}
        </button>
      </dd>
    </div>`
  }

  private recovery({ recoveryCodesLeft: left }: Account) {
    return html`<div>
      <dt>Recovery codes</dt>
      <dd class=${left < FEW_CODES ? 'word-due strong' : ''}>
        ${left === 0 ? 'None left: make new ones.' : `${sentence(countInWords(left, 'code'))} left`}
      </dd>
      <dd>
        <button class="button button-small" type="button" @click=${() => void this.freshCodes()}>
          Make new ones
        </button>
      </dd>
    </div>`
  }

  private places({ signIns }: Account) {
    return html`<section class="card panel" aria-labelledby="places">
      <h2 id="places">Where you are signed in</h2>
      <ul class="key-rows">
        ${signIns.map(
          ({ id, agent, startedAt, lastSeenAt, current }) =>
            html`<li>
              <span
                ><b>${agent || 'A browser we do not know'}</b>
                <span class="small quiet"
                  >since ${timeOf(minuteInEngland(startedAt))} on ${dayWithYear(dayInEngland(startedAt), '')},
                  ${current ? 'this browser' : `last used ${timeOf(minuteInEngland(lastSeenAt))}`}</span
                ></span
              >
              ${
                current
                  ? nothing
                  : html`<button
                      class="link"
                      type="button"
                      @click=${() => void this.doing(() => access.endSignIn(id), 'That sign-in has ended.')}
                    >
                      End it<span class="hidden">: ${agent}</span>
                    </button>`
              }
            </li>`,
        )}
      </ul>
      <p class="small quiet">
        One that you do not know? End it, then change your password. A sign-in ends by itself after half an
        hour without use.
      </p>
    </section>`
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

const roles = ({ posts }: SignedIn) =>
  html`<section class="card panel" aria-labelledby="roles">
    <div class="panel-head">
      <h2 id="roles">What you are here</h2>
      <p class="small quiet">
        ${posts.length > 1 ? `${count(posts.length, 'role')}; you act in one at a time.` : nothing}
      </p>
    </div>
    ${
      posts.length === 0
        ? emptyState({
            title: 'No role yet',
            text: 'Nobody has given you one, or the last one has ended. Ask your headteacher.',
          })
        : html`<ul class="key-rows">
            ${posts.map(
              ({ role, words, place, current }) =>
                html`<li>
                  <span
                    ><b>${words}</b>${place ? `, ${place}` : nothing}
                    <span class="small quiet">${whatRoleSees(role)}</span></span
                  >
                  ${current ? html`<span class="chip">now</span>` : nothing}
                </li>`,
            )}
          </ul>`
    }
  </section>`

declare global {
  interface HTMLElementTagNameMap {
    'vs-account-page': VsAccountPage
  }
}
