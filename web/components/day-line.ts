import { html, nothing, svg, type TemplateResult } from 'lit'
import { dayLineSeries } from '../charts/day-line-series.ts'
import type { Day } from '../days.ts'

const WIDTH = 566
const HEIGHT = 8
const TODAY_WIDTH = 3.5

/**
 * The school year as one tick a school day, gaps for weekends, wider gaps for holidays: done, today, ahead.
 * `days` are the school days of the year in order. Decoration: the same is said in words beside it.
 */
export function dayLine(days: readonly Day[], on: Day): TemplateResult {
  const { done, ahead, today, unit } = dayLineSeries(days, on, WIDTH, HEIGHT)
  return html`<svg class="day-line" viewBox="0 -6 ${WIDTH} ${HEIGHT + 12}" aria-hidden="true">
    <path class="done" d=${done} />
    <path class="ahead" d=${ahead} />
    ${
      today === null
        ? nothing
        : svg`<rect class="today" x=${today + unit / 2 - TODAY_WIDTH / 2} y="-5" width=${TODAY_WIDTH} height=${HEIGHT + 10} rx="1.5" />`
    }
  </svg>`
}
