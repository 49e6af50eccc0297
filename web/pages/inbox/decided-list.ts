import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { InboxItem } from '../../api.ts'
import '../../components/vs-definition.ts'
import { decidedRow, type CardAround } from './inbox-card.ts'
import { medianWords } from './sentences.ts'

/** How soon flags were read: minutes in the middle of so many, null before the first. */
interface Reading {
  readonly median: number | null
  readonly of: number
}

const readingTime = ({ median, of }: Reading): TemplateResult | typeof nothing => {
  const words = medianWords(median, of)
  if (words === null) return nothing
  return html`<p class="small quiet">
    From flag to reading:
    <vs-definition
      .text=${html`<b>${words.number}</b>`}
      .definition=${{
        what: 'Minutes from when a school opened “Before you suspend” until somebody of the Virtual School said that they had read it, or sent advice.',
        sum: 'The median of those on this page: half of them were read sooner.',
        notCounted: 'Those that nobody has read.',
      }}
    ></vs-definition>
    ${words.after}
  </p>`
}

/** What was decided lately, newest first, and how soon flags were read; nothing before the first decision. */
export function decidedList(
  items: readonly InboxItem[],
  reading: Reading,
  around: Pick<CardAround, 'now' | 'schoolId'>,
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing
  return html`<section aria-labelledby="inbox-decided">
    <div class="panel-head">
      <h2 id="inbox-decided">Decided in the last two weeks</h2>
      ${readingTime(reading)}
    </div>
    <ul class="card inbox-rows">
      ${repeat(
        items,
        ({ id }) => id,
        (item) => html`<li>${decidedRow(item, around)}</li>`,
      )}
    </ul>
  </section>`
}
