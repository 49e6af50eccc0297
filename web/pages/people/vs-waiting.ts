import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { field } from '../../components/field.ts'
import { statusMark } from '../../components/status-mark.ts'
import { showToast } from '../../components/vs-toast.ts'
import { dayWithYear } from '../../format.ts'
import { dayInEngland } from '../../instants.ts'
import { FormElement, seen, textOf } from '../form-element.ts'
import { daysOf, type Waiting } from './people-words.ts'

/** One role that waits for the word of who looks. Tells `saved`. */
@customElement('vs-waiting')
export class VsWaiting extends FormElement {
  @property({ attribute: false }) of?: Waiting
  @property() today = ''
  @state() private refusing = false

  protected override render() {
    if (!this.of) return nothing
    const { person, post } = this.of
    const confirms = post.can.includes('confirm')
    const asked = dayWithYear(dayInEngland(post.askedAt), this.today)
    return html`<article class="waiting-person" aria-labelledby="waits-${post.id}">
      <h3 id="waits-${post.id}">${person.name}</h3>
      <p class="waiting-role">
        ${statusMark(confirms ? 'watch' : 'due', 16, '')}
        <span>
          <b>${post.words}${post.label ? `, ${post.label}` : ''}</b>,
          ${post.place ? `${post.place}, ` : ''}${daysOf(post, this.today)}
        </span>
      </p>
      <p class="quiet">
        ${
          confirms
            ? `${post.askedBy ? `${post.askedBy} gave it alone` : 'It was set up'} on ${asked}, when nobody else could decide. It is open now.`
            : `${post.askedBy ?? 'Somebody'} asked on ${asked}. It opens nothing until you agree.`
        }
        ${post.sees ?? ''}
      </p>
      ${
        this.refusing
          ? html`<form
              class="stack"
              novalidate
              @submit=${(event: SubmitEvent) => {
                event.preventDefault()
                void this.decide(false, textOf(new FormData(event.target as HTMLFormElement), 'reason'))
              }}
            >
              ${field({ name: 'reason', id: `reason-${post.id}`, label: 'Why not', maxlength: 400 })}
              <div class="form-actions">
                <button class="button" type="button" @click=${() => (this.refusing = false)}>Go back</button>
                <button class="button button-solid" type="submit">
                  ${confirms ? 'End the role now' : 'Do not give the role'}
                </button>
              </div>
            </form>`
          : html`<div class="form-actions">
              <button
                class="button button-solid"
                type="button"
                aria-disabled=${this.busy ? 'true' : 'false'}
                @click=${() => void this.decide(true, null)}
              >
                <span
                  >${confirms ? 'Confirm the role' : 'Agree'}<span class="hidden"
                    >: ${person.name}</span
                  ></span
                >
              </button>
              <button class="link" type="button" @click=${() => (this.refusing = true)}>
                Not right…<span class="hidden">: ${person.name}</span>
              </button>
            </div>`
      }
      ${this.complaint()}
    </article>`
  }

  private decide(give: boolean, reason: string | null) {
    return this.trying(async () => {
      if (!this.of) return
      const { person, post } = this.of
      const call = api.client.people.posts[':id'].decide
      await api.bodyOf(call.$post({ param: { id: post.id }, json: { give, reason } }, seen(post.version)))
      showToast({ text: give ? `${person.name} has the role.` : `${person.name} does not have the role.` })
      this.tell('saved', {})
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-waiting': VsWaiting
  }
}
