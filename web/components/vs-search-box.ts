import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { LightElement, freshId } from './element.ts'
import { icon } from './icon.ts'

export interface Suggestion {
  id: string
  label: unknown
  /** `Year 9`. */
  detail?: string
  href: string
}

/**
 * A box with a list of suggestions under it. Tells `query` {text} at each change; the page answers by setting
 * `suggestions`. Arrow keys walk the list, Enter opens, Escape closes. Tells `choose` {id, href}.
 */
@customElement('vs-search-box')
export class VsSearchBox extends LightElement {
  @property() label = 'Find a child'
  /** Shown at the right end: the key that brings one here. */
  @property() shortcut = ''
  @property({ attribute: false }) suggestions: readonly Suggestion[] = []
  @state() private text = ''
  @state() private open = false
  @state() private active = -1
  /** Keys pressed before the answer to the newest letters has come: they are for its list, not for the one before. */
  private early: string[] | null = null
  private readonly stem = freshId('search')

  /** Puts the cursor into the box. */
  focusBox(): void {
    this.querySelector('input')?.focus()
  }

  protected override updated(changed: PropertyValues<this>) {
    if (!changed.has('suggestions')) return
    const keys = this.early ?? []
    this.early = null
    for (const key of keys) this.press(key)
  }

  protected override render() {
    const shown = this.open && this.text.trim() !== ''
    const active = this.suggestions[this.active]
    return html`<div
      class="search"
      role="search"
      aria-label=${this.label}
      @focusout=${(event: FocusEvent) => this.leave(event)}
    >
      <label class="search-box">
        ${icon('search', 18)}<span class="hidden">${this.label}</span>
        <input
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          placeholder=${this.label}
          aria-expanded=${shown}
          aria-controls="${this.stem}-list"
          aria-autocomplete="list"
          aria-activedescendant=${shown && active ? `${this.stem}-${active.id}` : nothing}
          .value=${this.text}
          @input=${(event: Event) => this.type(event)}
          @keydown=${(event: KeyboardEvent) => this.key(event)}
        />
        ${this.shortcut ? html`<kbd aria-hidden="true">${this.shortcut}</kbd>` : nothing}
      </label>
      <ul
        class="suggestions"
        id="${this.stem}-list"
        role="listbox"
        aria-label=${this.label}
        ?hidden=${!shown}
      >
        ${shown ? this.suggestions.map((one, at) => this.suggestion(one, at)) : nothing}
      </ul>
      <p class="hidden" role="status">${shown ? this.found() : ''}</p>
      ${shown && this.suggestions.length === 0 ? html`<p class="suggestions none">Nobody found.</p>` : nothing}
    </div>`
  }

  private suggestion(one: Suggestion, at: number) {
    return html`<li
      class=${at === this.active ? 'active' : ''}
      id="${this.stem}-${one.id}"
      role="option"
      aria-selected=${at === this.active}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${() => this.choose(one)}
    >
      <span>${one.label}</span> ${one.detail ? html`<span class="small quiet">${one.detail}</span>` : nothing}
    </li>`
  }

  private found() {
    const many = this.suggestions.length
    return many === 0 ? 'Nobody found' : `${many} found`
  }

  private type(event: Event) {
    this.text = (event.target as HTMLInputElement).value
    this.open = true
    this.active = -1
    this.early = []
    this.tell('query', { text: this.text })
  }

  private key(event: KeyboardEvent) {
    const { key } = event
    if (key === 'Escape' && this.open) this.open = false
    else if (this.early && /^(Arrow(Down|Up)|Enter)$/.test(key)) this.early.push(key)
    else if (!this.press(key)) return
    event.preventDefault()
  }

  /** Walks the list or opens what it stands on; whether the key was one of those. */
  private press(key: string): boolean {
    const chosen = this.suggestions[Math.max(0, this.active)]
    if (key === 'ArrowDown') this.active = Math.min(this.suggestions.length - 1, this.active + 1)
    else if (key === 'ArrowUp') this.active = Math.max(-1, this.active - 1)
    else if (key === 'Enter' && chosen && this.open) this.choose(chosen)
    else return false
    return true
  }

  private leave(event: FocusEvent) {
    if (!this.contains(event.relatedTarget as Node | null)) this.open = false
  }

  private choose({ id, href }: Suggestion) {
    this.text = ''
    this.open = false
    this.tell('choose', { id, href })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-search-box': VsSearchBox
  }
}
