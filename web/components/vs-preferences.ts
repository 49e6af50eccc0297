import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { loadPreferences, savePreferences, type Preferences } from './preferences.ts'
import { freshId } from './element.ts'
import { field } from './field.ts'
import { ModalElement } from './modal.ts'

const KEYS: readonly (readonly [string, string])[] = [
  ['/', 'Find a child'],
  ['Tab', 'To the next link, button or box'],
  ['Arrow keys', 'From cell to cell in a table; between tabs and choices'],
  ['Enter', 'Open what has the focus'],
  ['Alt Shift P', 'Hide every child’s name, as before a projector, or show them again'],
  ['Alt Shift L', 'Lock the screen'],
  ['Escape', 'Close what is open'],
]

/**
 * Keys, theme, and names or initials, kept in this browser only; hidden names last until they are shown again. Set
 * `open`; tells `close` and `blank-names`.
 */
@customElement('vs-preferences')
export class VsPreferences extends ModalElement {
  @property({ type: Boolean, attribute: 'names-hidden' }) namesHidden = false
  @state() private chosen: Preferences = loadPreferences()
  private readonly stem = freshId('preferences')

  protected override render() {
    const { theme, names, keys } = this.chosen
    return html`<dialog class="dialog" aria-labelledby=${this.stem} @close=${() => this.left()}>
      <form class="form" method="dialog" @change=${(event: Event) => this.choose(event)}>
        <h2 id=${this.stem}>Keyboard and display</h2>
        <dl class="facts">
          ${KEYS.map(
            ([key, what]) =>
              html`<div>
                <dt><kbd>${key}</kbd></dt>
                <dd>${what}</dd>
              </div>`,
          )}
        </dl>
        ${this.ask('keys', 'The / key', keys, [
          ['on', 'Goes to the search box'],
          ['off', 'Does nothing'],
        ])}
        ${this.ask('theme', 'Light or dark', theme, [
          ['device', 'As on this device'],
          ['light', 'Light'],
          ['dark', 'Dark'],
        ])}
        ${this.ask('names', 'Children’s names, on this screen and on paper', names, [
          ['full', 'Names'],
          ['initials', 'Initials only'],
        ])}
        <div class="form-actions">
          <button class="button button-solid" type="submit">Done</button>
          <button class="button" type="button" @click=${() => this.tell('blank-names', {})}>
            ${this.namesHidden ? 'Show names' : 'Hide names now'}
          </button>
        </div>
      </form>
    </dialog>`
  }

  private ask(
    name: keyof Preferences,
    label: string,
    value: string,
    options: readonly (readonly [string, string])[],
  ) {
    return field({
      id: `${this.stem}-${name}`,
      name,
      label,
      value,
      widget: 'radio',
      required: true,
      options: options.map(([one, words]) => ({ value: one, label: words })),
    })
  }

  private choose({ target }: Event) {
    if (!(target instanceof HTMLInputElement)) return
    this.chosen = { ...this.chosen, [target.name]: target.value }
    savePreferences(this.chosen)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-preferences': VsPreferences
  }
}
