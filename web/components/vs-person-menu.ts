import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { initials } from '../format.ts'
import { LightElement, freshId } from './element.ts'
import { icon } from './icon.ts'
import { placePopover } from './place-popover.ts'

/** Who is signed in, the roles they may act in, and the schools their post reaches. */
export interface ShellPerson {
  name: string
  role: string
  posts: readonly { id: string; words: string; place: string; current: boolean }[]
  schools: readonly { id: string; name: string; current: boolean }[]
}

/**
 * The person at the screen: role, account, names on a projector, lock, sign out. Tells `act-in` {postId, schoolId},
 * `blank-names`, `lock` and `sign-out`.
 */
@customElement('vs-person-menu')
export class VsPersonMenu extends LightElement {
  @property({ attribute: false }) person: ShellPerson | undefined
  @property({ type: Boolean, attribute: 'names-hidden' }) namesHidden = false
  private readonly menuId = freshId('person')

  protected override render() {
    const { person } = this
    if (!person) return nothing
    const { name, role } = person
    return html`<button class="who" type="button" aria-label="${name}, ${role}" popovertarget=${this.menuId}>
        <span class="avatar" aria-hidden="true">${initials(name)}</span>
        <span class="who-words"><b>${name}</b><span class="caption">${role}</span></span>
        ${icon('down', 14)}
      </button>
      <div
        class="popover who-menu"
        id=${this.menuId}
        popover
        @toggle=${(event: ToggleEvent) => placePopover(event, this.querySelector('.who'))}
        @click=${(event: Event) => this.closeAfter(event)}
      >
        <p class="who-narrow"><b>${name}</b> <span class="caption">${role}</span></p>
        ${this.posts(person)} ${this.schools(person)}
        <ul>
          <li><a href="/account">My account</a></li>
          <li>
            <button class="link" type="button" @click=${() => this.tell('blank-names', {})}>
              ${this.namesHidden ? 'Show names' : 'Hide names'} <kbd>Alt Shift P</kbd>
            </button>
          </li>
          <li>
            <button class="link" type="button" @click=${() => this.tell('lock', {})}>
              Lock <kbd>Alt Shift L</kbd>
            </button>
          </li>
          <li>
            <button class="link" type="button" @click=${() => this.tell('sign-out', {})}>Sign out</button>
          </li>
        </ul>
      </div>`
  }

  private posts({ posts, schools }: ShellPerson) {
    if (posts.length < 2) return nothing
    const school = schools.find(({ current }) => current)
    return html`<p class="caption">Act as</p>
      <ul>
        ${posts.map(
          ({ id, words, place, current }) =>
            html`<li>
              <button
                class="link ${current ? 'is-current' : ''}"
                type="button"
                aria-current=${current ? 'true' : nothing}
                @click=${() => current || this.tell('act-in', { postId: id })}
              >
                <span
                  >${words}${place && place !== school?.name ? html`<span class="caption">${place}</span>` : nothing}</span
                >
              </button>
            </li>`,
        )}
      </ul>`
  }

  private schools({ posts, schools }: ShellPerson) {
    const post = posts.find(({ current }) => current)
    if (schools.length < 2 || !post) return nothing
    return html`<p class="caption">School</p>
      <ul class="who-schools">
        ${schools.map(
          ({ id, name, current }) =>
            html`<li>
              <button
                class="link ${current ? 'is-current' : ''}"
                type="button"
                aria-current=${current ? 'true' : nothing}
                @click=${() => current || this.tell('act-in', { postId: post.id, schoolId: id })}
              >
                ${name}
              </button>
            </li>`,
        )}
      </ul>`
  }

  private closeAfter({ target }: Event) {
    if (target instanceof Element && target.closest('a, button'))
      document.getElementById(this.menuId)?.hidePopover()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-person-menu': VsPersonMenu
  }
}
