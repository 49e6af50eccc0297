import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Cohort } from '../../api.ts'
import { suspensionMonthTable } from '../../charts/suspension-month-series.ts'
import { unauthorisedChart } from '../../charts/unauthorised-chart.ts'
import { unauthorisedTable } from '../../charts/unauthorised-series.ts'
import { suspensionMonthsKey } from '../../charts/vs-suspension-months.ts'
import '../../charts/vs-suspension-months.ts'
import { LightElement } from '../../components/element.ts'
import '../../components/vs-chart-card.ts'
import { monthsHeading } from './suspension-charts.ts'
import { unauthorisedChildren, unauthorisedHeading } from './unauthorised.ts'

/** Two more gaps, under the list and fetched after it: suspension by month, unauthorised sessions. */
@customElement('vs-later-charts')
export class VsLaterCharts extends LightElement {
  @property({ attribute: false }) cohort?: Cohort

  protected override render() {
    const { cohort } = this
    if (!cohort) return nothing
    return html`<section class="columns-2" aria-label="More about the gaps">
      ${this.months(cohort)} ${this.unauthorised(cohort)}
    </section>`
  }

  private months(cohort: Cohort) {
    const months = cohort.suspensionByMonth
    const heading = monthsHeading(cohort)
    return html`<vs-chart-card
      .heading=${heading}
      subtitle="School days of suspension by month of this academic year."
      .chart=${
        months.length > 0
          ? html`<vs-suspension-months
              label="${heading}. The table has each month."
              .months=${months}
            ></vs-suspension-months>`
          : html`<p class="quiet">Nothing to draw.</p>`
      }
      .table=${suspensionMonthTable(months)}
      .key=${months.length > 0 ? suspensionMonthsKey() : nothing}
    ></vs-chart-card>`
  }

  private unauthorised({ rows }: Cohort) {
    const children = unauthorisedChildren(rows)
    return html`<vs-chart-card
      .heading=${unauthorisedHeading(rows)}
      subtitle="Marks G, N, O and U in the last ten school weeks. Each block is a week."
      .chart=${unauthorisedChart(children)}
      .table=${unauthorisedTable(children)}
      .context=${'At ten: for a looked-after child talk with the social worker and the Virtual School, never a penalty.'}
    ></vs-chart-card>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-later-charts': VsLaterCharts
  }
}
