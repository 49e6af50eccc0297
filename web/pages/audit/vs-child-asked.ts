import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { childName } from '../../components/child-name.ts'
import { LightElement } from '../../components/element.ts'
import { field } from '../../components/field.ts'
import '../../components/vs-search-box.ts'
import type { Suggestion } from '../../components/vs-search-box.ts'
import { yearGroupWord } from '../../format.ts'
import type { Which } from './asks.ts'

/**
 * About which child it is asked who looked: found by name, or by the pupil number where whoever asks sees no children.
 * Tells `child-asked` {which}.
 */
@customElement('vs-child-asked')
export class VsChildAsked extends LightElement {
  @property({ type: Boolean }) byNumber = false
  @state() private found: readonly Suggestion[] = []
  private turn = 0

  protected override render() {
    if (this.byNumber) return this.numberForm()
    return html`<vs-search-box
      label="Who has seen… find a child"
      .suggestions=${this.found}
      @query=${(event: CustomEvent<{ text: string }>) => this.search(event)}
      @choose=${(event: CustomEvent<{ id: string }>) => this.choose(event)}
    ></vs-search-box>`
  }

  private numberForm() {
    return html`<form
      class="audit-number"
      novalidate
      @submit=${(event: SubmitEvent) => this.sendNumber(event)}
    >
      ${field({
        name: 'upn',
        label: 'Who has seen the child with the pupil number',
        hint: 'You see no children here: the number stands on the request you were sent.',
        required: true,
        width: 'm',
        maxlength: 20,
      })}
      <button class="button button-solid" type="submit">Ask</button>
    </form>`
  }

  private async search({ detail: { text } }: CustomEvent<{ text: string }>) {
    const turn = ++this.turn
    const answer =
      text.trim() === '' ? { children: [] } : await api.search(text).catch(() => ({ children: [] }))
    if (turn !== this.turn) return
    this.found = answer.children.map(({ id, name, yearGroup, left }) => ({
      id,
      label: childName(name),
      detail: left ? 'has left' : yearGroupWord(yearGroup),
      href: '',
    }))
  }

  private choose(event: CustomEvent<{ id: string }>) {
    event.stopPropagation()
    this.ask({ childId: event.detail.id })
  }

  private sendNumber(event: SubmitEvent) {
    event.preventDefault()
    const upn = new FormData(event.target as HTMLFormElement).get('upn')
    this.ask({ upn: typeof upn === 'string' ? upn.trim() : '' })
  }

  private ask(which: Which) {
    this.tell('child-asked', { which })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-child-asked': VsChildAsked
  }
}
