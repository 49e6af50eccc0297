import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { api, type SuspensionsPage } from '../api.ts'
import { emptyState } from '../components/empty-state.ts'
import { LongList } from '../components/long-list.ts'
import { pageHead } from '../components/page-head.ts'
import { count } from '../format.ts'
import { DataPage } from './data-page.ts'
import { openRecordForm } from './record-form.ts'
import { readOffSiteLetter } from './suspension/off-site-letter.ts'
import {
  chosenSuspensions,
  EVERY_SUSPENSION,
  type SuspensionChoice,
} from './suspensions/choose-suspensions.ts'
import { consideredNow, staysInSchool } from './suspensions/considered.ts'
import { movesTable } from './suspensions/moves.ts'
import { picture } from './suspensions/picture.ts'
import { cancelledSentence, pictureLead, picturePageSentence } from './suspensions/sentences.ts'
import { suspensionTable, suspensionTools } from './suspensions/suspension-list.ts'

/** What was last looked at, for the way back from one of them; in memory alone. */
let lastChoice = EVERY_SUSPENSION

/** The suspensions of the year: for whom one is considered now, the picture, and each with what is still to do. */
@customElement('vs-suspensions-page')
export class VsSuspensionsPage extends DataPage<SuspensionsPage> {
  @state() private choice = lastChoice
  @state() private said = ''
  private readonly list = new LongList(this)

  protected load(on: string | null): Promise<SuspensionsPage> {
    return api.suspensions(on)
  }

  protected draw(page: SuspensionsPage): TemplateResult {
    const isEmpty = page.rows.length === 0
    const { isNarrow } = this.list
    const drawn = isEmpty && page.notSuspended.length === 0 ? nothing : picture(page)
    return html`${pageHead({
        sentence: picturePageSentence(page),
        lead: pictureLead(page),
        actions: html`<button class="button" type="button" @click=${() => window.print()}>Print</button>`,
      })}
      <div class="stack-wide landscape">
        ${consideredNow(page)} ${isNarrow ? nothing : drawn} ${isEmpty ? this.none(page) : this.year(page)}
        ${isNarrow ? drawn : nothing} ${staysInSchool(page)}
        ${movesTable(page, (direction) => void this.letter(direction))}
        ${page.isKnown && page.cancelled.length > 0 ? html`<p class="quiet">${cancelledSentence(page)}</p>` : nothing}
      </div>`
  }

  private none({ isKnown }: SuspensionsPage) {
    return isKnown
      ? emptyState({
          title: 'No suspension this school year',
          isPage: true,
          text: 'That is a true zero, from what has been recorded and brought in.',
          actions: html`<a class="button" href="/cohort">See the cohort</a>`,
        })
      : emptyState({
          title: 'Nobody has told us of suspensions',
          isPage: true,
          text: 'That is not a zero. Bring in the file of suspensions; one without rows says that there are none.',
          actions: html`<a class="button button-solid" href="/import">Bring in files</a>`,
        })
  }

  private year(page: SuspensionsPage) {
    const chosen = chosenSuspensions(page.rows, this.choice)
    const rows = chosen.slice(0, this.list.most)
    const hidden = chosen.length - rows.length
    return html`<section class="card" aria-label="Suspensions of the year">
      ${suspensionTools(page, this.choice, (changed) => this.choose(changed))}
      <p class="hidden" role="status">${chosen.length} of ${count(page.rows.length, 'suspension')}</p>
      ${
        chosen.length === 0
          ? html`<div class="table-foot">
              ${emptyState({
                title: 'No suspension fits all of this',
                isPage: true,
                text: 'Take one of the filters away.',
                actions: html`<button
                  class="button"
                  type="button"
                  @click=${() => this.choose(EVERY_SUSPENSION)}
                >
                  Show all
                </button>`,
              })}
            </div>`
          : suspensionTable(page, rows)
      }
      ${
        hidden > 0
          ? html`<div class="table-foot">
              <button class="link" type="button" @click=${this.list.showAll}>
                Show the other ${count(hidden, 'suspension')}
              </button>
            </div>`
          : nothing
      }
    </section>`
  }

  private async letter({ id, child }: SuspensionsPage['offSite'][number]) {
    const record = () =>
      openRecordForm({
        kind: 'off-site-direction',
        recordId: id,
        childId: child.id,
        childName: child.name,
        onSaved: () => void this.refresh(),
      })
    this.said = await readOffSiteLetter(id, record)
  }

  private choose(changed: Partial<SuspensionChoice>) {
    this.choice = lastChoice = { ...this.choice, ...changed }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-suspensions-page': VsSuspensionsPage
  }
}
