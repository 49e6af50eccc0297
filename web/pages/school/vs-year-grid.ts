import { nothing, svg, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { MeasuredElement } from '../../charts/measured-element.ts'
import { yearGrid, type CalendarSpan } from './year-grid-series.ts'

const LABELS = 20
const NARROW = 12
const TALLEST = 18

/** The school year in weeks, a column each: every school day, and every day within a term that is none. */
@customElement('vs-year-grid')
export class VsYearGrid extends MeasuredElement {
  @property({ attribute: false }) schoolDays: readonly string[] = []
  @property({ attribute: false }) spans: readonly CalendarSpan[] = []
  @property() on = ''

  protected override render() {
    const { weeks, days, months } = yearGrid(this.schoolDays, this.spans, this.on)
    if (this.width === 0 || weeks === 0) return nothing
    const unit = this.width / weeks
    const tall = Math.min(unit, TALLEST)
    const gap = unit < NARROW ? 1 : 2
    const height = LABELS + 5 * tall
    return html`<svg
      width=${this.width}
      height=${height}
      viewBox="0 0 ${this.width} ${height}"
      aria-hidden="true"
    >
      ${months.map(
        ({ name, week }) =>
          svg`<text x=${week * unit} y="13">${unit < NARROW ? name.slice(0, 1) : name}</text>`,
      )}
      ${days
        .filter(({ kind, isToday }) => kind !== 'none' || isToday)
        .map(
          ({ week, row, kind, isPast, isToday }) =>
            svg`<rect
              class="grid-${kind} ${isPast ? 'grid-past' : ''} ${isToday ? 'grid-today' : ''}"
              x=${week * unit + gap / 2} y=${LABELS + row * tall + gap / 2}
              width=${unit - gap} height=${tall - gap} rx=${unit < NARROW ? 1 : 3}
            />`,
        )}
    </svg>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-year-grid': VsYearGrid
  }
}
