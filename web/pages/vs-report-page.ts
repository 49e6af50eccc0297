import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { api, sentenceOf, serverDay, type ReportsPage, type ReportStart } from '../api.ts'
import { emptyState } from '../components/empty-state.ts'
import { pageHead } from '../components/page-head.ts'
import '../components/vs-dialog.ts'
import { showToast } from '../components/vs-toast.ts'
import { navigate } from '../router.ts'
import { DataPage } from './data-page.ts'
import { governorsSentence, nilSpan, schoolsSentence } from './report/sentences.ts'
import { comingList, governorsHome, schoolsShelf } from './report/shelf.ts'
import '../styles/report.css'

/** The governors' report: a governor's home; for the school's own staff what is in hand and the next act. */
@customElement('vs-report-page')
export class VsReportPage extends DataPage<ReportsPage> {
  @state() private busy = false
  @state() private said = ''
  @state() private isAsking = false
  /** The year before, where its nil return is asked of; null of this one. */
  @state() private lastYear: string | null = null
  private key = ''

  protected load(): Promise<ReportsPage> {
    return api.reports()
  }

  protected draw(page: ReportsPage): TemplateResult {
    return page.nil === null ? this.home(page) : this.shelf(page)
  }

  private home(page: ReportsPage) {
    return html`${pageHead({
      sentence: governorsSentence(page),
      lead:
        page.reports.length > 0
          ? 'The same for every governor. No child is named, and numbers that would point at one are not printed.'
          : 'When one is, it stands here: for the whole board, the same for each governor, and without a child’s name.',
    })}
    ${
      page.reports.length > 0
        ? governorsHome(page)
        : html`<div class="stack-wide report-home">
            ${emptyState({
              title: 'Who writes it, and when',
              text: 'The designated teacher writes it and the headteacher approves it. Governing boards receive one at least once a year.',
              isPage: true,
            })}
            ${comingList(page.coming)}
          </div>`
    }`
  }

  private shelf(page: ReportsPage) {
    return html`${pageHead({
        sentence: schoolsSentence(page),
        lead: 'The numbers come from the school’s records. The designated teacher adds what only a person knows, the headteacher approves, governors read.',
      })}
      ${this.said && !this.isAsking ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}
      ${schoolsShelf({
        page,
        busy: this.busy,
        on: serverDay(),
        start: (one) => void this.start(one),
        askNil: (lastYear) => {
          this.lastYear = lastYear
          // A second sending is no second return.
          this.key = crypto.randomUUID()
          this.said = ''
          this.isAsking = true
        },
      })}
      <vs-dialog
        .open=${this.isAsking}
        .heading=${this.lastYear === null ? 'Send a nil return to the Virtual School?' : `Send the nil return for ${this.lastYear} to the Virtual School?`}
        .content=${this.nilForm()}
        @close=${() => (this.isAsking = false)}
      ></vs-dialog>`
  }

  private nilForm() {
    const on = this.nilOn()
    return html`<form class="form" @submit=${(event: SubmitEvent) => void this.sendNil(event)}>
      <p>
        It says that no child was looked after here${on === null ? '' : ` ${nilSpan(on)}`}. The Virtual School
        of the school’s own authority sees it; governors never do.
      </p>
      ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}
      <div class="form-actions">
        <button class="button" type="button" @click=${() => (this.isAsking = false)}>Go back</button>
        <button class="button button-solid" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>
          Send it
        </button>
      </div>
    </form>`
  }

  /** The day as at which the return that is asked of tells: of the year before, its last. */
  private nilOn() {
    return this.lastYear === null ? serverDay() : `${Number(this.lastYear.slice(0, 4)) + 1}-08-31`
  }

  private start(one: ReportStart) {
    return this.once(async () => {
      const { report } = await api.startReport(one)
      await navigate(`/report/${report.id}`)
    })
  }

  private sendNil(event: SubmitEvent) {
    event.preventDefault()
    return this.once(async () => {
      await api.nilReturn(this.key, this.lastYear)
      this.isAsking = false
      showToast({ text: 'The Virtual School has the nil return.' })
      await this.refresh()
      this.querySelector<HTMLElement>('#nil')?.focus()
    })
  }

  private async once(work: () => Promise<void>) {
    if (this.busy) return
    this.busy = true
    this.said = ''
    try {
      await work()
    } catch (error) {
      this.said = sentenceOf(error)
    } finally {
      this.busy = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-report-page': VsReportPage
  }
}
