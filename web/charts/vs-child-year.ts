import { html, nothing, svg } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { segments } from '../components/filters.ts'
import { freshId } from '../components/element.ts'
import { forPaper } from '../components/for-paper.ts'
import { shortDay } from '../format.ts'
import {
  attendanceLane,
  careLane,
  contactLane,
  pepLane,
  suspensionLane,
  type Lane,
} from './child-year-lanes.ts'
import { childYearSeries, type ChildYear, type YearSeries } from './child-year-series.ts'
import { MeasuredElement } from './measured-element.ts'

const NARROW = 640
/** The whole year on a sheet of A4 that stands upright, its words still to be read. */
const PAPER = 660
const LABELS = 116
const TOP = 30
const FOOT = 28
const FLAG = 54

/**
 * A child's school year as lanes on one axis of school days: care, PEP windows, attendance, suspensions,
 * contacts, and today. Where there is no room for a year, one term at a time. Its table: `childYearTable`.
 */
@customElement('vs-child-year')
export class VsChildYear extends MeasuredElement {
  @property({ attribute: false }) year?: ChildYear
  /** Under the lane's name: `6 days, spring`. */
  @property({ attribute: 'suspension-note' }) suspensionNote = ''
  @state() private term = ''
  private readonly group = freshId('term')

  constructor() {
    super()
    const draw = (width: number) => (this.width = width)
    forPaper(
      this,
      () => draw(PAPER),
      () => draw(this.clientWidth),
    )
  }

  protected override render() {
    const { year, width } = this
    if (!year || width === 0) return nothing
    const isNarrow = width < NARROW
    const term = isNarrow ? this.shownTerm(year) : undefined
    const indent = isNarrow ? 0 : LABELS
    const plot = width - indent - 1
    const series = childYearSeries(year, plot, term?.from, term?.to)
    const lanes = [
      careLane(series),
      ...(year.peps.length > 0 ? [pepLane(series, plot)] : []),
      attendanceLane(series),
      suspensionLane(series, plot, this.suspensionNote),
      contactLane(series, plot),
    ]
    return html`${isNarrow ? this.termPicker(year, term?.name ?? '') : nothing}
    ${this.drawing(series, lanes, plot, indent, year)}`
  }

  private shownTerm(year: ChildYear) {
    const chosen = year.terms.find(({ name }) => name === this.term)
    return chosen ?? year.terms.findLast(({ from }) => from <= year.on) ?? year.terms[0]
  }

  private termPicker(year: ChildYear, value: string) {
    return segments({
      name: this.group,
      label: 'Term shown',
      choices: year.terms.map(({ name }) => ({ value: name, label: name })),
      value,
      onChoose: (name) => (this.term = name),
    })
  }

  private drawing(series: YearSeries, lanes: readonly Lane[], plot: number, indent: number, year: ChildYear) {
    const head = indent === 0 ? 22 : 0
    let y = TOP
    const placed = lanes.map((lane) => {
      const top = y + head
      y = top + lane.height
      return { lane, top }
    })
    const height = y + FOOT
    return html`<svg
      class="drawing year"
      width=${this.width}
      height=${height}
      viewBox="0 0 ${this.width} ${height}"
      role="img"
      aria-label="The year on one line; the table says the same in words."
    >
      <svg x=${indent} width=${plot} height=${height} overflow="visible">
        ${series.months
          .filter(({ x }, at, all) => at === all.length - 1 || (all[at + 1]?.x ?? 0) - x > 34)
          .map(({ x, name }) => svg`<text x=${x} y="13">${name}</text>`)}
        ${series.holidays.map((x) => svg`<line class="holiday" x1=${x} x2=${x} y1="22" y2=${y} />`)}
        ${placed.map(({ lane, top }) => svg`<svg y=${top} overflow="visible">${lane.drawing}</svg>`)}
        ${series.today === null ? nothing : today(series.today, y, plot, shortDay(year.on))}
      </svg>
      ${placed.map(({ lane, top }) => laneName(lane, indent === 0 ? top - 6 : top + 15, indent === 0))}
    </svg>`
  }
}

function laneName({ name, note }: Lane, y: number, isNarrow: boolean) {
  return isNarrow
    ? svg`<text y=${y}><tspan class="strong">${name}</tspan>${note ? ` ${note}` : nothing}</text>`
    : svg`<text class="strong" y=${y}>${name}</text>${note ? svg`<text y=${y + 16}>${note}</text>` : nothing}`
}

function today(x: number, bottom: number, plot: number, words: string) {
  const left = Math.min(Math.max(0, x - FLAG / 2), plot - FLAG)
  return svg`<line class="today" x1=${x} x2=${x} y1="20" y2=${bottom + 2} />
    <rect class="today-flag" x=${left} y=${bottom + 2} width=${FLAG} height="21" rx="4" />
    <text class="today-name" x=${left + FLAG / 2} y=${bottom + 17} text-anchor="middle">${words}</text>`
}

/** Its key. */
export function childYearKey() {
  const swatch = (kind: string, words: string) =>
    html`<li><span class="swatch session-${kind}"></span> ${words}</li>`
  return html`<ul class="marks-key caption">
    ${swatch('present', 'present')} ${swatch('authorised', 'authorised absence')}
    ${swatch('unauthorised', 'unauthorised')} ${swatch('suspended', 'suspended')}
    ${swatch('missing', 'no mark')}
    <li>
      <svg class="drawing year" width="14" height="14" aria-hidden="true">
        <circle class="held" cx="7" cy="7" r="4.4" />
      </svg>
      PEP meeting held
    </li>
    <li>
      <svg class="drawing year" width="14" height="14" aria-hidden="true">
        <circle class="completed" cx="7" cy="7" r="4.4" />
      </svg>
      completed
    </li>
  </ul>`
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-child-year': VsChildYear
  }
}
