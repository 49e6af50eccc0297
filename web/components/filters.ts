import { html, type TemplateResult } from 'lit'
import { icon } from './icon.ts'

export interface Choice {
  value: string
  label: string
}

export interface Filter {
  name: string
  /** Read out; a picker also shows it. */
  label: string
  choices: readonly Choice[]
  value: string
  onChoose: (value: string) => void
}

const valueOf = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value

/** One of a few, as buttons in a row: arrow keys move. They scroll sideways where there is no room. */
export function segments({ name, label, choices, value, onChoose }: Filter): TemplateResult {
  return html`<fieldset class="segments" @change=${(event: Event) => onChoose(valueOf(event))}>
    <legend class="hidden">${label}</legend>
    ${choices.map(
      (choice) =>
        html`<label
          ><input type="radio" name=${name} value=${choice.value} .checked=${choice.value === value} /><span
            >${choice.label}</span
          ></label
        >`,
    )}
  </fieldset>`
}

/** One of many, as a menu that shows its choice: `Sort  most to do first`. */
export function picker({ name, label, choices, value, onChoose }: Filter): TemplateResult {
  return html`<label class="pick"
    ><span>${label}</span>
    <select name=${name} @change=${(event: Event) => onChoose(valueOf(event))}>
      ${choices.map(
        (choice) =>
          html`<option value=${choice.value} ?selected=${choice.value === value}>${choice.label}</option>`,
      )}
    </select>
    ${icon('down', 16)}
  </label>`
}
