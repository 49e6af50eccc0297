import { html, nothing, svg, type TemplateResult } from 'lit'
import { weekNumber, type Day } from '../../days.ts'
import { schoolMark } from '../../components/school-mark.ts'
import { usualYear, type UsualTerm } from './school-year.ts'

const UNIT = 6.6
const TICK = 4
const WEEKEND = 3.6
const HOLIDAY = 12
const HEIGHT = 80

/** Left edges of the days of a term, and of the first that is not past; null when all are. */
function lefts(days: readonly Day[], on: Day): { at: number[]; today: number | null } {
  let x = 0
  const at = days.map((day, place) => {
    const before = days[place - 1]
    const weeks = before === undefined ? 0 : weekNumber(day) - weekNumber(before)
    if (weeks > 0) x += weeks > 1 ? HOLIDAY : WEEKEND
    x += UNIT
    return x - UNIT
  })
  return { at, today: at[days.findIndex((day) => day >= on)] ?? null }
}

function row({ name, days }: UsualTerm, on: Day, y: number, hasToday: boolean) {
  const { at, today } = lefts(days, on)
  const ticks = (keep: (day: Day) => boolean) =>
    at
      .filter((_, place) => keep(days[place] ?? ''))
      .map((left) => `M${left.toFixed(1)} ${y}h${TICK}v${HEIGHT}h-${TICK}z`)
      .join('')
  // On a day without school the light stands in the gap before the next one.
  const middle = (today ?? 0) + (days.includes(on) ? TICK / 2 : -WEEKEND)
  const lit = svg`<rect class="year-today" x=${(middle - 2).toFixed(1)} y=${y - 8} width="4" height=${HEIGHT + 16} rx="2" />
    <text class="year-today-word" x=${Math.max(14, middle).toFixed(1)} y=${y + HEIGHT + 26} text-anchor="middle">today</text>`
  return svg`<text class="year-term" y=${y - 12}>${name}</text>
    <path class="year-done" d=${ticks((day) => day < on)} />
    <path class="year-ahead" d=${ticks((day) => day > on || (day === on && !hasToday))} />
    ${hasToday && today !== null ? lit : nothing}`
}

/** The year in school days, one term a line, today lit; it says nothing that has to be known. */
function yearDrawing(on: Day) {
  const terms = usualYear(on)
  const current = terms.findIndex(({ days }) => (days.at(-1) ?? '') >= on)
  return html`<svg class="gate-year" viewBox="0 -2 552 404" aria-hidden="true">
    ${terms.map((term, at) => row(term, on, 22 + at * 140, at === current))}
  </svg>`
}

/** The same in one line, for the top of a narrow screen. */
function strip(on: Day) {
  const days = usualYear(on).flatMap((term) => term.days)
  const unit = 360 / days.length
  const ticks = (keep: (day: Day) => boolean) =>
    days.flatMap((day, at) => (keep(day) ? [`M${(at * unit).toFixed(2)} 6h1.2v14h-1.2z`] : [])).join('')
  const today = days.findIndex((day) => day >= on)
  return html`<svg class="gate-strip" viewBox="0 0 360 26" preserveAspectRatio="none" aria-hidden="true">
    <path class="year-done" d=${ticks((day) => day < on)} />
    <path class="year-ahead" d=${ticks((day) => day > on)} />
    ${today < 0 ? nothing : svg`<rect class="year-today" x=${(today * unit).toFixed(2)} y="2" width="2" height="22" rx="1" />`}
  </svg>`
}

/** What stands around everything before the product itself: one column, and the year beside it. */
export function gateFrame(content: unknown, today: Day | null, wide = false): TemplateResult {
  return html`<div class="gate ${wide ? 'gate-wide' : ''}">
    ${today === null ? nothing : html`<div class="gate-top">${strip(today)}</div>`}
    <div class="gate-column">
      <header class="brand">
        ${schoolMark()}<span><b>Virtual School dashboard</b></span>
      </header>
      <main id="main" class="gate-main" tabindex="-1">${content}</main>
      <footer class="small quiet gate-foot">
        For people who work with these children, and nobody else. What you open is recorded.
      </footer>
    </div>
    <aside class="gate-side" aria-label="What this is for">
      ${today === null ? nothing : yearDrawing(today)}
      <div>
        <p class="gate-words">Every child’s year has 190 days. Each of them counts.</p>
        <p class="gate-lead">See what is owed to each child, by when, and why.</p>
      </div>
    </aside>
  </div>`
}
