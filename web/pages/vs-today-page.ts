import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { api, type Today } from '../api.ts'
import type { AlertAnswer } from '../components/alert-answer.ts'
import { emptyState } from '../components/empty-state.ts'
import { pageHead } from '../components/page-head.ts'
import { count, longDay } from '../format.ts'
import { navigate } from '../router.ts'
import { answerAlert } from './answer-alert.ts'
import { DataPage } from './data-page.ts'
import { alertCards, GROUPS } from './today/alert-cards.ts'
import { cardId, type Card, type Settled } from './today/card-view.ts'
import { schoolDays } from './today/school-days.ts'
import { dueToday, todayLead, todaySentence } from './today/sentences.ts'
import { stillList, type CardGroup, type Group } from './today/still-list.ts'
import { notKnown } from './today/not-known.ts'

interface Shown extends Today {
  /** Children of the school; asked only when nothing is open. */
  children: number | null
}

type EventOf = CustomEvent<{ alertId: string }>

const addChildByForm = async () => (await import('./record-form.ts')).addChild()

/** What must be done before Friday: broken, due within ten school days, to be watched, and not known. */
@customElement('vs-today-page')
export class VsTodayPage extends DataPage<Shown> {
  @state() private open: ReadonlySet<Group> = new Set()
  @state() private refusal = ''
  private lists: Record<Group, readonly CardGroup[]> = { breach: [], due: [], watch: [] }
  private mayAdd = false
  private readonly settled = new Map<string, Settled & { undo?: () => Promise<void> }>()

  protected async load(on: string | null): Promise<Shown> {
    const today = await api.today(on)
    const still = new Set(this.settled.keys())
    for (const { key } of GROUPS) this.lists[key] = stillList(this.lists[key], today.groups[key], still)
    const { breach, due, watch, noData } = today.counts
    const children = breach + due + watch + noData > 0 ? null : await this.childrenAt(on)
    return { ...today, children }
  }

  private async childrenAt(on: string | null) {
    const [school, { kinds }] = await Promise.all([api.school(on), api.kinds()])
    this.mayAdd = kinds.some(({ kind, writable }) => kind === 'child' && writable)
    return school.setUp ? (school.counts?.onRoll ?? 0) : 0
  }

  protected draw(today: Shown): TemplateResult {
    const { counts, groups, children } = today
    if (children === 0) return this.nobody()
    const canAnswer = this.canAnswer(today)
    const openIds = new Set(
      Object.values(groups).flatMap((all) => all.flatMap(({ cards }) => cards.map(cardId))),
    )
    const settledOf = (id: string) => (openIds.has(id) ? undefined : this.settled.get(id))
    return html`${pageHead({
        sentence: todaySentence(counts, dueToday(today), today.horizon),
        lead: html`${todayLead(counts)} ${this.dayNote(today, canAnswer)}`,
        actions: html`<button class="button" type="button" @click=${() => window.print()}>
          Print my week
        </button>`,
      })}
      ${this.refusal ? html`<p class="error-text" role="alert">${this.refusal}</p>` : nothing}
      <div @click=${(event: MouseEvent) => void this.jump(event)}>${schoolDays(today)}</div>
      ${children === null ? nothing : this.nothingOpen(children)}
      <div
        @act=${({ detail }: EventOf) => void this.act(detail.alertId)}
        @answer=${({ detail }: CustomEvent<AlertAnswer>) => void this.answer(detail)}
        @undo=${({ detail }: EventOf) => void this.settled.get(detail.alertId)?.undo?.()}
      >
        ${GROUPS.map((group) =>
          alertCards(group, this.lists[group.key], {
            count: counts[group.key],
            on: today.on,
            isOpen: this.open.has(group.key),
            showAll: () => void this.showAll(group.key),
            isToday: canAnswer,
            settledOf,
          }),
        )}
      </div>
      ${notKnown(today)}`
  }

  private canAnswer({ groups }: Today) {
    return Object.values(groups).some((all) =>
      all.some(({ cards }) => cards.some(({ alertId }) => alertId !== null)),
    )
  }

  private dayNote({ on, evaluatesOn, counts }: Today, canAnswer: boolean) {
    if (evaluatesOn !== on)
      return html`There is no school on ${longDay(on)}: this is ${longDay(evaluatesOn)}, the last school day.`
    return canAnswer || counts.breach + counts.due + counts.watch === 0
      ? nothing
      : html`Seen as at another day: something can be recorded, but nothing answered.`
  }

  private nobody() {
    return html`${pageHead({ sentence: 'No child is known yet.' })}
    ${emptyState({
      title: 'Nothing can be due yet',
      isPage: true,
      text: 'That is not a zero: nobody has told us of a child. Bring in the files your school already has.',
      actions: html`<a class="button button-solid" href="/import">Bring files in</a> ${
          this.mayAdd
            ? html`<button class="link" type="button" @click=${() => void addChildByForm()}>
                Add one child by form
              </button>`
            : nothing
        }`,
    })}`
  }

  private nothingOpen(children: number) {
    return emptyState({
      title: 'Nothing is broken, due or to be watched',
      isPage: true,
      text: `That is a true zero for ${count(children, 'child', 'children')} on roll, from what has been recorded and brought in.`,
      actions: html`<a class="button" href="/cohort">See the cohort</a>`,
    })
  }

  private async showAll(group: Group) {
    const hidden = this.querySelector(`[data-group="${group}"] .later .alert`)
    this.open = new Set([...this.open, group])
    await this.updateComplete
    if (hidden instanceof HTMLElement) hidden.focus()
  }

  /** A mark of the day line leads to its card, also when that one is not shown yet. */
  private async jump(event: MouseEvent) {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null
    const place = link && document.getElementById(link.hash.slice(1))
    if (!place) return
    event.preventDefault()
    const { group } = place.closest<HTMLElement>('[data-group]')?.dataset ?? {}
    const known = GROUPS.find(({ key }) => key === group)
    if (known && place.closest('.later')) this.open = new Set([...this.open, known.key])
    await this.updateComplete
    place.scrollIntoView()
    place.focus({ preventScroll: true })
  }

  private find(id: string): Card | undefined {
    return Object.values(this.lists)
      .flatMap((groups) => groups.flatMap(({ cards }) => cards))
      .find((card) => cardId(card) === id)
  }

  private async act(id: string) {
    const card = this.find(id)
    if (!card) return
    const { action, child } = card
    const form = action.record?.kind ?? action.form
    if (!form) return navigate(`/child/${child.id}`)
    // Not needed to read the page, so that it comes when it is asked for.
    const { openRecordForm } = await import('./record-form.ts')
    openRecordForm({
      kind: form,
      childId: form === 'term-date' ? null : child.id,
      childName: child.name,
      ...(action.record ? { recordId: action.record.id } : {}),
      prefill: action.prefill,
      onSaved: () => void this.settle(id, { said: 'Recorded. That closes it.', canUndo: false }),
    })
  }

  private async answer(answer: AlertAnswer) {
    const card = this.find(answer.alertId)
    if (!card?.alertId || card.version === null) return
    const id = answer.alertId
    this.refusal = ''
    await answerAlert({ alertId: card.alertId, version: card.version }, answer, {
      onDone: (answered) =>
        void this.settle(id, answered && { said: answered.said, canUndo: true, undo: answered.undo }),
      onRefused: (text) => (this.refusal = text),
    })
  }

  /** What was done with a card stays to be read in its place; the focus stays there too. */
  private async settle(id: string, settled: (Settled & { undo?: () => Promise<void> }) | undefined) {
    if (settled) this.settled.set(id, settled)
    await this.refresh()
    if (!settled) this.settled.delete(id)
    await this.updateComplete
    await new Promise(requestAnimationFrame)
    document.getElementById(`alert-${id}`)?.focus({ preventScroll: true })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-today-page': VsTodayPage
  }
}
