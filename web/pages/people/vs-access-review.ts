import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, type People } from '../../api.ts'
import { showToast } from '../../components/vs-toast.ts'
import { count, dayWithYear } from '../../format.ts'
import { FormElement } from '../form-element.ts'
import { daysOf, lastSeen, reviewSentence, type Person } from './people-words.ts'

const open = ({ state: at }: Person['posts'][number]) => at !== 'over' && at !== 'refused'
const inReview = (view: People) =>
  view.people.filter(({ state: at, posts }) => at !== 'ended' && posts.some(open))

/** The termly look at everybody who has access, one tick each. Tells `saved`. */
@customElement('vs-access-review')
export class VsAccessReview extends FormElement {
  @property({ attribute: false }) view?: People
  @state() private begun = false
  @state() private right: ReadonlySet<string> = new Set()

  protected override render() {
    const { view } = this
    if (!view?.review) return nothing
    const people = inReview(view)
    const left = people.filter(({ accountId }) => !this.right.has(accountId)).length
    const { lastReview, review } = view
    return html`<section class="card panel access-review no-print" aria-labelledby="review">
      <div class="panel-head"><h2 id="review">${reviewSentence(view)}</h2></div>
      <p class="quiet">
        Once a term the headteacher goes through everybody who can get in, and says that each is right.
        ${
          lastReview
            ? `Last done on ${dayWithYear(lastReview.on, view.today)} by ${lastReview.by}.`
            : 'It has not been done yet.'
        }
      </p>
      ${
        !review.mine
          ? nothing
          : this.begun
            ? html`<ul class="review-list">
                  ${people.map((person) => this.line(person, view.today))}
                </ul>
                ${this.complaint()}
                <div class="form-actions">
                  <button
                    class="button button-solid"
                    type="button"
                    aria-disabled=${left > 0 || this.busy ? 'true' : 'false'}
                    @click=${() => left === 0 && void this.confirm(people)}
                  >
                    All ${count(people.length, 'person', 'people')} are right
                  </button>
                  <span class="quiet" aria-live="polite"
                    >${left > 0 ? `${count(left, 'person', 'people')} still to look at.` : ''}</span
                  >
                </div>`
            : html`<button
                class="button ${review.state === 'done' ? '' : 'button-solid'}"
                type="button"
                @click=${() => (this.begun = true)}
              >
                ${review.state === 'done' ? 'Go through it again' : 'Go through everybody'}
              </button>`
      }
    </section>`
  }

  private line(person: Person, today: string) {
    const { accountId, name, posts } = person
    return html`<li>
      <label class="choice">
        <input
          type="checkbox"
          .checked=${this.right.has(accountId)}
          @change=${(event: Event) => this.tick(accountId, (event.target as HTMLInputElement).checked)}
        />
        <span><b>${name}</b> is right</span>
        <span class="hint"
          >${posts
            .filter(open)
            .map((post) => `${post.words}${post.label ? `, ${post.label}` : ''}, ${daysOf(post, today)}`)
            .join('; ')}.
          ${person.lastSignInAt === null ? 'Never signed in' : `Last sign-in: ${lastSeen(person, today)}`}.${person.secondFactor ? '' : ' No second factor.'}</span
        >
      </label>
      ${
        person.can.length > 0 || posts.some(({ can }) => can.length > 0)
          ? html`<button class="link" type="button" @click=${() => this.tell('change-person', { accountId })}>
              Change…<span class="hidden"> ${name}</span>
            </button>`
          : nothing
      }
    </li>`
  }

  private tick(accountId: string, isRight: boolean) {
    const right = new Set(this.right)
    if (isRight) right.add(accountId)
    else right.delete(accountId)
    this.right = right
  }

  private confirm(people: readonly Person[]) {
    return this.trying(async () => {
      const accounts = people.map(({ accountId, version, posts }) => ({
        accountId,
        version,
        posts: posts.filter(open).map((post) => ({ id: post.id, version: post.version })),
      }))
      await api.bodyOf(api.client.people.review.$post({ json: { accounts } }))
      this.begun = false
      this.right = new Set()
      showToast({ text: 'The review is kept.' })
      this.tell('saved', {})
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-access-review': VsAccessReview
  }
}
