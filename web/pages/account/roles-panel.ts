import { html, nothing, type TemplateResult } from 'lit'
import type { SignedIn } from '../../access.ts'
import { emptyState } from '../../components/empty-state.ts'
import { count } from '../../format.ts'
import { whatRoleSees } from '../sign-in/role-words.ts'

/** The roles of whoever is signed in, each with what it sees. */
export const rolesPanel = ({ posts }: SignedIn): TemplateResult =>
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
