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
  /** Opens the finding with its evidence over the page; the whole cell is the target. */
  open?: () => void
  /** The alert was answered: the cell stays broken and says so. */
  answered?: boolean
}

/** One duty to one child. Only what is broken has a wash, so that a column is read in a second. */
export function dutyCell({ status, word, note, href, open, answered }: DutyCell): TemplateResult {
  const inside = html`${statusMark(status, 16, '')}
    <span class="duty-words"
      ><span class="duty-word">${word}</span> ${note ? html`<span class="duty-note">${note}</span>` : nothing}
      ${answered ? html`<span class="duty-note">answered</span>` : nothing}</span
    >`
  if (open)
    return html`<button class="duty duty-${status}" type="button" aria-haspopup="dialog" @click=${open}>
      ${inside}
    </button>`
  return href
    ? html`<a class="duty duty-${status}" href=${href}>${inside}</a>`
    : html`<span class="duty duty-${status}">${inside}</span>`
}

export interface OpenCounts {
  breach: number
  due: number
  watch?: number
  noData?: number
}

/** How many alerts are open: broken and due; where there are none, not known and to watch; else "None". */
export function openAlerts({ breach, due, watch = 0, noData = 0 }: OpenCounts): TemplateResult {
  const acts = breach + due > 0
  const counts = acts
    ? ([
        ['breach', breach],
        ['due', due],
      ] as const)
    : ([
        ['no-data', noData],
        ['watch', watch],
      ] as const)
  if (counts.every(([, many]) => many === 0)) return html`<span class="faint">None</span>`
  return html`<span class="open-alerts">
    ${counts.map(([status, many]) => (many ? html`<span>${statusMark(status)} <b>${many}</b></span>` : nothing))}
  </span>`
}
