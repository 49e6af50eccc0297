import { html, nothing, type TemplateResult } from 'lit'
import type { AlertRow } from './alert.ts'

/** What the ways on of an alert do, and how they look. */
export interface Ways {
  answering: boolean
  /** As wide as the column of a card; small buttons otherwise. */
  wide: boolean
  act: () => void
  answer: () => void
  undo: () => void
}

/** The button that opens the form and the link that opens the answers; once answered, what was said instead. */
export function alertWays(alert: Omit<AlertRow, 'note'>, ways: Ways): TemplateResult {
  const { child, action, title, answerLabel, answered, undo } = alert
  const about = html`<span class="hidden">: ${child.name}, ${title}</span>`
  if (answered)
    return html`<p class="small answered-words">${answered}</p>
      ${undo ? html`<button class="link" type="button" @click=${ways.undo}>Undo${about}</button>` : nothing}`
  return html`${
    action
      ? html`<button
          class="button ${ways.wide ? 'button-wide' : 'button-small'} ${action.solid ? 'button-solid' : ''}"
          type="button"
          @click=${ways.act}
        >
          <span>${action.label}${about}</span>
        </button>`
      : nothing
  }
  ${
    answerLabel
      ? html`<button
          class="link answer-open"
          type="button"
          aria-expanded=${ways.answering ? 'true' : 'false'}
          @click=${ways.answer}
        >
          ${answerLabel}${about}
        </button>`
      : nothing
  }`
}
