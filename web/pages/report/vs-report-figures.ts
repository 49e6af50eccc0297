import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ReportSection } from '../../api.ts'
import { freshId, LightElement } from '../../components/element.ts'
import { holdsBack, reportTable } from './report-table.ts'
import './vs-report-chart.ts'

/** The drawings of a section with their tables one key away; tables alone where there is no drawing. */
@customElement('vs-report-figures')
export class VsReportFigures extends LightElement {
  @property({ attribute: false }) section?: ReportSection
  @property({ attribute: false }) reportId = ''
  @property({ attribute: false }) version = 0
  /** What stands for a hidden number, said under the first table that has one; short where it was said before. */
  @property({ attribute: false }) hiddenNote: string | null = null
  /** Drawings are left out where there is no address for them. */
  @property({ attribute: false }) tablesAlone = false
  @state() private isOpen = false
  private readonly tablesId = freshId('tables')

  protected override render() {
    const { section, hiddenNote } = this
    if (!section) return nothing
    const charts = this.tablesAlone ? [] : section.charts
    const canClose = charts.length > 0 && section.tables.length > 0
    const first = section.tables.find(holdsBack)
    const tables = section.tables.map((table) =>
      reportTable({ table, hiddenNote: table === first ? hiddenNote : null, exact: null }),
    )
    if (!canClose) return html`${this.drawings(charts)} ${tables}`
    return html`${this.drawings(charts)}
      <p class="no-print">
        <button
          class="link small"
          type="button"
          aria-expanded=${this.isOpen ? 'true' : 'false'}
          aria-controls=${this.tablesId}
          @click=${() => (this.isOpen = !this.isOpen)}
        >
          ${this.isOpen ? 'Close the table' : 'The same numbers as a table'}
        </button>
      </p>
      <div class="report-tables ${this.isOpen ? '' : 'report-tables-closed'}" id=${this.tablesId}>
        ${tables}
      </div>`
  }

  private drawings(charts: ReportSection['charts']) {
    return charts.map(
      (chart) =>
        html`<vs-report-chart
          .chart=${chart}
          .headline=${this.section?.headline ?? ''}
          .reportId=${this.reportId}
          .version=${this.version}
        ></vs-report-chart>`,
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-report-figures': VsReportFigures
  }
}
