import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { api, type Today } from '../api.ts'
import type { AlertAnswer } from '../components/alert-answer.ts'
import { childLink } from '../components/child-name.ts'
import { emptyState } from '../components/empty-state.ts'
import { alertGroup } from '../components/group-head.ts'
import { pageHead } from '../components/page-head.ts'
import { tenDays, type DayItem } from '../components/ten-days.ts'
import '../components/vs-alert-card.ts'
import '../components/vs-alert-group-card.ts'
import { count, list, longDay, sentence } from '../format.ts'
import { navigate } from '../router.ts'
import { answerAlert } from './answer-alert.ts'
import { DataPage } from './data-page.ts'
import { openRecordForm } from './record-form.ts'
import { alertViewOf, cardId, groupViewOf, type Card } from './today/card-view.ts'
import { dueToday, todayLead, todaySentence } from './today/sentences.ts'

type Group = keyof Today['groups']
type CardGroup = Today['groups'][Group][number]

/** How many cards of a group are shown before "Show more". */
const FIRST = { breach: 6, due: 6, watch: 4 } as const

const GROUPS = [
  {
    key: 'breach',
    word: 'Broken',
    say: 'The day has passed. Do it if it can still be done, then say what happened. Any true answer closes it.',
  },
  { key: 'due', word: 'Due', say: 'Within ten school days, soonest first.' },
  { key: 'watch', word: 'Watch', say: 'No duty yet. A conversation now may keep it that way.' },
] as const satisfies readonly { key: Group; word: string; say: string }[]

const AREAS: Readonly<Record<string, string>> = {
  pep: 'PEPs',
  suspension: 'Suspensions',
  attendance: 'Attendance',
  care: 'Care status',
}

/** What must be done before Friday: broken, due within ten school days, to be watched, and not known. */
@customElement('vs-today-page')
export class VsTodayPage extends DataPage<Today> {
  @state() private open: ReadonlySet<Group> = new Set()
  @state() private refusal = ''

  protected load(on: string | null) {
    return api.today(on)
  }

  protected draw(today: Today): TemplateResult {
    const { counts, groups } = today
    const isToday = GROUPS.some(({ key }) =>
      groups[key].some(({ cards }) => cards.some((card) => card.alertId !== null)),
    )
    const nothingOpen = counts.breach + counts.due + counts.watch === 0
    return html`${pageHead({
        sentence: todaySentence(counts, dueToday(today), today.horizon),
        lead: html`${todayLead(counts)} ${this.dayNote(today)}`,
        actions: html`<button class="button" type="button" @click=${() => window.print()}>
          Print my week
        </button>`,
      })}
      ${this.refusal ? html`<p class="error-text" role="alert">${this.refusal}</p>` : nothing}
      ${this.strip(today)} ${nothingOpen && counts.noData === 0 ? this.nothingToDo() : nothing}
      <div
        class="alert-groups"
        @act=${(event: CustomEvent<{ alertId: string }>) => this.act(event.detail.alertId)}
        @answer=${(event: CustomEvent<AlertAnswer>) => void this.answer(event.detail)}
      >
        ${GROUPS.map(({ key, word, say }) => this.group(groups[key], { key, word, say, isToday, today }))}
      </div>
      ${this.unknown(today)}`
  }

  private dayNote({ on, evaluatesOn }: Today) {
    return evaluatesOn === on
      ? nothing
      : html`There is no school on ${longDay(on)}: this is ${longDay(evaluatesOn)}, the last school day.`
  }

  private strip(today: Today) {
    const item = ({ status, title, children, ruleId }: Today['days'][number]['items'][number]): DayItem => ({
      status,
      title: children.length === 1 ? (children[0]?.name ?? '') : count(children.length, 'child', 'children'),
      note: title,
      href: `#${this.anchorOf(today, ruleId, children[0]?.id)}`,
    })
    const broken = today.groups.breach[0]?.cards[0]
    return tenDays({
      today: today.evaluatesOn,
      before: {
        count: today.counts.breach,
        items: today.before.map(({ area, count: size }) => ({
          status: 'breach' as const,
          title: AREAS[area] ?? sentence(area),
          note: `${size} broken`,
          href: broken ? `#alert-${cardId(broken)}` : '#',
        })),
      },
      days: today.days.map(({ on, items }) => ({ on, items: items.map(item) })),
      note: 'School days only.',
    })
  }

  private anchorOf({ groups }: Today, ruleId: string, childId: string | undefined) {
    const group = groups.due.find(({ cards }) =>
      cards.some((card) => card.ruleId === ruleId && card.child.id === childId),
    )
    const [first] = group?.cards ?? []
    if (!group || !first) return ''
    return group.cards.length > 1 ? `alert-group-${cardId(first)}` : `alert-${cardId(first)}`
  }

  private group(
    all: readonly CardGroup[],
    of: { key: Group; word: string; say: string; isToday: boolean; today: Today },
  ) {
    if (all.length === 0) return nothing
    const shown = this.open.has(of.key) ? all : all.slice(0, FIRST[of.key])
    const hidden = all.slice(shown.length)
    const cards = repeat(
      shown,
      ({ key }) => key,
      ({ title, cards: some }, at) =>
        this.card(title, some, {
          solid: at === 0 && of.key !== 'watch',
          isToday: of.isToday,
          on: of.today.on,
        }),
    )
    return alertGroup(
      { id: `group-${of.key}`, count: of.today.counts[of.key], status: of.key, word: of.word, say: of.say },
      cards,
      hidden.length > 0
        ? html`<button
              class="link"
              type="button"
              @click=${() => (this.open = new Set([...this.open, of.key]))}
            >
              Show ${hidden.length} more
            </button>
            <span class="small quiet">${this.namesOf(hidden)}</span>`
        : undefined,
    )
  }

  private namesOf(groups: readonly CardGroup[]) {
    const names = [
      ...new Set(groups.flatMap(({ cards }) => cards.map(({ child }) => child.name.split(' ')[0] ?? ''))),
    ]
    return names.length > 8 ? `${names.slice(0, 8).join(', ')} and others` : list(names)
  }

  private card(title: string, cards: readonly Card[], how: { solid: boolean; isToday: boolean; on: string }) {
    const [first] = cards
    if (!first) return nothing
    return cards.length > 1
      ? html`<vs-alert-group-card .group=${groupViewOf(title, cards)}></vs-alert-group-card>`
      : html`<vs-alert-card .alert=${alertViewOf(first, how)} on=${how.on}></vs-alert-card>`
  }

  private nothingToDo() {
    return emptyState({
      title: 'Nothing is broken, due or to be watched',
      text: 'That is a true zero for what has been recorded and brought in. It says nothing of what nobody told us.',
      actions: html`<a class="button" href="/import">Bring files in</a> <a href="/cohort">See the cohort</a>`,
    })
  }

  private unknown({ unknown }: Today) {
    if (unknown.length === 0) return nothing
    return html`<section class="card not-known" aria-labelledby="not-known">
      <h2 id="not-known">Not known</h2>
      <p class="small quiet">Nobody has told us, so none of these counts as met.</p>
      <ul class="plain">
        ${unknown.map(
          ({ title, ask, reasons }) =>
            html`<li>
              <h3>${title}</h3>
              ${reasons.map(
                ({ message, children }) =>
                  html`<p>
                    ${message}
                    <span class="small quiet"
                      >${children.slice(0, 12).map((child, at) => html`${at > 0 ? ', ' : ''}${childLink(child)}`)}${
                        children.length > 12 ? ` and ${children.length - 12} more` : ''
                      }</span
                    >
                  </p>`,
              )}
              <p class="small">${ask}</p>
            </li>`,
        )}
      </ul>
    </section>`
  }

  private find(id: string): Card | undefined {
    return GROUPS.flatMap(({ key }) => this.data?.groups[key] ?? [])
      .flatMap(({ cards }) => cards)
      .find((card) => cardId(card) === id)
  }

  private act(id: string) {
    const card = this.find(id)
    if (!card) return
    const { action, child } = card
    const form = action.record?.kind ?? action.form
    if (!form) {
      void navigate(`/child/${child.id}`)
      return
    }
    openRecordForm({
      kind: form,
      childId: form === 'term-date' ? null : child.id,
      childName: child.name,
      ...(action.record ? { recordId: action.record.id } : {}),
      prefill: action.prefill,
      onSaved: () => void this.refresh(),
    })
  }

  private async answer(answer: AlertAnswer) {
    const card = this.find(answer.alertId)
    if (!card?.alertId || card.version === null) return
    this.refusal = ''
    await answerAlert({ alertId: card.alertId, version: card.version }, answer, {
      onDone: () => void this.refresh(),
      onRefused: (text) => (this.refusal = text),
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-today-page': VsTodayPage
  }
}
