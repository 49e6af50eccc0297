import { html, type TemplateResult } from 'lit'

/** The ways to take a report along: on paper, as a file, as numbers. */
export const reportWays = (reportId: string): TemplateResult =>
  html`<p class="report-ways no-print">
    <button class="button button-small" type="button" @click=${() => window.print()}>Print</button>
    <a class="button button-small" href="/api/reports/${reportId}/report.pdf" download>PDF</a>
    <a class="button button-small" href="/api/reports/${reportId}/tables.xlsx" download>Spreadsheet</a>
    <a class="button button-small" href="/api/reports/${reportId}/tables.csv" download>CSV</a>
  </p>`
