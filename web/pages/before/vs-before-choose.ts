import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { api, RefusedError, type Cohort } from '../../api.ts'
import { childName } from '../../components/child-name.ts'
import { pageHead } from '../../components/page-head.ts'
import { statusMark } from '../../components/status-mark.ts'
import type { Suggestion } from '../../components/vs-search-box.ts'
import '../../components/vs-search-box.ts'
import { actDay, timeOf, yearGroupWord } from '../../format.ts'
import { watchNews } from '../../news.ts'
import { GROUPS } from '../cohort/cohort-row.ts'
import { DataPage } from '../data-page.ts'
import { calls, type OpenList } from './calls.ts'
import { minuteInEngland } from '../../instants.ts'

interface Shown extends OpenList {
  /** Null where the role sees no cohort. */
  cohort: Cohort | null
  today: string
}

const hrefOf = (id: string) => `/before-suspending/${encodeURIComponent(id)}`

/** Which child: those who are thought of already, a search, and the cohort, each one click away. */
@customElement('vs-before-choose')
export class VsBeforeChoose extends DataPage<Shown> {
  @state() private found: readonly Suggestion[] = []
  private asked = 0
  private endNews: (() => void) | undefined

  override connectedCallback() {
    super.connectedCallback()
    this.endNews = watchNews(() => void this.lookAgain())
  }

  override disconnectedCallback() {
    this.endNews?.()
    super.disconnectedCallback()
  }

  protected async load(): Promise<Shown> {
    const [{ open }, cohort] = await Promise.all([
      calls.openList(),
      api.cohort(null).catch((error: unknown) => {
        if (error instanceof RefusedError && error.status === 403) return null
        throw error
      }),
    ])
    return { open, cohort, today: cohort?.on ?? '' }
  }

  /** What stands is kept when the answer does not come. */
  private async lookAgain() {
    const list = await calls.openList().catch(() => undefined)
    if (!list || !this.data) return
    this.data = { ...this.data, open: list.open }
    this.requestUpdate()
  }

  protected draw(given: Shown): TemplateResult {
    const { open, cohort, today } = this.data ?? given
    return html`${pageHead({
        sentence: 'Which child are you thinking of?',
        lead: 'The next page says whom to ring first, and what a suspension would set off. Nothing is sent by opening it, and nothing is decided until the headteacher decides it.',
      })}
      <div class="stack-wide before-choose">
        ${open.length > 0 ? this.openOnes(open, today) : nothing}
        <div
          class="before-search"
          @query=${(event: CustomEvent<{ text: string }>) => void this.search(event)}
        >
          <vs-search-box label="Find any child by name" .suggestions=${this.found}></vs-search-box>
        </div>
        ${cohort ? this.cohort(cohort) : nothing}
      </div>`
  }

  private openOnes(open: OpenList['open'], today: string) {
    return html`<section class="card panel" aria-labelledby="open-now">
      <h2 id="open-now">Being thought of now</h2>
      <ul class="before-open rule-list">
        ${open.map(({ child, openedAt, openedBy, read }) => {
          const when = (instant: string) => {
            const minute = minuteInEngland(instant)
            return minute.slice(0, 10) === today
              ? timeOf(minute)
              : `${actDay(minute.slice(0, 10))}, ${timeOf(minute)}`
          }
          return html`<li>
            <a class="strong" href=${hrefOf(child.id)}>${childName(child.name)}</a>
            <span class="quiet">${yearGroupWord(child.yearGroup)}</span>
            <span class="small quiet">opened ${when(openedAt)} by ${openedBy}</span>
            ${
              read
                ? html`<span class="small word-met"
                    >${statusMark('met', 14, '')} read ${when(read.at)} by ${read.by}</span
                  >`
                : child.statuses.includes('cla')
                  ? html`<span class="small quiet">${statusMark('ahead', 14, '')} not read yet</span>`
                  : nothing
            }
          </li>`
        })}
      </ul>
    </section>`
  }

  private cohort({ rows }: Cohort) {
    const groups = GROUPS.map(({ group, title }) => ({
      title,
      children: rows
        .filter((row) => row.group === group)
        .toSorted((one, other) => one.surname.localeCompare(other.surname, 'en-GB')),
    })).filter(({ children }) => children.length > 0)
    return html`<section aria-label="Children with, or once with, a social worker" class="stack">
      ${groups.map(
        ({ title, children }) =>
          html`<div>
            <h2 class="before-group">${title}</h2>
            <ul class="before-children">
              ${children.map(
                ({ id, name, yearGroup }) =>
                  html`<li>
                    <a href=${hrefOf(id)}
                      >${childName(name)} <span class="small quiet">${yearGroupWord(yearGroup)}</span></a
                    >
                  </li>`,
              )}
            </ul>
          </div>`,
      )}
    </section>`
  }

  /** Answered here: the shell's own box is not asked. A slower earlier answer never replaces a later one. */
  private async search(event: CustomEvent<{ text: string }>) {
    event.stopPropagation()
    const { text } = event.detail
    const turn = ++this.asked
    const none = { children: [] }
    const { children } = text.trim() === '' ? none : await api.search(text).catch(() => none)
    if (turn !== this.asked) return
    this.found = children.map(({ id, name, yearGroup, left }) => ({
      id,
      label: childName(name),
      detail: left ? 'has left' : yearGroupWord(yearGroup),
      href: hrefOf(id),
    }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-before-choose': VsBeforeChoose
  }
}
