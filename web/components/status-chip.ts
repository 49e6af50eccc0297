import { html, type TemplateResult } from 'lit'
import { careWord } from '../format.ts'

/** A care status as a chip; only *looked after* has the accent, since PEP duties hang on it. */
export function statusChip(status: string, word = careWord(status)): TemplateResult {
  return html`<span class="chip ${status === 'cla' ? 'chip-cla' : ''}">${word}</span>`
}

/** Several statuses, wrapped as a group. */
export function statusChips(statuses: readonly string[]): TemplateResult {
  return html`<span class="chips">${statuses.map((status) => html`${statusChip(status)} `)}</span>`
}
