import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { api, type AuthorityReportsPage } from '../api.ts'
import { dataTable } from '../components/data-table.ts'
import { emptyState } from '../components/empty-state.ts'
import { pageHead } from '../components/page-head.ts'
import { fullDay } from '../format.ts'
import { dayInEngland } from '../instants.ts'
import { DataPage } from './data-page.ts'
import { authoritySentence, reportName, reportTitle } from './report/sentences.ts'
import '../styles/report.css'

type Row = AuthorityReportsPage['schools'][number]

/** Copies of schools' reports and their nil returns, for the Virtual School of an authority. */
@customElement('vs-authority-reports-page')
export class VsAuthorityReportsPage extends DataPage<AuthorityReportsPage> {
  protected load(): Promise<AuthorityReportsPage> {
    return api.authorityReports()
  }

  protected draw({ schools }: AuthorityReportsPage): TemplateResult {
    return html`${pageHead({
      sentence: authoritySentence(schools),
      lead: 'Of the children you look after the exact numbers; of all others what governors see. Newest first.',
    })}
    ${schools.length === 0 ? this.none() : this.table(schools)}`
  }

  private none() {
    return emptyState({
      title: 'Nothing has come yet',
      text: 'A school’s report stands here as soon as it is published to its governors, and a nil return as soon as it is sent.',
      isPage: true,
    })
  }

  private table(schools: readonly Row[]) {
    return html`<div class="card authority-reports">
      ${dataTable<Row>({
        caption: 'Reports and nil returns of schools',
        cards: true,
        columns: [
          {
            key: 'school',
            head: 'School',
            rowHead: true,
            cell: (row) =>
              html`<a href="/authority-reports/${row.reportId}"
                >${row.school}<span class="hidden">: ${reportName(row)}</span></a
              >`,
          },
          { key: 'what', head: 'What', cell: (row) => reportTitle(row) },
          { key: 'on', head: 'As at', cell: ({ on }) => fullDay(on) },
          { key: 'came', head: 'Came', cell: ({ publishedAt }) => fullDay(dayInEngland(publishedAt)) },
        ],
        groups: [{ rows: schools }],
      })}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-authority-reports-page': VsAuthorityReportsPage
  }
}
