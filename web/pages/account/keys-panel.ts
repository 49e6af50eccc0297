import { html, type TemplateResult } from 'lit'
import type { Account } from '../../access.ts'
import { countInWords, dayWithYear, sentence } from '../../format.ts'
import { dayInEngland } from '../../instants.ts'

export interface KeyActs {
  changePassword: () => void
  addPasskey: () => void
  removePasskey: (id: string, name: string) => void
  setUpAuthenticator: () => void
  freshCodes: () => void
}

/** How few codes are left when new ones should be made. */
const FEW_CODES = 3

function password({ passwordChangedAt }: Account, { changePassword }: KeyActs): TemplateResult {
  return html`<div>
    <dt>Password</dt>
    <dd>
      ${passwordChangedAt ? html`Chosen on ${dayWithYear(dayInEngland(passwordChangedAt), '')}` : 'Chosen'}
    </dd>
    <dd>
      <button class="button button-small" type="button" @click=${changePassword}>Change it</button>
    </dd>
  </div>`
}

function passkeys({ passkeys }: Account, { addPasskey, removePasskey }: KeyActs): TemplateResult {
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
                    <button class="link" type="button" @click=${() => removePasskey(id, name)}>
                      Remove<span class="hidden"> the passkey ${name}</span>
                    </button>
                  </li>`,
              )}
            </ul>`
      }
    </dd>
    <dd>
      <button class="button button-small" type="button" @click=${addPasskey}>Add a passkey</button>
    </dd>
  </div>`
}

function authenticator({ authenticator }: Account, { setUpAuthenticator }: KeyActs): TemplateResult {
  return html`<div>
    <dt>Authenticator app</dt>
    <dd>${authenticator ? 'Set up' : html`<span class="quiet">Not set up.</span>`}</dd>
    <dd>
      <button class="button button-small" type="button" @click=${setUpAuthenticator}>
        ${authenticator ? 'Move it to another phone' : 'Set it up'}
      </button>
    </dd>
  </div>`
}

function recovery({ recoveryCodesLeft: left }: Account, { freshCodes }: KeyActs): TemplateResult {
  return html`<div>
    <dt>Recovery codes</dt>
    <dd class=${left < FEW_CODES ? 'word-due strong' : ''}>
      ${left === 0 ? 'None left: make new ones.' : `${sentence(countInWords(left, 'code'))} left`}
    </dd>
    <dd>
      <button class="button button-small" type="button" @click=${freshCodes}>Make new ones</button>
    </dd>
  </div>`
}

/** What opens the account, each with the button that changes it. */
export const keysPanel = (account: Account, acts: KeyActs): TemplateResult =>
  html`<section class="card panel" aria-labelledby="keys">
    <h2 id="keys">The keys to your account</h2>
    <dl class="key-list">
      ${password(account, acts)} ${passkeys(account, acts)} ${authenticator(account, acts)}
      ${recovery(account, acts)}
    </dl>
  </section>`
