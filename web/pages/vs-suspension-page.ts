import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, type Letter, type SuspensionPage } from '../api.ts'
import { childLink } from '../components/child-name.ts'
import { pageHead } from '../components/page-head.ts'
import { statusChips } from '../components/status-chip.ts'
import { yearGroupWord } from '../format.ts'
import { chosenDay } from '../router.ts'
import { DataPage } from './data-page.ts'
import { openRecordForm, type RecordFormAsked } from './record-form.ts'
import { factsPanel, registerPanel } from './suspension/facts-panel.ts'
import { wentForm } from './suspension/letter-text.ts'
import { lettersPanel } from './suspension/letters-panel.ts'
import { openLetter } from './suspension/open-letter.ts'
import { suspensionSentence, whatWords } from './suspension/sentences.ts'
import { tasksPanel } from './suspension/tasks-panel.ts'
import { recordSeveralTold } from './suspension/vs-told-several.ts'
import './suspension/vs-cancel-suspension.ts'

interface Shown {
  page: SuspensionPage
  letters: readonly Letter[]
}

/** One suspension after its decision: what is to be done by when, its letters, the register, the way to cancel. */
@customElement('vs-suspension-page')
export class VsSuspensionPage extends DataPage<Shown> {
  @property({ attribute: 'suspension-id' }) suspensionId = ''
  @state() private said = ''

  protected async load(on: string | null): Promise<Shown> {
    const [page, { letters }] = await Promise.all([
      api.suspension(this.suspensionId, on),
      api.letters(this.suspensionId),
    ])
    return { page, letters }
  }

  protected draw({ page, letters }: Shown): TemplateResult {
    const { child, may } = page
    return html`${pageHead({
        crumbs: html`<a href="/suspensions">Suspensions</a> / After the decision`,
        sentence: suspensionSentence(page),
        lead: html`<span class="suspension-who">
            ${childLink(child)} <span class="small quiet">${yearGroupWord(child.yearGroup)}</span>
            ${statusChips(child.statuses)}
          </span>
          ${whatWords(page)}`,
      })}
      ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}
      <div class="columns-main suspension-columns">
        <div class="stack">
          ${tasksPanel(page, {
            mayWrite: may.write,
            open: (asked) => this.form(asked),
            several: () => this.several(page),
            read: (kind) => this.read(letters, kind),
          })}
        </div>
        <div class="stack">
          ${factsPanel(page)}
          ${lettersPanel(letters, page, {
            read: (letter) => this.open(letter),
            went: (letter) => this.went(letter),
            mayWrite: may.write,
          })}
          ${registerPanel(page)}
          <vs-cancel-suspension
            class="no-print"
            .page=${page}
            @cancelled=${() => void this.refresh()}
          ></vs-cancel-suspension>
        </div>
      </div>`
  }

  private read(letters: readonly Letter[], kind: Letter['kind']) {
    const letter = letters.find((one) => one.kind === kind)
    this.said = letter ? '' : 'This letter cannot be made yet: something it needs is not recorded.'
    if (letter) this.open(letter)
  }

  private open(letter: Letter) {
    if (this.data?.page.may.write) openLetter(letter, () => this.went(letter))
    else openLetter(letter)
  }

  private went(letter: Letter) {
    this.form(wentForm(letter, this.suspensionId, this.data?.page.contacts ?? []))
  }

  private several({ child, record, tasks, today }: SuspensionPage) {
    recordSeveralTold({
      noun: record.kind === 'permanent' ? 'exclusion' : 'suspension',
      childId: child.id,
      suspensionId: this.suspensionId,
      tasks,
      today: chosenDay() === null ? today : null,
      onRecorded: () => void this.renew(),
    })
  }

  /** What is so now; where the button that had the focus is gone with what was done, the heading takes it. */
  private async renew() {
    await this.refresh()
    await this.updateComplete
    if (document.activeElement === document.body) this.querySelector('h1')?.focus({ preventScroll: true })
  }

  private form(asked: Pick<RecordFormAsked, 'kind' | 'recordId' | 'prefill'>) {
    if (!this.data) return
    const { child } = this.data.page
    openRecordForm({
      ...asked,
      childId: child.id,
      childName: child.name,
      onSaved: () => void this.renew(),
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-suspension-page': VsSuspensionPage
  }
}
