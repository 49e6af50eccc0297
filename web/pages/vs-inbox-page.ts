import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { ask, serverInstant, type InboxItem } from '../api.ts'
import { childName, freeText } from '../components/child-name.ts'
import { emptyState } from '../components/empty-state.ts'
import { pageHead } from '../components/page-head.ts'
import '../components/vs-dialog.ts'
import { showToast } from '../components/vs-toast.ts'
import { followNews, watchNews } from '../news.ts'
import { whoIsIn } from '../signed-in.ts'
import { DataPage } from './data-page.ts'
import { decidedList } from './inbox/decided-list.ts'
import { cardIdOf, inboxCard } from './inbox/inbox-card.ts'
import { inboxSentence, newsWords } from './inbox/sentences.ts'
import { stillInbox, type Arranged, type Place } from './inbox/still-inbox.ts'
import './inbox/vs-advice.ts'

interface Inbox {
  readonly items: readonly InboxItem[]
  /** Minutes from flag to the first reading, in the middle of those read; null before the first. */
  readonly median: number | null
}

const REDRAW_EVERY = 15_000

/** Children about to be suspended, newest first, for the Virtual School that looks after them. */
@customElement('vs-inbox-page')
export class VsInboxPage extends DataPage<Inbox> {
  @state() private advising: string | null = null
  @state() private busy: string | null = null
  @state() private said: ReadonlyMap<string, string> = new Map()
  @state() private news = ''
  @state() private isCutOff = false
  private arranged: Arranged = { placed: [], held: [], isStale: false }
  private readonly drafts = new Map<string, string>()
  private readonly announced = new Set<string>()
  private sendingKey = ''
  private ends: readonly (() => void)[] = []

  override connectedCallback() {
    // News first, so that what changes after the inbox was read is news.
    const redraw = setInterval(() => this.requestUpdate(), REDRAW_EVERY)
    this.ends = [
      watchNews(() => void this.refresh()),
      followNews((news) => (this.isCutOff = news === null)),
      () => clearInterval(redraw),
    ]
    super.connectedCallback()
  }

  override disconnectedCallback() {
    for (const end of this.ends) end()
    super.disconnectedCallback()
  }

  protected async load(): Promise<Inbox> {
    const isFirst = this.data === undefined
    try {
      const inbox = await ask<Inbox>('GET', 'inbox')
      this.arrange(inbox.items)
      const came = inbox.items.filter(({ id, state }) => state === 'open' && !this.announced.has(id))
      for (const { id } of inbox.items) this.announced.add(id)
      if (!isFirst && came.length > 0) this.news = newsWords(came)
      return inbox
    } catch (error) {
      // What is shown stays; that it may be old is said above it.
      if (this.data === undefined) throw error
      this.isCutOff = true
      return this.data
    }
  }

  private arrange(items: readonly InboxItem[], isInUse = this.isInUse) {
    this.arranged = stillInbox(this.arranged.placed, items, isInUse)
  }

  /** The pointer or the focus is in the list, or something is written about one of it. */
  private get isInUse() {
    const lists = this.querySelector('.inbox-lists')
    return (
      this.advising !== null ||
      lists?.matches(':hover') === true ||
      lists?.contains(document.activeElement) === true
    )
  }

  /** Once the list is left, what came or was decided meanwhile takes its place. */
  private readonly settle = () => {
    if (!this.data || !this.arranged.isStale || this.isInUse) return
    this.arrange(this.data.items)
    this.requestUpdate()
  }

  private showHeld() {
    if (!this.data) return
    const [first] = this.arranged.held
    this.arrange(this.data.items, false)
    this.requestUpdate()
    if (first) void this.updateComplete.then(() => this.focusCard(first.id))
  }

  private focusCard(id: string) {
    const card = document.getElementById(cardIdOf({ id }))
    card?.scrollIntoView({ block: 'nearest' })
    card?.focus({ preventScroll: true })
  }

  protected draw(inbox: Inbox): TemplateResult {
    const now = serverInstant() ?? ''
    const { placed } = this.arranged
    const open = placed.filter(({ item }) => item.state === 'open').map(({ item }) => item)
    const isEmpty = this.at('open').length === 0
    return html`${this.head(open, now)}
      <div role="status">
        ${
          this.isCutOff
            ? html`<p class="inbox-cut-off">
                <b>The server cannot be reached</b>, so a new flag would not show here. We keep trying; until
                then the telephone is quicker.
              </p>`
            : nothing
        }
        <span class="hidden">${this.news}</span>
      </div>
      <div class="inbox-lists" @pointerleave=${this.settle} @focusout=${() => setTimeout(this.settle)}>
        <div class="inbox-held no-print">${this.heldBack()}</div>
        <div class="stack-wide">${isEmpty ? this.nobody() : this.open(now)} ${this.decided(inbox, now)}</div>
      </div>
      ${this.adviceDialog()}`
  }

  private head(open: readonly InboxItem[], now: string) {
    const { first, waiting, rest } = inboxSentence(open, now)
    return pageHead({
      sentence: html`${first} ${waiting ? html`${childName(waiting.name)}’s school ${waiting.words}` : rest}`,
      lead:
        open.length > 0
          ? 'Nothing is decided yet: a call now can keep a child in school. Newest first.'
          : undefined,
    })
  }

  private heldBack() {
    const { length } = this.arranged.held
    if (length === 0) return nothing
    return html`<button class="button button-solid" type="button" @click=${() => this.showHeld()}>
      ${length === 1 ? 'One new flag: show it' : `${length} new flags: show them`}
    </button>`
  }

  private nobody() {
    return emptyState({
      title: 'Nothing waits for you',
      text: 'As soon as a school opens “Before you suspend” for a child you look after, it stands here within seconds, with what is considered and the number to ring. You also get a mail, without the child’s name.',
      isPage: true,
    })
  }

  /** The items that stand in one of the two lists, whatever became of them meanwhile. */
  private at(list: Place): readonly InboxItem[] {
    return this.arranged.placed.filter(({ place }) => place === list).map(({ item }) => item)
  }

  /** The school acted at, whose children have a page that opens. */
  private get schoolId() {
    return whoIsIn()?.schools.find(({ current }) => current)?.id ?? null
  }

  private open(now: string) {
    const { schoolId } = this
    return html`<section aria-labelledby="inbox-open">
      <h2 class="hidden" id="inbox-open">Not decided yet</h2>
      <ul class="inbox-list">
        ${repeat(
          this.at('open'),
          ({ id }) => id,
          (item) =>
            html`<li>
              ${inboxCard(item, {
                now,
                schoolId,
                isBusy: this.busy === item.id,
                said: this.said.get(item.id) ?? '',
                onRead: () => void this.read(item),
                onAdvise: () => this.openAdvice(item),
              })}
            </li>`,
        )}
      </ul>
    </section>`
  }

  private decided({ items, median }: Inbox, now: string) {
    const reading = { median, of: items.filter(({ read }) => read !== null).length }
    return decidedList(this.at('decided'), reading, { now, schoolId: this.schoolId })
  }

  private adviceDialog() {
    const item = this.data?.items.find(({ id }) => id === this.advising)
    return html`<vs-dialog
      .open=${item !== undefined}
      .heading=${item ? html`Advice on ${childName(item.child.name)}` : ''}
      .content=${item ? this.adviceForm(item) : nothing}
      @close=${() => this.closeAdvice()}
    ></vs-dialog>`
  }

  private adviceForm(item: InboxItem) {
    return html`<p class="quiet inbox-about">${item.school.name}: ${freeText(item.words)}</p>
      <vs-advice
        .words=${this.drafts.get(item.id) ?? ''}
        .alsoReads=${item.read === null}
        .isBusy=${this.busy === item.id}
        .said=${this.said.get(item.id) ?? ''}
        @kept=${({ detail }: CustomEvent<{ words: string }>) => this.drafts.set(item.id, detail.words)}
        @advise=${({ detail }: CustomEvent<{ words: string }>) => void this.advise(item, detail.words)}
        @give-up=${() => this.closeAdvice()}
      ></vs-advice>`
  }

  private openAdvice({ id }: InboxItem) {
    this.advising = id
    // A second sending of the same words is no second advice.
    this.sendingKey = crypto.randomUUID()
  }

  private closeAdvice() {
    this.advising = null
    void this.updateComplete.then(this.settle)
  }

  private async read(item: InboxItem) {
    if (!(await this.send(item, 'read', {}))) return
    showToast({ text: 'The school sees that you have read it.' })
    await this.updateComplete
    this.focusCard(item.id)
  }

  private async advise(item: InboxItem, words: string) {
    if (!(await this.send(item, 'advice', { words }, this.sendingKey))) return
    this.drafts.delete(item.id)
    this.closeAdvice()
    showToast({ text: 'Sent. It stands on the school’s page.' })
  }

  /** Sends an act once, and shows what became of the item; what was refused stands on its card. */
  private async send(item: InboxItem, act: 'read' | 'advice', json: unknown, key?: string): Promise<boolean> {
    if (this.busy !== null) return false
    this.busy = item.id
    this.say(item.id, '')
    try {
      const { item: now } = await ask<{ item: InboxItem }>(
        'POST',
        `inbox/${item.id}/${act}`,
        json,
        undefined,
        key,
      )
      if (this.data) {
        const items = this.data.items.map((one) => (one.id === now.id ? now : one))
        this.data = { ...this.data, items }
        this.arrange(items, true)
      }
      return true
    } catch (error) {
      this.say(item.id, error instanceof Error ? error.message : 'This could not be sent. Try again.')
      return false
    } finally {
      this.busy = null
      void this.refresh()
    }
  }

  private say(id: string, words: string) {
    const said = new Map(this.said)
    if (words) said.set(id, words)
    else said.delete(id)
    this.said = said
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-inbox-page': VsInboxPage
  }
}
