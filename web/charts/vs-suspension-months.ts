import type { ChartConfiguration } from 'chart.js'
import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { ChartElement } from './chart-base.ts'
import type { Tokens } from './chart-colours.ts'
import { suspensionMonthSeries, type SuspensionMonth } from './suspension-month-series.ts'

/** School days of suspension by month: outlined for first suspensions, solid for repeats. */
@customElement('vs-suspension-months')
export class VsSuspensionMonths extends ChartElement {
  @property({ attribute: false }) months: readonly SuspensionMonth[] = []

  protected override configuration({ ours, card, ink2, line, family }: Tokens): ChartConfiguration {
    const { labels, first, repeated } = suspensionMonthSeries(this.months)
    const text = { color: ink2, font: { family, size: 13 } }
    const bar = { borderColor: ours, borderWidth: 1.5, borderSkipped: false, maxBarThickness: 28 }
    return {
      type: 'bar',
      data: {
        labels: [...labels],
        datasets: [
          { ...bar, label: 'Repeats', data: [...repeated], backgroundColor: ours },
          { ...bar, label: 'First suspensions', data: [...first], backgroundColor: card },
        ],
      },
      options: {
        events: [],
        scales: {
          x: {
            stacked: true,
            grid: { display: false },
            border: { color: line },
            ticks: { ...text, maxRotation: 0 },
          },
          y: {
            stacked: true,
            beginAtZero: true,
            grid: { color: line },
            border: { display: false },
            ticks: { ...text, maxTicksLimit: 5, precision: 0 },
          },
        },
      },
    }
  }
}

/** Its key. */
export function suspensionMonthsKey() {
  return html`<ul class="marks-key caption">
    <li><span class="swatch swatch-solid"></span> repeats: the child’s second or later this year</li>
    <li><span class="swatch swatch-outline"></span> first of the year</li>
  </ul>`
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-suspension-months': VsSuspensionMonths
  }
}
