import { html, nothing, type TemplateResult } from 'lit'
import type { Account } from '../../access.ts'
import { dayWithYear, timeOf } from '../../format.ts'
import { dayInEngland, minuteInEngland } from '../../instants.ts'

/** Every browser in which the account is open; `end` ends one of the others. */
export function placesPanel({ signIns }: Account, end: (id: string) => void): TemplateResult {
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
                : html`<button class="link" type="button" @click=${() => end(id)}>
                    End it<span class="hidden">: ${agent}</span>
                  </button>`
            }
          </li>`,
      )}
    </ul>
    <p class="small quiet">
      One that you do not know? End it, then change your password. A sign-in ends by itself after half an hour
      without use.
    </p>
  </section>`
}
