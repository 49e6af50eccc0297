import { html, type TemplateResult } from 'lit'
import { figure, type Status } from '../format.ts'
import { statusMark } from './status-mark.ts'

export interface GroupHead {
  id: string
  count: number
  status: Status
  /** `Broken`. */
  word: string
  /** One sentence on what to do. */
  say: string
}

/** The head of a group of alerts, beside its cards: count, shape, word, and what to do. */
export function groupHead({ id, count, status, word, say }: GroupHead): TemplateResult {
  return html`<div class="group-head">
    <h2 id=${id}>
      <span class="group-count word-${status}">${figure(count)}</span>
      <span class="group-word">${statusMark(status, 22, '')} ${word}</span>
    </h2>
    <p class="small quiet">${say}</p>
  </div>`
}

/** A group of alerts: its head at the left and its cards, one under another, in one card. */
export function alertGroup(head: GroupHead, cards: unknown, foot?: unknown): TemplateResult {
  return html`<section class="alert-group" aria-labelledby=${head.id}>
    ${groupHead(head)}
    <div class="card alert-list">${cards}${foot ? html`<div class="alert-foot">${foot}</div>` : ''}</div>
  </section>`
}
