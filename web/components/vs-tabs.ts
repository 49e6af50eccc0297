import { html, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { LightElement, freshId } from './element.ts'

export interface Tab {
  id: string
  label: string
}

/** Tabs over one panel. Arrow keys, Home and End move and choose. Tells `choose` {id}; the page sets `chosen`. */
@customElement('vs-tabs')
export class VsTabs extends LightElement {
  @property() label = ''
  @property({ attribute: false }) tabs: readonly Tab[] = []
  @property() chosen = ''
  /** What the chosen tab shows. */
  @property({ attribute: false }) panel: unknown
  private readonly stem = freshId('tabs')

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('tabs') && !this.chosen) this.chosen = this.tabs[0]?.id ?? ''
  }

  protected override render() {
    return html`<div
        class="tabs"
        role="tablist"
        aria-label=${this.label}
        @keydown=${(event: KeyboardEvent) => this.move(event)}
      >
        ${this.tabs.map(
          ({ id, label }) =>
            html`<button
              class="tab"
              type="button"
              role="tab"
              id="${this.stem}-${id}"
              aria-selected=${this.chosen === id}
              aria-controls="${this.stem}-panel"
              tabindex=${this.chosen === id ? 0 : -1}
              @click=${() => this.choose(id)}
            >
              ${label}
            </button>`,
        )}
      </div>
      <div role="tabpanel" id="${this.stem}-panel" aria-labelledby="${this.stem}-${this.chosen}" tabindex="0">
        ${this.panel}
      </div>`
  }

  private choose(id: string) {
    if (id === this.chosen) return
    this.chosen = id
    this.tell('choose', { id })
  }

  private async move(event: KeyboardEvent) {
    const last = this.tabs.length - 1
    const at = this.tabs.findIndex(({ id }) => id === this.chosen)
    const places: Record<string, number> = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }
    const to = this.tabs[places[event.key] ?? -1]
    if (!to) return
    event.preventDefault()
    this.choose(to.id)
    await this.updateComplete
    document.getElementById(`${this.stem}-${to.id}`)?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-tabs': VsTabs
  }
}
