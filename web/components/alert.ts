import { html, nothing, type TemplateResult } from 'lit'
import type { Status } from '../format.ts'

/** Whose duty it is, how strong, and where it is written. */
export interface DutyLine {
  /** `Designated teacher`. */
  owner: string
  /** `must`, `should`, `may`, or words of one's own such as `your own warning line, 8 %`. */
  force: string
  /** What they must do: `begin it`. */
  act?: string
  sourceTitle: string
  url: string
}

/** One alert, as a card shows it. Every text is ready to read. */
export interface AlertView {
  id: string
  child: { id: string; name: string; yearGroup: string; statuses: readonly string[] }
  status: Status
  title: string
  /** Dates and the sum that a person can check. */
  evidence: string
  duty: DutyLine
  /** `In 3 school days`, and below it `by Wed 18 March`. */
  when?: { big: string; small: string }
  /** The button that opens the form filled in. */
  action?: { label: string; solid?: boolean }
  /** The link that opens the answers; left out = no answer can be given. */
  answerLabel?: string
  /** Set where the word “done” closes nothing: what closes it, as a sentence. */
  closing?: string
  /** Said in place of both ways once somebody answered or recorded it. */
  answered?: string
  /** That answer can be taken back here: the card tells `undo`. */
  undo?: boolean
}

/** One child of a card of several: what is said of this child alone, and the same ways on as a card has. */
export type AlertRow = Pick<
  AlertView,
  'id' | 'action' | 'answerLabel' | 'closing' | 'answered' | 'undo' | 'title'
> & {
  child: { id: string; name: string }
  note: string
}

/** Several children, one duty, one day: one card with their names. */
export interface AlertGroupView {
  id: string
  status: Status
  title: string
  /** What is so of all of them, in the same words. */
  evidence?: string
  rows: readonly AlertRow[]
  duty: DutyLine
  when?: { big: string; small: string }
}

/** `Designated teacher should begin it · source`. */
export function dutyLine({ owner, force, act, sourceTitle, url }: DutyLine): TemplateResult {
  const source = url ? html`<a href=${url} rel="noreferrer">${sourceTitle}</a>` : sourceTitle
  return html`<p class="duty-line"><b>${owner}</b> ${force} ${act ?? nothing} · ${source}</p>`
}

/** When it is due, in the colour of its status: the largest words of a card after the name. */
export function whenDue(status: Status, when: { big: string; small: string }): TemplateResult {
  const colour = status === 'watch' ? '' : `word-${status}`
  return html`<p class="when">
    <b class=${colour}>${when.big}</b> <span class="small quiet">${when.small}</span>
  </p>`
}
