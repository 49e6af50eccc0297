import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { LightElement, freshId } from './element.ts'
import { tableTwin, type TableTwin } from './table-twin.ts'

/**
 * A drawing with the finding as its title. Foot: key in shapes, context with year and source, and "Table",
 * which puts the table of the same figures in the drawing's place.
 */
@customElement('vs-chart-card')
export class VsChartCard extends LightElement {
  /** The finding. */
  @property({ attribute: false }) heading: unknown = ''
  /** What one mark is. */
  @property() subtitle = ''
  @property({ attribute: false }) chart: unknown = nothing
  @property({ attribute: false }) table?: TableTwin
  @property({ attribute: false }) key: unknown = nothing
  /** National or county figures, with year and source. */
  @property({ attribute: false }) context?: unknown
  /** Across the whole page, with a larger title. */
  @property({ type: Boolean }) wide = false
  @state() private asTable = false
  private readonly titleId = freshId('chart')

  protected override render() {
    const button = this.table
      ? html`<button
          class="link small"
          type="button"
          aria-describedby=${this.titleId}
          @click=${() => (this.asTable = !this.asTable)}
        >
          ${this.asTable ? 'Drawing' : 'Table'}
        </button>`
      : nothing
    return html`<section
      class="card chart-card ${this.wide ? 'chart-wide' : ''}"
      aria-labelledby=${this.titleId}
    >
      <div class="chart-head">
        <h2 class=${this.wide ? '' : 'chart-title'} id=${this.titleId}>${this.heading}</h2>
        ${this.subtitle ? html`<p class="caption">${this.subtitle}</p>` : nothing}
      </div>
      <div class="chart-body">${this.asTable && this.table ? tableTwin(this.table) : this.chart}</div>
      <div class="chart-foot">
        <div class="chart-key">
          ${this.asTable ? nothing : this.key}
          ${this.context === undefined ? nothing : html`<p class="caption">${this.context}</p>`}
        </div>
        ${button}
      </div>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-chart-card': VsChartCard
  }
}
