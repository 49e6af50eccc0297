import { html, nothing, type TemplateResult } from 'lit'
import { daysBetween, partsOf, type Day } from '../days.ts'
import { weekdayName, type Status } from '../format.ts'
import { statusMark } from './status-mark.ts'

/** One thing on a day, and the card it jumps to. */
export interface DayItem {
  status: Status
  /** A child's name, marked as one, or how many children. */
  title: unknown
  /** What falls due, in two or three words. */
  note: string
  /** `#` and the id of the card. */
  href: string
}

export interface TenDays {
  today: Day
  /** What is already broken, summed up by area; `count` is the number of alerts. */
  before: { count: number; items: readonly DayItem[] }
  /** Today, when it is a school day, and the school days after it, with what falls due on each. */
  days: readonly { on: Day; items: readonly DayItem[] }[]
  /** Under the strip, such as `School days only. Term ends on Friday 27 March.` */
  note?: string
}

const MOST_SHOWN = 3

const item = ({ status, title, note, href }: DayItem) =>
  html`<li>
    <a href=${href}
      >${statusMark(status, 14)} <span class="tag">${title} <span class="quiet">${note}</span></span></a
    >
  </li>`

const items = (all: readonly DayItem[]) => {
  const more = all.length > MOST_SHOWN + 1 ? all.length - MOST_SHOWN : 0
  return all.length === 0
    ? nothing
    : html`<ul>
        ${all.slice(0, more ? MOST_SHOWN : all.length).map(item)}
        ${more ? html`<li class="more-items"><a href=${all[MOST_SHOWN]?.href ?? '#'}>and ${more} more</a></li>` : nothing}
      </ul>`
}

const head = (day: Day, today: Day) =>
  day === today
    ? html`<p class="day-head">
        Today <b><span class="wide">${weekdayName(day).slice(0, 3)} </span>${partsOf(day).date}</b>
      </p>`
    : html`<p class="day-head">${weekdayName(day).slice(0, 3)} <b>${partsOf(day).date}</b></p>`

/** The week before the list: what is broken, then each school day with what falls due on it. */
export function tenDays({ today, before, days, note }: TenDays): TemplateResult {
  return html`<section class="ten-days" aria-label="The next school days">
    <ol class="card">
      ${
        before.count > 0
          ? html`<li class="day day-before ${before.items.length ? 'day-full' : ''}">
              <p class="day-head">
                <span class="wide">Before today</span><span class="narrow">Broken</span>
                <b>${before.count}<span class="wide"> broken</span></b>
              </p>
              ${items(before.items)}
            </li>`
          : nothing
      }
      ${days.map(({ on, items: falling }, at) => {
        const yesterday = days[at - 1]?.on
        const gap = yesterday !== undefined && daysBetween(yesterday, on) > 1
        return html`<li
          class="day ${on === today ? 'day-today' : ''} ${falling.length ? 'day-full' : ''} ${gap ? 'day-gap' : ''}"
        >
          ${head(on, today)} ${falling.length ? nothing : html`<span class="hidden">Nothing falls due</span>`}
          ${items(falling)}
        </li>`
      })}
    </ol>
    ${note ? html`<p class="caption">${note}</p>` : nothing}
  </section>`
}
