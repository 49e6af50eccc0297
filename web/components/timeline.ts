import { html, nothing, type TemplateResult } from 'lit'
import { academicYearOf, partsOf, type Day } from '../days.ts'
import { NO_BREAK, shortDay, type Status } from '../format.ts'
import { statusMark } from './status-mark.ts'

export interface TimelineEntry {
  /** Null = nobody told the day. */
  on: Day | null
  title: unknown
  detail?: unknown
  /** The state of a duty that this touched. */
  duty?: { status: Status; words: string; href?: string }
  /** Links or buttons, such as "Correct". */
  actions?: unknown
}

function dayOf(on: Day | null, seenFrom: Day): string {
  if (on === null) return 'no day'
  const isThisYear = academicYearOf(on) === academicYearOf(seenFrom)
  return isThisYear ? shortDay(on) : `${shortDay(on)}${NO_BREAK}${partsOf(on).year}`
}

const duty = ({ status, words, href }: NonNullable<TimelineEntry['duty']>) => {
  const said = html`${statusMark(status, 14)} <span>${words}</span>`
  return html`<p class="timeline-duty word-${status}">${href ? html`<a href=${href}>${said}</a>` : said}</p>`
}

/** What happened, newest first, as given: the day, the event, and at the right the duty it touched. */
export function timeline(entries: readonly TimelineEntry[], seenFrom: Day): TemplateResult {
  return html`<ol class="timeline">
    ${entries.map(
      (entry) =>
        html`<li>
          <time class="small quiet" datetime=${entry.on ?? nothing}>${dayOf(entry.on, seenFrom)}</time>
          <div class="timeline-what">
            <p class="strong">${entry.title}</p>
            ${entry.detail ? html`<p class="small quiet">${entry.detail}</p>` : nothing}
            ${entry.actions ? html`<p class="small">${entry.actions}</p>` : nothing}
          </div>
          ${entry.duty ? duty(entry.duty) : nothing}
        </li>`,
    )}
  </ol>`
}
