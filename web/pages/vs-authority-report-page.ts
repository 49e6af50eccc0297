import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api, type AuthorityReportPage } from '../api.ts'
import { pageHead } from '../components/page-head.ts'
import { DataPage } from './data-page.ts'
import { nilReturn } from './report/nil-return.ts'
import { numberText } from './report/numbers.ts'
import { reportSheet } from './report/report-section.ts'
import { dayOfYear, reportName } from './report/sentences.ts'
import './report/vs-report-rail.ts'
import '../styles/report.css'

/** A school's report as its Virtual School has it: exact numbers of its own children first, then the report. */
@customElement('vs-authority-report-page')
export class VsAuthorityReportPage extends DataPage<AuthorityReportPage> {
  @property({ attribute: 'report-id' }) reportId = ''

  protected load(): Promise<AuthorityReportPage> {
    return api.authorityReport(this.reportId)
  }

  protected draw({ report, document, exact }: AuthorityReportPage): TemplateResult {
    const crumbs = html`<a href="/authority-reports">Reports</a>`
    if (report.kind === 'nil') return nilReturn({ school: report.school, report, crumbs })
    return html`${pageHead({
        crumbs,
        sentence: `${report.school}: the ${reportName(report)}.`,
        lead: `As at ${dayOfYear(report.on)}. ${
          exact.length > 0
            ? 'The exact numbers are of the children you look after, and are for you alone; the report below is over all other children.'
            : 'No child whom you look after is counted in it, so the report below leaves nobody out.'
        }`,
        actions: html`<button class="button" type="button" @click=${() => window.print()}>Print</button>`,
      })}
      ${exact.length > 0 ? this.exact(exact) : nothing}
      <div class="report-page">
        <vs-report-rail .sections=${document.sections}></vs-report-rail>
        <div class="report-main">
          ${reportSheet({
            document,
            reportId: this.reportId,
            version: 0,
            words: null,
            actions: null,
            ways: nothing,
            headLevel: 2,
            tablesAlone: true,
          })}
        </div>
      </div>`
  }

  private exact(rows: AuthorityReportPage['exact']) {
    return html`<section class="card panel report-exact" aria-labelledby="exact">
      <h2 id="exact">The children you look after</h2>
      <div class="report-table-place" role="region" aria-label="Exact numbers" tabindex="0">
        <table class="table report-table">
          <caption class="hidden">
            Exact numbers of the children you look after
          </caption>
          <thead>
            <tr>
              <th scope="col">What is counted</th>
              <th scope="col" class="number">Exactly</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ label, unit, value }) =>
                html`<tr>
                  <th scope="row">${label}</th>
                  <td class="number"><b>${numberText(value, unit)}</b></td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-authority-report-page': VsAuthorityReportPage
  }
}
