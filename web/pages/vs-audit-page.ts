import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { RefusedError } from '../api.ts'
import { childName } from '../components/child-name.ts'
import { emptyState } from '../components/empty-state.ts'
import { segments } from '../components/filters.ts'
import { pageHead } from '../components/page-head.ts'
import { statusMark } from '../components/status-mark.ts'
import { dayNumber } from '../days.ts'
import {
  askActs,
  askChain,
  askChild,
  whyNot,
  type ActGroup,
  type Acts,
  type Asked,
  type Chain,
  type Which,
} from './audit/asks.ts'
import { lineList } from './audit/lines.ts'
import { peopleTable } from './audit/people.ts'
import { actsSentence, chainWords, READ_WORDS, whoLead, whoSentence } from './audit/sentences.ts'
import './audit/vs-child-asked.ts'
import './audit/vs-take-away.ts'
import { DataPage } from './data-page.ts'
import { dayOfNumber } from './sign-in/school-year.ts'
import '../styles/audit.css'

const KINDS = [
  { value: 'all', label: 'Everything' },
  { value: 'views', label: 'Looks' },
  { value: 'changes', label: 'Changes' },
  { value: 'exports', label: 'Files taken away' },
  { value: 'access', label: 'Signing in and roles' },
] as const

const SPANS = [
  { value: 'week', label: 'Last seven days' },
  { value: 'year', label: 'Since September' },
  { value: 'ever', label: 'So far' },
] as const
type Span = (typeof SPANS)[number]['value']

/** Who has seen or changed what is kept of a child, and whether that record is whole. */
@customElement('vs-audit-page')
export class VsAuditPage extends DataPage<Acts> {
  @state() private kind: ActGroup | 'all' = 'all'
  @state() private which: Which | null = null
  @state() private span: Span = 'year'
  @state() private asked: Asked | null = null
  @state() private chain: Chain | null = null
  @state() private said = ''

  protected async load() {
    const acts = await askActs(this.kind, null)
    if (this.chain === null)
      void askChain().then(
        (chain) => (this.chain = chain),
        () => undefined,
      )
    return acts
  }

  protected draw(acts: Acts): TemplateResult {
    return html`${this.head(acts)} ${this.asking(acts)}
    ${this.asked ? this.ofChild(this.asked) : this.acts(acts)} ${this.foot()}`
  }

  private head(acts: Acts) {
    const { asked } = this
    const actions = acts.mayExport
      ? html`<vs-take-away .child=${this.asked?.child ?? null}></vs-take-away>`
      : nothing
    if (!asked) return pageHead({ sentence: actsSentence(acts), lead: READ_WORDS[acts.read], actions })
    const { before, after } = whoSentence(asked)
    const who = asked.child ? childName(asked.child.name) : 'this child'
    return pageHead({ sentence: html`${before}${who}${after}`, lead: whoLead(asked), actions })
  }

  private asking({ children }: Acts) {
    if (children === 'none') return nothing
    const again = html`<button class="button" type="button" @click=${() => this.leaveChild()}>
      Back to everything
    </button>`
    return html`<div class="audit-tools row no-print">
      <vs-child-asked ?byNumber=${children !== 'child'} @child-asked=${this.about}></vs-child-asked>
      ${
        this.asked
          ? html`${segments({
              name: 'span',
              label: 'From when on',
              choices: SPANS,
              value: this.span,
              onChoose: (span) => void this.ask(this.which, span as Span),
            })}
            ${again}`
          : nothing
      }
      ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}
    </div>`
  }

  private ofChild(asked: Asked) {
    if (asked.lines.length === 0)
      return emptyState({
        title: 'Nobody has opened anything of this child in that time.',
        text: 'Looks are kept from the first day on; choose a longer time to be sure.',
        isPage: true,
      })
    return html`<section class="card audit-people" aria-label="Who looked">${peopleTable(asked)}</section>
      <section class="card panel audit-list" aria-labelledby="moments">
        <div class="panel-head"><h2 id="moments">Moment by moment</h2></div>
        ${lineList(asked.lines, asked.on, { ofOneChild: true })}
        ${this.earlier(asked.next, () => this.earlierOfChild(asked))}
      </section>`
  }

  private acts(acts: Acts) {
    const kinds = segments({
      name: 'kind',
      label: 'What is listed',
      choices: KINDS,
      value: this.kind,
      onChoose: (kind) => void this.list(kind as ActGroup | 'all'),
    })
    return html`<section class="card panel audit-list" aria-labelledby="latest">
      <div class="panel-head">
        <h2 id="latest">Latest</h2>
        ${acts.read === 'technical' ? nothing : html`<div class="audit-kinds no-print">${kinds}</div>`}
      </div>
      ${
        acts.lines.length === 0
          ? html`<p class="quiet">Nothing of this kind is on record.</p>`
          : lineList(acts.lines, acts.on)
      }
      ${this.earlier(acts.next, () => this.earlierActs(acts))}
    </section>`
  }

  private earlier(next: number | null, ask: () => Promise<void>) {
    if (next === null) return nothing
    return html`<p class="no-print">
      <button class="button" type="button" @click=${() => void this.trying(ask)}>Show earlier ones</button>
    </p>`
  }

  private foot() {
    if (!this.chain) return nothing
    const { isWhole, said, more } = chainWords(this.chain)
    return html`<div class="audit-foot ${isWhole ? '' : 'audit-broken'}" role=${isWhole ? nothing : 'alert'}>
      ${statusMark(isWhole ? 'met' : 'breach', 16, isWhole ? '' : 'Changed')}
      <p><b>${said}</b> ${more}</p>
    </div>`
  }

  private readonly about = ({ detail: { which } }: CustomEvent<{ which: Which }>) => {
    if ('upn' in which && which.upn === '') this.said = 'Give the pupil number.'
    else void this.ask(which, this.span)
  }

  private since(span: Span, on: string): string | null {
    if (span === 'year') return null
    return span === 'ever' ? '2000-01-01' : dayOfNumber(dayNumber(on) - 6)
  }

  private async ask(which: Which | null, span: Span) {
    const on = this.data?.on
    if (which === null || on === undefined) return
    await this.trying(async () => {
      this.asked = await askChild(which, this.since(span, on), null)
      this.which = which
      this.span = span
      await this.updateComplete
      this.querySelector('h1')?.focus()
    })
  }

  private async earlierOfChild({ next, since, lines }: Asked) {
    if (!this.which || !this.asked) return
    const more = await askChild(this.which, since, next)
    this.asked = { ...this.asked, lines: [...lines, ...more.lines], next: more.next }
  }

  private async earlierActs({ next, lines }: Acts) {
    const more = await askActs(this.kind, next)
    this.data = { ...more, lines: [...lines, ...more.lines] }
    this.requestUpdate()
  }

  private async list(kind: ActGroup | 'all') {
    this.kind = kind
    await this.refresh()
  }

  private leaveChild() {
    this.asked = null
    this.which = null
    void this.refresh()
  }

  private async trying(work: () => Promise<void>) {
    this.said = ''
    try {
      await work()
    } catch (error) {
      this.said =
        error instanceof RefusedError && error.code === 'not-found'
          ? 'There is no child with this number.'
          : whyNot(error)
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-audit-page': VsAuditPage
  }
}
