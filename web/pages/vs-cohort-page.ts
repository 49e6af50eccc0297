import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { api, sentenceOf, type Cohort } from '../api.ts'
import { childName } from '../components/child-name.ts'
import { dataTable } from '../components/data-table.ts'
import { emptyState } from '../components/empty-state.ts'
import { LongList } from '../components/long-list.ts'
import { pageHead } from '../components/page-head.ts'
import '../components/vs-definition.ts'
import type { Definition } from '../components/vs-definition.ts'
import { plainDay, shortDay } from '../format.ts'
import { chosenDay } from '../router.ts'
import { findingsBehind, subjectWords } from './cohort/cell-findings.ts'
import { matrixColumns, type CellSubject } from './cohort/cells.ts'
import { chosenGroups, EVERYBODY, orderOf, othersLabel, type RowChoice } from './cohort/choose-rows.ts'
import type { CohortRow, PepTermName } from './cohort/cohort-row.ts'
import { exportCohort } from './cohort/export-cohort.ts'
import { findingCharts } from './cohort/finding-charts.ts'
import { matrixKey, matrixTools } from './cohort/matrix-tools.ts'
import { cohortLead, cohortSentence } from './cohort/sentence.ts'
import type { FindingsAsked } from './cohort/vs-finding-dialog.ts'
import { DataPage } from './data-page.ts'

/** What was last looked at, for the way back from a child's page; in memory alone. */
let lastChoice: RowChoice = EVERYBODY

/** One row a child, one column a duty; above it the gaps as charts. */
@customElement('vs-cohort-page')
export class VsCohortPage extends DataPage<Cohort> {
  @state() private choice = lastChoice
  @state() private behind: FindingsAsked | undefined
  @state() private said = ''
  private hasLater = false
  /** Ids in the order drawn; kept while somebody works in the list, so that nothing moves under the hand. */
  private order: readonly string[] = []
  private readonly list = new LongList(this)

  protected load(on: string | null): Promise<Cohort> {
    return api.cohort(on)
  }

  protected override updated() {
    if (this.data === undefined || this.hasLater) return
    this.hasLater = true
    requestAnimationFrame(() => void this.loadLater())
  }

  /** What can be read without: drawn under the list, or on a press. */
  private async loadLater() {
    await Promise.all([import('./cohort/vs-later-charts.ts'), import('./cohort/vs-finding-dialog.ts')])
  }

  protected draw(cohort: Cohort) {
    const { isNarrow } = this.list
    const charts = cohort.rows.length > 0 ? findingCharts(cohort) : nothing
    return html`<div class="landscape">
      ${this.head(cohort)}
      <div class="stack-wide">
        ${isNarrow ? nothing : charts} ${this.matrix(cohort)} ${isNarrow ? charts : nothing}
        ${cohort.rows.length > 0 ? html`<vs-later-charts .cohort=${cohort}></vs-later-charts>` : nothing}
      </div>
      <vs-finding-dialog
        .asked=${this.behind}
        @close=${() => (this.behind = undefined)}
        @changed=${() => this.refresh()}
      ></vs-finding-dialog>
    </div>`
  }

  private head(cohort: Cohort) {
    const { counted, rest } = cohortLead(cohort)
    return pageHead({
      sentence: cohortSentence(cohort),
      lead: html`<vs-definition .text=${counted} .definition=${whoIsCounted(cohort)}></vs-definition>${rest}`,
      actions: html`<button class="button" type="button" @click=${() => this.save()}>Export</button>
        <button class="button" type="button" @click=${() => print()}>Print</button>
        ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}`,
    })
  }

  private matrix(cohort: Cohort) {
    const { rows } = cohort
    if (rows.length === 0)
      return emptyState({
        title: 'Nobody stands in this list',
        isPage: true,
        text:
          cohort.statusNotKnown > 0
            ? 'Nothing is known yet of any child’s care status. Bring in the file of care episodes, or record one on a child’s page.'
            : 'A true zero: of every child on roll it is known that they have, and had, no social worker.',
        actions: html`<a class="button" href="/import">Bring in files</a>`,
      })
    if (this.order.length === 0) this.order = orderOf(rows, this.choice.sort)
    const { groups, shown, hidden } = chosenGroups(rows, this.choice, this.order, this.list.most)
    return html`<section class="card matrix" aria-label="Children and duties">
      ${matrixTools(rows, this.choice, (changed) => this.choose(rows, changed))} ${matrixKey()}
      <p class="hidden" role="status">${shown + hidden} of ${rows.length} children</p>
      ${
        shown === 0
          ? html`<div class="table-foot">${this.nobodyChosen(rows)}</div>`
          : dataTable({
              caption: `Children and duties as at ${plainDay(cohort.evaluatesOn)}`,
              columns: matrixColumns((row, subject) => this.open(row, subject), termDays(cohort)),
              groups,
              cards: true,
              roomy: true,
            })
      }
      ${
        hidden > 0
          ? html`<div class="table-foot">
              <button class="link" type="button" @click=${this.list.showAll}>${othersLabel(hidden)}</button>
            </div>`
          : nothing
      }
    </section>`
  }

  private nobodyChosen(rows: readonly CohortRow[]) {
    return emptyState({
      title: 'No child fits all of this',
      isPage: true,
      text: 'Take one of the filters away.',
      actions: html`<button class="button" type="button" @click=${() => this.choose(rows, EVERYBODY)}>
        Show everybody
      </button>`,
    })
  }

  private choose(rows: readonly CohortRow[], changed: Partial<RowChoice>) {
    this.choice = { ...this.choice, ...changed }
    this.order = orderOf(rows, this.choice.sort)
    lastChoice = this.choice
  }

  private open(row: CohortRow, subject: CellSubject) {
    this.behind = {
      childId: row.id,
      heading: html`${childName(row.name)}: ${subjectWords(subject)}`,
      on: chosenDay(),
      pick: (page) => findingsBehind(page, row, subject),
    }
  }

  private async save() {
    this.said = ''
    await exportCohort(chosenDay()).catch((error: unknown) => {
      this.said = sentenceOf(error, 'The file could not be made. Try again.')
    })
  }
}

/** The second lines of the heads of the terms: when each window ends. */
function termDays({ pepByTerm }: Cohort): Record<PepTermName, string> {
  const of = (term: PepTermName) => {
    const last = pepByTerm.find((one) => one.term === term)?.lastDay
    return last ? `to ${shortDay(last)}` : ''
  }
  return { autumn: of('autumn'), spring: of('spring'), summer: of('summer') }
}

const whoIsCounted = ({ evaluatesOn }: Cohort): Definition => ({
  what: `Children on roll on ${plainDay(evaluatesOn)} who are looked after or were, who have a child-in-need or child-protection plan, or who had a social worker within six years.`,
  sum: 'One row each, under the first heading that holds: looked after, plan, previously looked after, earlier.',
  notCounted: 'Children who have left; children in kinship care alone, who are listed and named apart.',
})

declare global {
  interface HTMLElementTagNameMap {
    'vs-cohort-page': VsCohortPage
  }
}
