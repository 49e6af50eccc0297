import { html, nothing, svg, type TemplateResult } from 'lit'
import { halfDays, halfDaysInWords } from '../format.ts'
import {
  suspensionMeterSeries,
  type MeterTrack,
  type SuspensionTotals,
} from '../charts/suspension-meter-series.ts'
import { freshId } from './element.ts'

const fill = ({ real, level }: MeterTrack, height: number) => {
  if (real === 0) return nothing
  const whole = svg`<rect class="fill ${level}" width="${real}%" height=${height} rx="2" />`
  // Past the first line only the lower half is filled: more ink means more urgent.
  return level === 'past-first'
    ? svg`<rect class="outline" width="${real}%" height=${height} rx="2" /><rect class="fill ${level}" width="${real}%" y=${height * 0.45} height=${height * 0.55} />`
    : whole
}

const tick = (at: number, height: number, over: number) =>
  svg`<svg class="tick" x="${at}%" y=${-over} width="1" height=${height + 2 * over} overflow="visible"><rect class="cut" x="-2.5" y=${over} width="5" height=${height} /><rect class="ink" x="-.9" width="1.8" height=${height + 2 * over} /></svg>`

function bar(track: MeterTrack, height: number, over: number, hatch: string) {
  return svg`<svg class="track" y=${over} width="100%" height=${height} overflow="visible">
    <rect class="ground" width="100%" height=${height} rx="2" />
    ${fill(track, height)}
    ${
      track.proposed > 0
        ? svg`<rect class="proposed" x="${track.real}%" width="${track.proposed}%" height=${height} fill="url(#${hatch})" />`
        : nothing
    }
    ${track.ticks.map(({ at }) => tick(at, height, over))}
  </svg>`
}

const hatching = (id: string) =>
  svg`<defs><pattern id=${id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6" /><rect class="hatch-ink" width="3" height="6" /></pattern></defs>`

/** The meter of a table row: both tracks, small, with both totals in words at its left. All in half days. */
export function suspensionCell(totals: SuspensionTotals): TemplateResult {
  if (totals.term + totals.year === 0) return html`<span class="faint">None</span>`
  const { term, year } = suspensionMeterSeries(totals)
  return html`<span class="suspended">
    <span class="suspended-words"
      ><span><b>${halfDays(totals.term)}</b> term</span>
      <span><b>${halfDays(totals.year)}</b> year</span></span
    >
    <svg class="meter" width="54" height="24" aria-hidden="true">
      ${bar(term, 8, 2, '')}
      <svg y="14" overflow="visible">${bar(year, 5, 2, '')}</svg>
    </svg>
  </span>`
}

/** The name of a line under its tick; the last, near the end of the track, ends where the track does. */
function tickName(name: string, at: number, line: number) {
  const number = svg`<tspan class="strong">${halfDays(line)}</tspan>`
  return name.startsWith('never')
    ? svg`<text x="100%" y="14" text-anchor="end">${name} ${number}</text>`
    : svg`<text x="${at}%" y="14" text-anchor="middle">${number} ${name}</text>`
}

function namedTrack(title: string, track: MeterTrack, names: readonly string[], height: number) {
  const hatch = freshId('hatch')
  return html`<div class="meter-track">
    <p class="small strong">${title}</p>
    <svg class="meter" width="100%" height=${height + 10} aria-hidden="true">
      ${hatching(hatch)} ${bar(track, height, 5, hatch)}
    </svg>
    <svg class="meter-names" width="100%" height="20" aria-hidden="true">
      ${track.ticks.map(({ at, halfDays: line }, place) => tickName(names[place] ?? '', at, line))}
    </svg>
  </div>`
}

const sum = (real: number, proposed: number) =>
  proposed > 0
    ? `${halfDays(real)} + ${halfDays(proposed)} = ${halfDaysInWords(real + proposed)}`
    : halfDaysInWords(real)

/** The meter at full width, its lines named, what is only proposed hatched. `termName` is `Spring term`. */
export function suspensionMeter(totals: SuspensionTotals, termName: string): TemplateResult {
  const { term, year } = suspensionMeterSeries(totals)
  const proposed = totals.proposed ?? 0
  return html`<div class="meters">
    ${namedTrack(`${termName}: ${sum(totals.term, proposed)}`, term, ['may meet', 'must meet'], 14)}
    ${namedTrack(`Year: ${sum(totals.year, proposed)}`, year, ['never past'], 9)}
  </div>`
}

/** A total before and after what is only proposed, in half days. */
interface BeforeAfter {
  before: number
  after: number
}

/**
 * Both tracks of what is only proposed, each with its own sum: a length that runs into the next term adds less to
 * this one than to the year. No track for a term whose dates are not known.
 */
export function suspensionMeters({
  term,
  year,
}: {
  term: (BeforeAfter & { name: string }) | null
  year: BeforeAfter
}): TemplateResult {
  const trackOf = ({ before, after }: BeforeAfter) =>
    suspensionMeterSeries({ term: before, year: before, proposed: after - before })
  const words = ({ before, after }: BeforeAfter) => sum(before, after - before)
  return html`<div class="meters">
    ${term ? namedTrack(`${term.name}: ${words(term)}`, trackOf(term).term, ['may meet', 'must meet'], 14) : nothing}
    ${namedTrack(`Year: ${words(year)}`, trackOf(year).year, ['never past'], 9)}
  </div>`
}
