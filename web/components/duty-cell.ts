import { html, nothing, type TemplateResult } from 'lit'
import type { Status } from '../format.ts'
import { statusMark } from './status-mark.ts'

export interface DutyCell {
  status: Status
  /** Shape's word and date: `Done 8 Oct`, `To hold`, `Not completed`, `Not a duty`, `Not known`. */
  word: string
  /** Quality, deadline, reason, or whom to ask. Never changes the shape. */
  note?: string
  /** Where the finding with its evidence opens; the whole cell is the target. */
  href?: string
  /** The alert was answered: the cell stays broken and says so. */
  answered?: boolean
}

/** One duty to one child. Only what is broken has a wash, so that a column is read in a second. */
export function dutyCell({ status, word, note, href, answered }: DutyCell): TemplateResult {
  const inside = html`${statusMark(status, 16, '')}
    <span class="duty-words"
      ><span class="duty-word">${word}</span> ${note ? html`<span class="duty-note">${note}</span>` : nothing}
      ${answered ? html`<span class="duty-note">answered</span>` : nothing}</span
    >`
  return href
    ? html`<a class="duty duty-${status}" href=${href}>${inside}</a>`
    : html`<span class="duty duty-${status}">${inside}</span>`
}

/** How many alerts are open, by status; "None" where there are none. */
export function openAlerts(counts: { breach: number; due: number }): TemplateResult {
  if (counts.breach + counts.due === 0) return html`<span class="faint">None</span>`
  return html`<span class="open-alerts">
    ${counts.breach ? html`<span>${statusMark('breach')} <b>${counts.breach}</b></span>` : nothing}
    ${counts.due ? html`<span>${statusMark('due')} <b>${counts.due}</b></span>` : nothing}
  </span>`
}
