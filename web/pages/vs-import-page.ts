import { html, nothing, type PropertyValues } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { api, RefusedError, type ImportPage, type ImportView } from '../api.ts'
import { LightElement } from '../components/element.ts'
import { numberTiles } from '../components/number-tiles.ts'
import { pageHead } from '../components/page-head.ts'
import { progressBar } from '../components/progress-bar.ts'
import { statusMark } from '../components/status-mark.ts'
import { steps } from '../components/steps.ts'
import '../components/vs-file-drop.ts'
import { count, sentence } from '../format.ts'
import { chosenDay } from '../router.ts'
import { sendFiles } from '../send-files.ts'
import { notesOf, stays, whatWouldChange } from './import/changes.ts'
import { conflictList, questionList } from './import/decide.ts'
import { earlierRuns } from './import/earlier-runs.ts'
import { fileList } from './import/file-list.ts'
import { ImportWork, type Mapping } from './import/import-work.ts'
import { whatItMeans } from './import/meaning.ts'
import { putRight } from './import/put-right.ts'
import {
  changesOf,
  importSentence,
  progressWords,
  reasonAgainst,
  stepOf,
  tilesOf,
} from './import/sentences.ts'
import './import/vs-match-columns.ts'
import { notForRole } from './not-for-role.ts'

const STEPS = ['File read', 'Columns matched', 'Check what would change', 'Bring it in']
/** Says that files were in a page that went away; nothing of the files themselves is kept. */
const WAS_OPEN = 'import-open'
const MOST_BYTES = 256 * 1024 * 1024

/** Drop files; see what they are and what they would change; bring them in, all or none. */
@customElement('vs-import-page')
export class VsImportPage extends LightElement {
  @state() private page: ImportPage = { sources: [], runs: [] }
  @state() private isClosed = false
  @state() private lost = sessionStorage.getItem(WAS_OPEN) !== null
  @state() private tooLarge = ''
  private headed: ImportView | null = null
  private readonly work = new ImportWork(() => this.requestUpdate(), {
    send: sendFiles,
    latestRun: async () => (await api.imports()).runs[0]?.id ?? null,
    on: chosenDay,
  })

  override connectedCallback() {
    super.connectedCallback()
    sessionStorage.removeItem(WAS_OPEN)
    void this.loadPage()
  }

  override disconnectedCallback() {
    this.work.startAgain()
    super.disconnectedCallback()
  }

  protected override render() {
    const { work } = this
    if (this.isClosed) return notForRole
    const { view, done, doing, files } = work
    return html`${pageHead({
        sentence: importSentence({ files: files.length, view, done, doing }),
        lead: this.lead(),
        actions:
          files.length > 0 && doing?.what !== 'run'
            ? html`<button class="button" type="button" @click=${() => this.again()}>
                ${done ? 'Bring more files in' : 'Choose other files'}
              </button>`
            : undefined,
      })}
      <p class="hidden" role="status">
        ${doing ? '' : importSentence({ files: files.length, view, done, doing })}
      </p>
      ${files.length > 0 ? steps(STEPS, stepOf({ view, done, doing })) : nothing}
      ${work.said || this.tooLarge ? this.refused(work.said || this.tooLarge) : nothing} ${this.lookAgain()}
      ${done ? this.afterRun(done) : files.length === 0 ? this.drop() : this.looking()}
      ${files.length === 0 || done ? earlierRuns(this.page.runs) : nothing}`
  }

  protected override updated(_: PropertyValues<this>) {
    const { view, done, files } = this.work
    if (files.length > 0 && !done) sessionStorage.setItem(WAS_OPEN, '')
    else sessionStorage.removeItem(WAS_OPEN)
    const shown = done ?? view
    const isNew = shown !== null && (this.headed === null || shown === done) && shown !== this.headed
    if (isNew) this.querySelector('h1')?.focus()
    if (isNew || shown === null) this.headed = shown
  }

  private lead() {
    const { view, done, files } = this.work
    if (done) return html`What they mean for duties is worked out: <a href="/">see Today</a>.`
    if (files.length > 0)
      return `${count(files.length, 'file')}${view && !view.school.isNew ? ` for ${view.school.name}` : ''}. Nothing has been changed yet.`
    return `Children, care status, PEP meetings (personal education plans), suspensions, term dates and registers, as your systems export them. You see what would change before anything is written.`
  }

  private refused(text: string) {
    return html`<p class="error-text import-said" role="alert">
      ${statusMark('breach', 16, '')} <span>${text}</span>
    </p>`
  }

  private lookAgain() {
    const { files, view, done, doing } = this.work
    if (files.length === 0 || view || done || doing) return nothing
    return html`<p>
      <button class="button" type="button" @click=${() => void this.work.look()}>Look at them again</button>
    </p>`
  }

  private drop() {
    return html`${
      this.lost
        ? html`<p class="card panel lost">
            The page was left before the files went in. Nothing is lost: nothing was written. Drop them again.
          </p>`
        : nothing
    }
    ${this.dropPlace('Drop your files or their folder here', 'CSV files as they are exported; up to 50 at a time. Other files in the folder are named and left out.')}`
  }

  private dropPlace(label: string, hint: string) {
    return html`<vs-file-drop
      label=${label}
      hint=${hint}
      @files=${(event: CustomEvent<{ files: File[] }>) => this.choose(event.detail.files)}
    ></vs-file-drop>`
  }

  private looking() {
    const { work } = this
    const { view } = work
    if (!view) return this.goBar()
    const unknown = view.files.filter(({ status }) => status === 'unknown')
    const onDates = (name: string, format: string) => void work.setDates(name, format)
    return html`<div class="stack import">
      ${numberTiles(tilesOf(view))}
      ${
        work.questions.size > 0
          ? questionList([...work.questions.values()], work.meant, (kind, yes) => void work.mean(kind, yes))
          : nothing
      }
      ${unknown.map(
        (file) =>
          html`<vs-match-columns
            .file=${file}
            .sources=${this.page.sources}
            @match=${(event: CustomEvent<Mapping>) => void work.match(event.detail)}
          ></vs-match-columns>`,
      )}
      ${putRight(view, onDates)}
      ${
        work.conflicts.size > 0
          ? conflictList([...work.conflicts.values()], view.conflictCount, {
              choiceOf: (key) => work.choices.get(key),
              onDecide: (keys, choice) => void work.decide(keys, choice),
            })
          : nothing
      }
      ${
        view.result === 'nothing'
          ? stays(view)
          : html`<div class="columns-2">${whatWouldChange(view)} ${whatItMeans(view)}</div>`
      }
      ${fileList(view, {
        saidDates: work.dateFormats,
        onDates,
        onLeaveOut: (name) => void work.leaveOut(name),
      })}
      ${this.dropPlace('Mended a file, or forgot one?', 'Drop it here: it joins the others, or takes the place of the one of its name.')}
      ${this.goBar()}
    </div>`
  }

  private goBar() {
    const { work } = this
    const { view, doing } = work
    const reason = reasonAgainst(view, doing)
    const progress =
      doing?.slow === true
        ? progressBar({
            ...progressWords(doing),
            done: doing.done,
            total: Math.max(1, doing.total),
            stop: () => work.stop(),
          })
        : nothing
    if (!view) return progress === nothing ? nothing : html`<div class="go-bar">${progress}</div>`
    const changes = changesOf(view)
    return html`<div class="go-bar">
      <button
        class="button ${reason === '' ? 'button-solid' : ''}"
        type="button"
        aria-disabled=${reason === '' ? 'false' : 'true'}
        aria-describedby="go-reason"
        @click=${() => void this.bringIn()}
      >
        ${changes > 0 ? `Bring in ${count(changes, 'change')}` : 'Bring it in'}
      </button>
      <p id="go-reason" class="quiet">${reason || 'All of it goes in, or none.'}</p>
      ${progress}
    </div>`
  }

  private afterRun(done: ImportView) {
    return html`<div class="stack import">
      <section class="card panel" aria-labelledby="done-head">
        <h2 id="done-head">What was done</h2>
        <ul class="rule-list">
          ${done.counts.map(
            ({ words, added, changed, same }) =>
              html`<li>
                ${statusMark('met', 16, '')} <b>${sentence(words[1])}</b>: ${count(added, 'new', 'new')},
                ${count(changed, 'changed', 'changed')}, ${count(same, 'the same', 'the same')}
              </li>`,
          )}
        </ul>
        ${notesOf(done)}
        <div class="form-actions">
          <a class="button button-solid" href="/">See what must be done today</a>
          <a href="/cohort">The cohort</a>
        </div>
      </section>
    </div>`
  }

  private choose(files: readonly File[]) {
    const bytes = files.reduce((sum, file) => sum + file.size, 0)
    this.lost = false
    this.tooLarge =
      bytes > MOST_BYTES
        ? 'These files are more than 256 megabytes together. Leave the largest out, or export a shorter time.'
        : ''
    if (this.tooLarge === '') void this.work.choose(files)
  }

  private again() {
    this.work.startAgain()
    this.requestUpdate()
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('vs-file-drop input')?.focus())
  }

  private async bringIn() {
    await this.work.bringIn()
    if (!this.work.done) return
    document.dispatchEvent(new CustomEvent('school-changed'))
    await this.loadPage()
  }

  private async loadPage() {
    this.page = await api.imports().catch((error: unknown) => {
      this.isClosed = error instanceof RefusedError && error.code === 'not-allowed'
      return this.page
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-import-page': VsImportPage
  }
}
