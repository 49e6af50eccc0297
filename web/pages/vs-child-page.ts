import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, type ChildPage, type Kinds } from '../api.ts'
import { childYearTable } from '../charts/child-year-table.ts'
import { childYearKey } from '../charts/vs-child-year.ts'
import '../charts/vs-child-year.ts'
import { ringList } from '../components/ring-list.ts'
import '../components/vs-alert-card.ts'
import '../components/vs-chart-card.ts'
import '../components/vs-definition.ts'
import { lookAt } from './child/act-on-card.ts'
import type { AlertStep } from './child/alert-life.ts'
import { attendancePanel } from './child/attendance-panel.ts'
import { childHead } from './child/child-head.ts'
import { dutiesPanel, showDuty } from './child/duties-panel.ts'
import { openPanel } from './child/open-panel.ts'
import { formToAdd, leftOutWords, ringPeople } from './child/ring-people.ts'
import { sessionsDefinition } from './child/sessions-definition.ts'
import { suspensionPanel } from './child/suspension-panel.ts'
import { timelinePanel } from './child/timeline-panel.ts'
import { suspensionNote, yearHeading, yearOfChild } from './child/year-of-child.ts'
import { DataPage } from './data-page.ts'
import { openRecordForm, type RecordFormAsked } from './record-form.ts'
import { readOffSiteLetter } from './suspension/off-site-letter.ts'
import type { Card } from './today/card-view.ts'

interface Shown {
  page: ChildPage
  kinds: Kinds['kinds']
  authorities: ReadonlyMap<string, string>
}

/** One child: who they are, whom to ring, the year, what is open, and every record. */
@customElement('vs-child-page')
export class VsChildPage extends DataPage<Shown> {
  @property({ attribute: 'child-id' }) childId = ''
  @state() private tab = 'all'
  @state() private said = ''
  @state() private lives: ReadonlyMap<string, readonly AlertStep[]> = new Map()

  protected async load(on: string | null): Promise<Shown> {
    const [page, { kinds }, { authorities }] = await Promise.all([
      api.child(this.childId, on),
      api.kinds(),
      api.authorities(),
    ])
    return { page, kinds, authorities: new Map(authorities.map(({ code, name }) => [code, name])) }
  }

  protected draw({ page, kinds, authorities }: Shown): TemplateResult {
    const open = (kind: string, recordId: string) => this.form({ kind, recordId })
    return html`${childHead(page, kinds, (asked) => this.form(asked))}
      <div class="stack child-page" @click=${(event: Event) => this.follow(event)}>
        ${ringList(
          ringPeople(page, (entry) => this.form(formToAdd(entry, page))),
          leftOutWords(page),
        )}
        ${this.year(page)} ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}
        <div class="columns-main child-columns">
          <div class="stack">
            ${openPanel(page, {
              onDone: () => void this.refresh(),
              onRefused: (sentence) => (this.said = sentence),
              open,
              look: (card) => void this.look(page, card),
              lives: this.lives,
            })}
            ${timelinePanel({
              page,
              kinds,
              authorities,
              tab: this.tab,
              choose: (tab) => (this.tab = tab),
              open,
              letter: (id) => void this.letter(id),
            })}
          </div>
          <div class="stack">${suspensionPanel(page)} ${dutiesPanel(page, open)}</div>
        </div>
        ${attendancePanel(page)}
      </div>`
  }

  private year(page: ChildPage) {
    const { before, number, after } = yearHeading(page)
    const year = yearOfChild(page)
    const defined = html`<vs-definition
      .text=${number}
      .definition=${sessionsDefinition(page)}
    ></vs-definition>`
    return html`<vs-chart-card
      wide
      .heading=${html`${before}${number ? defined : nothing}${after}`}
      .chart=${html`<vs-child-year .year=${year} suspension-note=${suspensionNote(page)}></vs-child-year>`}
      .table=${childYearTable(year)}
      .key=${childYearKey()}
      .context=${'Upper row mornings, lower row afternoons.'}
    ></vs-chart-card>`
  }

  /** A link to a duty opens it in the list of duties. */
  private follow(event: Event) {
    const link = event.target instanceof Element && event.target.closest('a[href^="#finding-"]')
    if (!link) return
    event.preventDefault()
    showDuty(this, link.getAttribute('href')?.slice(1) ?? '')
  }

  /** Kept as looked at, on the day itself; what became of the alert then stands under its evidence. */
  private async look({ isToday }: ChildPage, card: Card) {
    const { alertId } = card
    if (!isToday || alertId === null) return
    const life = await lookAt(card).catch(() => undefined)
    if (life) this.lives = new Map([...this.lives, [alertId, life]])
  }

  private async letter(recordId: string) {
    this.said = await readOffSiteLetter(recordId, () => this.form({ kind: 'off-site-direction', recordId }))
  }

  private form(asked: Pick<RecordFormAsked, 'kind' | 'recordId' | 'prefill'>) {
    if (!this.data) return
    const { name } = this.data.page.child
    openRecordForm({
      ...asked,
      childId: this.childId,
      childName: name,
      onSaved: () => void this.refresh(),
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-child-page': VsChildPage
  }
}
