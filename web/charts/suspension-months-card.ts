import { html, nothing, type TemplateResult } from 'lit'
import '../components/vs-chart-card.ts'
import { suspensionMonthTable, type SuspensionMonth } from './suspension-month-series.ts'
import { suspensionMonthsKey } from './vs-suspension-months.ts'
import './vs-suspension-months.ts'

interface Said {
  readonly heading: string
  readonly subtitle: string
  /** Said in place of the drawing where there is no month. */
  readonly none: string
  readonly context?: string
}

/** School days of suspension by month, with their table one key away. */
export function suspensionMonthsCard(
  months: readonly SuspensionMonth[],
  { heading, subtitle, none, context }: Said,
): TemplateResult {
  const isEmpty = months.length === 0
  return html`<vs-chart-card
    .heading=${heading}
    subtitle=${subtitle}
    .chart=${
      isEmpty
        ? html`<p class="quiet">${none}</p>`
        : html`<vs-suspension-months
            label="${heading}. The table has each month."
            .months=${months}
          ></vs-suspension-months>`
    }
    .table=${suspensionMonthTable(months)}
    .key=${isEmpty ? nothing : suspensionMonthsKey()}
    .context=${context}
  ></vs-chart-card>`
}
