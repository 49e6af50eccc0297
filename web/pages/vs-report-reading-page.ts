import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, RefusedError, sentenceOf, type ReportPage, type ReportSection } from '../api.ts'
import '../components/vs-dialog.ts'
import { showToast } from '../components/vs-toast.ts'
import { navigate } from '../router.ts'
import { DataPage } from './data-page.ts'
import { actWords, missingIn, saidIn, type Act } from './report/act-words.ts'
import { actForm } from './report/acts.ts'
import { bothSides } from './report/both-sides.ts'
import { readerCalls, wordsCalls } from './report/calls.ts'
import { exactShown } from './report/exact-shown.ts'
import { nilReturn } from './report/nil-return.ts'
import { reportSheet } from './report/report-section.ts'
import { reportWays } from './report/report-ways.ts'
import { unanswered } from './report/sentences.ts'
import { stateBar } from './report/state-bar.ts'
import { WordsKeeper } from './report/words-keeper.ts'
import { WordsReader } from './report/words-reader.ts'
import './report/vs-report-actions.ts'
import './report/vs-report-rail.ts'
import './report/vs-report-words.ts'
import '../styles/report.css'

/** Words that could not be sent yet, by report: whoever opens it again in this tab finds them. */
const unsent = new Map<string, Map<number, WordsKeeper>>()

/** One report: as governors read it; for the school with its state, the words to write and the exact numbers. */
@customElement('vs-report-reading-page')
export class VsReportReadingPage extends DataPage<ReportPage> {
  @property({ attribute: 'report-id' }) reportId = ''
  @state() private isBoth = false
  @state() private act: Act | null = null
  @state() private busy = false
  @state() private said = ''
  @state() private wrong: Readonly<Record<string, string>> = {}
  @state() private turn = 0
  private keepers = new Map<number, WordsKeeper>()
  /** Of the minute, while its form is open. */
  private reader: WordsReader | null = null
  private readonly onLeaving = (event: BeforeUnloadEvent) => {
    if (this.isUnsaved) event.preventDefault()
  }

  override connectedCallback() {
    super.connectedCallback()
    this.keepers = unsent.get(this.reportId) ?? this.keepers
    for (const keeper of this.keepers.values()) keeper.tell(() => this.changed())
    addEventListener('beforeunload', this.onLeaving)
  }

  override disconnectedCallback() {
    removeEventListener('beforeunload', this.onLeaving)
    const { keepers, reportId } = this
    if (this.isUnsaved) {
      unsent.set(reportId, keepers)
      void this.flush().then((isSent) => isSent && unsent.delete(reportId))
    }
    super.disconnectedCallback()
  }

  protected async load(): Promise<ReportPage> {
    const page = await api.report(this.reportId)
    for (const { number } of page.document.sections) {
      const stored = page.mine?.words.find(({ section }) => section === number)
      this.keeperOf(number, stored).take(stored)
    }
    return page
  }

  private keeperOf(
    section: number,
    stored?: { words: string; version: number; warnings: readonly string[] },
  ) {
    const keeper =
      this.keepers.get(section) ??
      new WordsKeeper(wordsCalls(this.reportId, section), () => this.changed(), stored)
    this.keepers.set(section, keeper)
    return keeper
  }

  private changed() {
    this.turn += 1
  }

  private get isUnsaved() {
    return [...this.keepers.values()].some((keeper) => keeper.isUnsaved)
  }

  private async flush() {
    const sent = await Promise.all([...this.keepers.values()].map((keeper) => keeper.flush()))
    return sent.every(Boolean)
  }

  protected draw(page: ReportPage): TemplateResult {
    const { report, mine, may } = page
    if (report.kind === 'nil')
      return nilReturn({
        school: page.document.school,
        report,
        crumbs: html`<a href="/report">Governors’ report</a>`,
      })
    const isWritten = mine !== null && may.write
    const document = isWritten ? this.asWritten(page) : page.document
    const open = mine === null || report.isFrozen ? [] : unanswered(document.sections)
    const exact = mine !== null && this.isBoth ? exactShown(mine) : null
    const sheet = reportSheet({
      document,
      reportId: this.reportId,
      version: report.version,
      ways: reportWays(this.reportId),
      words: isWritten ? (section) => this.words(section) : null,
      actions: isWritten
        ? html`<vs-report-actions
            .reportId=${this.reportId}
            .mine=${mine}
            @changed=${() => void this.refresh()}
          ></vs-report-actions>`
        : null,
    })
    return html`<div class="report-page ${mine === null ? '' : 'report-page-own'}">
        ${
          exact
            ? nothing
            : html`<vs-report-rail
                .sections=${document.sections}
                .open=${open.map(({ number }) => number)}
              ></vs-report-rail>`
        }
        <div class="report-main ${exact ? 'report-main-wide' : ''}">
          ${
            mine === null
              ? nothing
              : html`${stateBar({
                  page,
                  open,
                  isUnsaved: this.isUnsaved,
                  begin: (act) => this.begin(act, page),
                })}
                ${this.views()}`
          }
          ${report.isFrozen ? nothing : html`<p class="print-only strong">Draft. Not for governors yet.</p>`}
          ${exact ? bothSides(document, exact) : nothing}
          <div class=${exact ? 'print-only' : ''}>${sheet}</div>
        </div>
      </div>
      ${mine === null ? nothing : this.dialog(page, open)}`
  }

  /** The draft with the words as they stand in the boxes. */
  private asWritten({ document }: ReportPage): ReportPage['document'] {
    const sections = document.sections.map((section) => ({
      ...section,
      words: this.keeperOf(section.number).text || null,
    }))
    return { ...document, sections }
  }

  private words(section: ReportSection) {
    return html`<vs-report-words
      .section=${section}
      .keeper=${this.keeperOf(section.number)}
      .turn=${this.turn}
    ></vs-report-words>`
  }

  private views() {
    const choice = (isBoth: boolean, words: string) =>
      html`<label
        ><input
          type="radio"
          name="view"
          .checked=${this.isBoth === isBoth}
          @change=${() => (this.isBoth = isBoth)}
        />${words}</label
      >`
    return html`<div class="report-views no-print">
      <fieldset class="segments">
        <legend class="hidden">Numbers</legend>
        ${choice(false, 'What governors see')} ${choice(true, 'Both side by side')}
      </fieldset>
    </div>`
  }

  private begin(act: Act, { report, mine }: ReportPage) {
    this.said = ''
    this.wrong = {}
    this.act = act
    const kept = { words: report.minute ?? '', warnings: mine?.minuteWarnings ?? [] }
    this.reader =
      act === 'minute' ? new WordsReader(readerCalls(report.id), () => this.changed(), kept) : null
  }

  private end() {
    this.act = null
    this.reader?.stop()
    this.reader = null
  }

  private dialog(page: ReportPage, open: readonly ReportSection[]) {
    const { act } = this
    const back = () => this.end()
    return html`<vs-dialog
      .open=${act !== null}
      .heading=${act === null ? '' : actWords(act, page).heading}
      .content=${
        act === null
          ? nothing
          : actForm({
              act,
              page,
              open,
              warnedSections: [...this.keepers.values()].filter((one) => one.warnings.length > 0).length,
              minuteWarnings: this.reader?.warnings ?? [],
              busy: this.busy,
              said: this.said,
              wrong: this.wrong,
              back,
              send: (event) => void this.send(event, act, page),
              typed: (minute) => this.reader?.typed(minute),
            })
      }
      @close=${back}
    ></vs-dialog>`
  }

  /** Takes the step once, however often it is clicked; what is written is sent before it. */
  private async send(event: SubmitEvent, act: Act, page: ReportPage) {
    event.preventDefault()
    if (this.busy) return
    const form = new FormData(event.target as HTMLFormElement)
    const given = (name: string) => `${(form.get(name) as string | null) ?? ''}`
    this.said = ''
    this.wrong = missingIn(act, given)
    const [first] = Object.keys(this.wrong)
    if (first !== undefined) return this.goTo(first)
    this.busy = true
    try {
      if (this.reader && !(await this.reader.isShown(given('minute'))))
        return await this.goTo('minute-warnings')
      if (page.may.write && !(await this.flush())) throw new NotSentError()
      await this.take(act, page, given)
      this.end()
      showToast({ text: actWords(act, page).done })
      if (act === 'remove') return await navigate('/report')
      await this.refresh()
      scrollTo(0, 0)
      this.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    } catch (error) {
      await this.notDone(error)
    } finally {
      this.busy = false
    }
  }

  private take(act: Act, { report }: ReportPage, given: (name: string) => string) {
    if (act === 'basis')
      return api.setReport(report.id, report.version, {
        on: given('on'),
        threshold: Number(given('threshold')),
      })
    return api.stepReport(report.id, report.version, act, saidIn(act, given))
  }

  private async notDone(error: unknown) {
    const problems = error instanceof RefusedError ? error.problems : []
    const atFields = problems.filter(({ field }) => this.querySelector(`#act-${field}`) !== null)
    const [first] = atFields
    // What stands at its field is not said once more under the form.
    this.wrong = Object.fromEntries(atFields.map(({ field, message }) => [field, message]))
    if (first !== undefined) return this.goTo(first.field)
    this.said =
      error instanceof NotSentError
        ? 'Not sent: some of your words are not saved yet. Look at the sections above; then send it.'
        : sentenceOf(error)
    // Somebody else took a step first: what stands now is shown behind the form.
    if (error instanceof RefusedError && (error.status === 409 || error.status === 412)) void this.refresh()
  }

  /** Puts the keyboard at a part of the form, such as a field that is wrong. */
  private async goTo(part: string) {
    await this.updateComplete
    this.querySelector<HTMLElement>(`#act-${part}`)?.focus()
  }
}

/** Some words have not reached the server, so that no step may rest on them. */
class NotSentError extends Error {
  override name = 'NotSentError'
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-report-reading-page': VsReportReadingPage
  }
}
