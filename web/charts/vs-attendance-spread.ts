import { html, nothing, svg } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import {
  attendanceSpreadSeries,
  type SpreadGroup,
  type SpreadRow,
  type SpreadSeries,
} from './attendance-spread-series.ts'
import { nameInWords } from '../components/child-name.ts'
import { MeasuredElement } from './measured-element.ts'

const AXIS = 40
const CONTEXT_REACH = 19

/** Absence of each child against 10 % and 50 %, by group, with national and county rates as bars. */
@customElement('vs-attendance-spread')
export class VsAttendanceSpread extends MeasuredElement {
  @property({ attribute: false }) groups: readonly SpreadGroup[] = []

  protected override render() {
    if (this.width === 0) return nothing
    const series = attendanceSpreadSeries(this.groups, this.width)
    const persistent = series.rows.flatMap(({ dots }) => dots).filter((dot) => dot.isPersistent).length
    const all = series.rows.flatMap(({ dots }) => dots).length
    return html`<svg
      class="drawing spread"
      width=${this.width}
      height=${series.height + AXIS}
      viewBox="0 0 ${this.width} ${series.height + AXIS}"
      role="img"
      aria-label="${persistent} of ${all} children missed 10 % or more. The table has each child."
    >
      ${field(series)} ${series.rows.map(row)}
    </svg>`
  }
}

function field({ ticks, persistentX, severeX, right, height }: SpreadSeries) {
  const name = (x: number, percent: number) => {
    const isLine = percent === 10 || percent === 50
    const last = ticks.at(-1)?.percent === percent
    return svg`<text class=${isLine ? 'line-name' : ''} x=${x} y=${height + 18} text-anchor="middle">${percent}${last ? '\u00a0%' : ''}</text>`
  }
  return svg`
    <rect class="past" x=${persistentX} width=${right - persistentX + 8} height=${height} />
    ${ticks.map(({ x }) => svg`<line class="grid" x1=${x} x2=${x} y2=${height} />`)}
    <line class="limit" x1=${persistentX} x2=${persistentX} y2=${height} />
    <line class="limit" x1=${severeX} x2=${severeX} y2=${height} />
    ${ticks.map(({ x, percent }) => name(x, percent))}
    <text class="line-name" x=${persistentX} y=${height + 34} text-anchor="middle">persistent</text>
    <text class="line-name" x=${severeX + 12} y=${height + 34} text-anchor="end">severe</text>`
}

const context = ({ x, area, title }: SpreadRow['context'][number], y: number) =>
  svg`<path class="context ${area}" d="M${x - 4} ${y - CONTEXT_REACH}h8M${x} ${y - CONTEXT_REACH}v${2 * CONTEXT_REACH}M${x - 4} ${y + CONTEXT_REACH}h8"><title>${title}</title></path>`

function row({ label, note, y, dots, context: lines }: SpreadRow) {
  return svg`<g>
    <text class="row-name" x="0" y=${note ? y - 4 : y + 4}>${label}</text>
    ${note ? svg`<text x="0" y=${y + 12}>${note}</text>` : nothing}
    ${dots.map((dot) =>
      dot.isPersistent
        ? svg`<path class="dot past-line" d="M${dot.x} ${dot.y - 5.4}l5.4 5.4-5.4 5.4-5.4-5.4z"><title>${nameInWords(dot.name, `: ${dot.words}`)}</title></path>`
        : svg`<circle class="dot" cx=${dot.x} cy=${dot.y} r="4.2"><title>${nameInWords(dot.name, `: ${dot.words}`)}</title></circle>`,
    )}
    ${lines.map((line) => context(line, y))}
  </g>`
}

const bar = (kind: string) =>
  html`<svg class="drawing" width="10" height="16" aria-hidden="true">
    <path class="context ${kind}" d="M1 2h8M5 2v12M1 14h8" />
  </svg>`

/** Its key; `county` only where a county rate is drawn. */
export function attendanceSpreadKey(county: boolean) {
  return html`<ul class="marks-key caption">
    <li>
      <svg class="drawing" width="12" height="16" aria-hidden="true">
        <circle class="dot" cx="6" cy="8" r="4.2" />
      </svg>
      under 10 %
    </li>
    <li>
      <svg class="drawing" width="14" height="16" aria-hidden="true">
        <path class="dot past-line" d="M7 2.6l5.4 5.4-5.4 5.4L1.6 8z" />
      </svg>
      10 % or more
    </li>
    <li>${bar('national')} England</li>
    ${county ? html`<li>${bar('county')} county</li>` : nothing}
  </ul>`
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-attendance-spread': VsAttendanceSpread
  }
}
