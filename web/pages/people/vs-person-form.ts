import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { field } from '../../components/field.ts'
import { openDialog } from '../../components/open-dialog.ts'
import { showToast } from '../../components/vs-toast.ts'
import { FormElement, seen, textOf } from '../form-element.ts'
import { handOver } from './hand-over.ts'
import { daysOf, type Person, type Post } from './people-words.ts'
import { openClassList } from './vs-class-list.ts'

type Purpose = 'invitation' | 'password' | 'second-factor'

const linkWords: Readonly<Record<Purpose, { button: string; hint: string; works: string }>> = {
  invitation: {
    button: 'Make the invitation again',
    hint: 'The earlier link then ends.',
    works: 'within 72 hours',
  },
  password: {
    button: 'New password: make a link',
    hint: 'Only the person chooses it. It also wakes an account that was not used for 90 days.',
    works: 'within 15 minutes',
  },
  'second-factor': {
    button: 'Second factor lost: make a link',
    hint: 'Be sure that it is the person who asks: see or ring them yourself. Their passkeys and codes end.',
    works: 'within 24 hours',
  },
}

/** What can be done with somebody’s roles and account. Tells `saved` or `given-up`. */
@customElement('vs-person-form')
export class VsPersonForm extends FormElement {
  @property({ attribute: false }) person?: Person
  @property() today = ''
  /** What is asked about before it is done. */
  @state() private sure: 'account' | string | null = null

  protected override render() {
    const { person } = this
    if (!person) return nothing
    const posts = person.posts.filter(({ can }) => can.some((act) => act === 'end' || act === 'children'))
    const links = person.can.filter((act): act is Purpose => act in linkWords)
    return html`<div class="stack person-form">
      ${posts.map((post) => this.post(person, post))}
      ${
        links.length === 0 && !person.can.includes('end')
          ? nothing
          : html`<section aria-label="Account">
              <h3>Account</h3>
              <ul class="lines">
                ${links.map(
                  (purpose) =>
                    html`<li>
                      <button
                        class="button button-small"
                        type="button"
                        @click=${() => this.link(person, purpose)}
                      >
                        ${linkWords[purpose].button}
                      </button>
                      <p class="hint">${linkWords[purpose].hint}</p>
                    </li>`,
                )}
                ${person.can.includes('end') ? html`<li>${this.accountEnd(person)}</li>` : nothing}
              </ul>
            </section>`
      }
      ${this.complaint(['startedOn', 'endedOn', 'reason'])}
      <div class="form-actions">
        <button class="button" type="button" @click=${() => this.tell('given-up', {})}>Go back</button>
      </div>
    </div>`
  }

  private post(person: Person, post: Post): TemplateResult {
    const { id } = post
    return html`<section aria-labelledby="post-${id}">
      <h3 id="post-${id}">${post.words}${post.label ? `, ${post.label}` : ''}</h3>
      <p class="quiet">${daysOf(post, this.today)}</p>
      ${
        post.can.includes('children')
          ? html`<p>
              <button
                class="button button-small"
                type="button"
                @click=${() => {
                  this.tell('given-up', {})
                  openClassList({ person, post }, this.today, () => this.tellSaved())
                }}
              >
                Choose the children
              </button>
            </p>`
          : nothing
      }
      ${post.can.includes('days') ? this.days(post) : nothing}
      ${
        post.can.includes('end')
          ? this.sure === id
            ? html`<p>${person.name} then sees nothing through this role, from the next click on.</p>
                <div class="form-actions">
                  <button class="button" type="button" @click=${() => (this.sure = null)}>Keep it</button>
                  <button class="button button-solid" type="button" @click=${() => this.end(post)}>
                    End the role now
                  </button>
                </div>`
            : html`<button class="link" type="button" @click=${() => (this.sure = id)}>
                End this role at once…
              </button>`
          : nothing
      }
    </section>`
  }

  private days(post: Post) {
    const at = (name: string) => `${name}-${post.id}`
    return html`<form
      class="post-days"
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault()
        void this.saveDays(post, new FormData(event.target as HTMLFormElement))
      }}
    >
      ${field({
        id: at('startedOn'),
        name: 'startedOn',
        label: 'First day',
        widget: 'day',
        required: true,
        value: post.startedOn,
        ...this.errorOf('startedOn'),
      })}
      ${field({
        id: at('endedOn'),
        name: 'endedOn',
        label: 'Last day',
        widget: 'day',
        value: post.endedOn ?? '',
        ...this.errorOf('endedOn'),
      })}
      ${
        post.hasList
          ? field({
              id: at('label'),
              name: 'label',
              label: 'Name of the list',
              width: 's',
              value: post.label ?? '',
            })
          : nothing
      }
      <button class="button button-small" type="submit">Save the days</button>
    </form>`
  }

  private accountEnd(person: Person) {
    if (this.sure !== 'account')
      return html`<button class="link" type="button" @click=${() => (this.sure = 'account')}>
        End the account of ${person.name}…
      </button>`
    return html`<form
      class="stack"
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault()
        void this.endAccount(person, new FormData(event.target as HTMLFormElement))
      }}
    >
      <p>Every role ends and every browser is signed out at once. What ${person.name} did stays on record.</p>
      ${field({ name: 'reason', label: 'Why', required: true, maxlength: 400, ...this.errorOf('reason') })}
      <div class="form-actions">
        <button class="button" type="button" @click=${() => (this.sure = null)}>Keep it</button>
        <button class="button button-solid" type="submit">End the account now</button>
      </div>
    </form>`
  }

  private tellSaved() {
    document.dispatchEvent(new Event('people-changed'))
  }

  private done(text: string) {
    this.tell('saved', {})
    this.tellSaved()
    showToast({ text })
  }

  private saveDays(post: Post, data: FormData) {
    return this.trying(async () => {
      const json = {
        startedOn: textOf(data, 'startedOn') ?? '',
        endedOn: textOf(data, 'endedOn'),
        label: post.hasList ? textOf(data, 'label') : post.label,
      }
      await api.bodyOf(
        api.client.people.posts[':id'].$put({ param: { id: post.id }, json }, seen(post.version)),
      )
      this.done('The days are saved.')
    })
  }

  private end(post: Post) {
    return this.trying(async () => {
      const call = api.client.people.posts[':id'].end
      await api.bodyOf(call.$post({ param: { id: post.id }, json: {} }, seen(post.version)))
      this.done('The role has ended.')
    })
  }

  private endAccount(person: Person, data: FormData) {
    return this.trying(async () => {
      const call = api.client.people.accounts[':id'].end
      const json = { reason: textOf(data, 'reason') ?? '' }
      await api.bodyOf(call.$post({ param: { id: person.accountId }, json }, seen(person.version)))
      this.done(`The account of ${person.name} has ended.`)
    })
  }

  private link(person: Person, purpose: Purpose) {
    return this.trying(async () => {
      const call = api.client.people.accounts[':id'].link
      const handed = await api.bodyOf(
        call.$post({ param: { id: person.accountId }, json: { purpose } }, seen(person.version)),
      )
      this.tell('saved', {})
      this.tellSaved()
      handOver(handed, { name: person.name, works: linkWords[purpose].works })
    })
  }
}

/** Opens it over the page; the page hears `people-changed` on the document. */
export function openPerson(person: Person, today: string): void {
  openDialog(
    person.name,
    (close) =>
      html`<vs-person-form
        .person=${person}
        today=${today}
        @saved=${close}
        @given-up=${close}
      ></vs-person-form>`,
  )
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-person-form': VsPersonForm
  }
}
