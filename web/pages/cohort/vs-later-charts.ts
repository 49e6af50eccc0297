import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Cohort } from '../../api.ts'
import { suspensionMonthsCard } from '../../charts/suspension-months-card.ts'
import { unauthorisedChart } from '../../charts/unauthorised-chart.ts'
import { unauthorisedTable } from '../../charts/unauthorised-series.ts'
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
      ${suspensionMonthsCard(cohort.suspensionByMonth, {
        heading: monthsHeading(cohort),
        subtitle: 'School days of suspension by month of this academic year.',
        none: 'Nothing to draw.',
      })}
      ${this.unauthorised(cohort)}
    </section>`
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
