import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ReportChart } from '../../api.ts'
import { onThemeChange } from '../../charts/chart-colours.ts'
import { MeasuredElement } from '../../charts/measured-element.ts'

/** Pixels: the column of an A4 page beside its questions; the widest that is asked for; the step of widths. */
const PAPER = 480
const WIDEST = 640
const STEP = 20

type Theme = 'light' | 'dark' | 'print'

/** The person's own choice, else the device's. */
function themeNow(): 'light' | 'dark' {
  const { theme } = document.documentElement.dataset
  if (theme === 'dark' || theme === 'light') return theme
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** The server's drawing, the same as in the PDF, at the width of its place; on paper one for paper. */
@customElement('vs-report-chart')
export class VsReportChart extends MeasuredElement {
  @property({ attribute: false }) chart?: ReportChart
  @property({ attribute: false }) reportId = ''
  /** What stands above it already; a title that says the same is left out. */
  @property({ attribute: false }) headline = ''
  /** Of the report, so that a draft's newest drawing is shown. */
  @property({ attribute: false }) version = 0
  @state() private theme = themeNow()
  private endTheme: () => void = () => undefined

  override connectedCallback() {
    super.connectedCallback()
    this.endTheme = onThemeChange(() => (this.theme = themeNow()))
  }

  override disconnectedCallback() {
    this.endTheme()
    super.disconnectedCallback()
  }

  protected override render() {
    const { chart } = this
    if (!chart) return nothing
    const { alt, note, title } = chart
    const width = Math.min(WIDEST, Math.floor(this.width / STEP) * STEP)
    return html`<figure class="report-figure report-chart">
      ${title === this.headline ? nothing : html`<figcaption class="report-chart-title">${title}</figcaption>`}
      ${width > 0 ? html`<img class="no-print" src=${this.address(chart, width, this.theme)} alt=${alt} />` : nothing}
      <img class="print-only" src=${this.address(chart, PAPER, 'print')} alt=${alt} />
      ${note ? html`<p class="caption">${note}</p>` : nothing}
    </figure>`
  }

  private address({ name }: ReportChart, width: number, theme: Theme) {
    return `/api/reports/${this.reportId}/charts/${name}.svg?theme=${theme}&width=${width}#version-${this.version}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-report-chart': VsReportChart
  }
}
