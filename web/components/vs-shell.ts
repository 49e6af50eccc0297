import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Day } from '../days.ts'
import { barOf, BEFORE, isCurrent, isSeenAtADay, navigationOf, type NavigationItem } from './navigation.ts'
import { loadPreferences, NAMES_CHANGED, namesAreHidden } from './preferences.ts'
import { dayLine } from './day-line.ts'
import { LightElement } from './element.ts'
import { icon } from './icon.ts'
import { schoolMark } from './school-mark.ts'
import type { Suggestion } from './vs-search-box.ts'
import './vs-as-at.ts'
import './vs-person-menu.ts'
import type { ShellPerson } from './vs-person-menu.ts'
import './vs-preferences.ts'
import './vs-search-box.ts'
import './vs-toast.ts'

/** What stands around every page. */
export interface ShellFrame {
  school: string
  /** The day the pages are seen at, and the day it is. */
  on: Day
  today: Day
  /** School days of the academic year of `on`, in order. */
  schoolDays: readonly Day[]
  /** `Spring, week 10 of 11 · 10 school days left`. */
  place: string
  /** Invented children: said on every page and on paper. */
  isDemonstration?: boolean
  /** Where a demonstration stands on a day without school, in a sentence. */
  standsAt?: string
}

const MORE = 'more-pages'
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'))

/** Keys that work on every page, with the modifiers that keep them apart from typing. */
const isLockKey = ({ altKey, shiftKey, code }: KeyboardEvent) => altKey && shiftKey && code === 'KeyL'
const isNamesKey = ({ altKey, shiftKey, code }: KeyboardEvent) => altKey && shiftKey && code === 'KeyP'

/**
 * Skip link, school, search, person; the pages; the day line. The page itself is `content`. Tells `query`
 * {text} and `choose` {id, href} of the search box (answer with `found`), `as-at` {on}, and what the person's menu
 * and its keys ask for: `act-in`, `lock`, `blank-names`, `sign-out`.
 */
@customElement('vs-shell')
export class VsShell extends LightElement {
  @property({ attribute: false }) frame?: ShellFrame
  @property({ attribute: false }) person?: ShellPerson
  /** Ids of the pages that the role sees. */
  @property({ attribute: false }) pageIds: readonly string[] = []
  /** The screen locks within a minute unless somebody is here. */
  @property({ attribute: false }) locksSoon = false
  @property({ attribute: false }) found: readonly Suggestion[] = []
  @property({ attribute: false }) content: unknown = nothing
  @property() path = '/'
  /** Flags in the inbox that nobody has read yet; null where the role has no inbox. */
  @property({ attribute: false }) unread: number | null = null
  /** Begins what is kept up to date while this stands in the document; answers what ends it. */
  @property({ attribute: false }) whileShown: () => () => void = () => () => undefined
  @state() private choosing = false
  @state() private searching = false
  @state() private namesHidden = namesAreHidden()
  private endShown: () => void = () => undefined
  private readonly onKey = (event: KeyboardEvent) => this.key(event)
  private readonly onNames = () => (this.namesHidden = namesAreHidden())

  override connectedCallback() {
    super.connectedCallback()
    document.addEventListener('keydown', this.onKey)
    document.addEventListener(NAMES_CHANGED, this.onNames)
    this.onNames()
    this.endShown = this.whileShown()
  }

  override disconnectedCallback() {
    this.endShown()
    document.removeEventListener('keydown', this.onKey)
    document.removeEventListener(NAMES_CHANGED, this.onNames)
    super.disconnectedCallback()
  }

  protected override render() {
    const { frame } = this
    return html`<a class="skip" href="#main" @click=${(event: Event) => this.skip(event)}>To the page</a>
      <div role="status">${this.namesHidden ? this.hiddenStrip() : nothing}</div>
      <div role="alert">${this.locksSoon ? lockStrip : nothing}</div>
      <header>
        ${
          frame?.isDemonstration
            ? html`<p class="demonstration">
                <b>Demonstration: invented children.</b> Nothing here is about a real child, adult or school.
                ${frame.standsAt ?? nothing}
              </p>`
            : nothing
        }
        <div class="shell-head">
          <div class="shell-row">
            ${this.brand(frame)} ${this.canSearch ? this.searchBox() : nothing} ${this.who()}
          </div>
          ${this.pages()}
        </div>
        ${frame && isSeenAtADay(this.pageIds) ? this.dayRow(frame) : nothing}
      </header>
      <main id="main" class="page" tabindex="-1">${this.content}</main>
      <footer class="shell-foot small">
        ${
          this.pageIds.includes('cohort')
            ? html`<p>A number underlined with dots opens what it counts.</p>`
            : nothing
        }
        ${this.pageIds.includes('rules') ? html`<p><a href="/rules">Rules and sources</a></p>` : nothing}
        ${this.pageIds.includes('access') ? html`<p><a href="/access">Who sees what</a></p>` : nothing}
        <p>
          <button class="link" type="button" @click=${() => (this.choosing = true)}>
            Keyboard and display
          </button>
        </p>
        ${frame?.isDemonstration ? html`<p class="foot-end">Invented sample data</p>` : nothing}
      </footer>
      ${this.bar()}
      <vs-toast></vs-toast>
      <vs-preferences
        ?open=${this.choosing}
        ?names-hidden=${this.namesHidden}
        @close=${() => (this.choosing = false)}
      ></vs-preferences>`
  }

  private brand(frame: ShellFrame | undefined) {
    const school = this.person?.schools.find(({ current }) => current)?.name
    return html`<a class="brand" href="/"
      >${schoolMark()}<span
        ><b>${frame?.school ?? school ?? 'Virtual School'}</b
        ><span class="caption">Virtual School dashboard</span></span
      ></a
    >`
  }

  private hiddenStrip() {
    return html`<p class="privacy-strip">
      <b>Names are hidden</b> on this screen and on paper.
      <button class="link" type="button" @click=${() => this.tell('blank-names', {})}>Show</button>
    </p>`
  }

  /** Search names children: only roles that see more than a class of their own have it. */
  private get canSearch() {
    return this.pageIds.includes('today') || this.pageIds.includes('cohort')
  }

  private searchBox() {
    return html`<button
        class="icon-button search-open"
        type="button"
        aria-expanded=${this.searching}
        @click=${() => this.openSearch()}
      >
        ${icon('search', 20)}<span class="hidden">Find a child</span>
      </button>
      <vs-search-box
        class=${this.searching ? 'search-shown' : ''}
        shortcut="/"
        .suggestions=${this.found}
        @choose=${() => (this.searching = false)}
      ></vs-search-box>`
  }

  private who() {
    return html`<vs-person-menu .person=${this.person} ?names-hidden=${this.namesHidden}></vs-person-menu>`
  }

  private pages() {
    return html`<nav class="shell-pages" aria-label="Pages">
      <ul>
        ${navigationOf(this.pageIds).map((item) => html`<li>${this.link(item)}</li>`)}
      </ul>
      ${
        this.pageIds.includes(BEFORE.id)
          ? html`<a class="before-button" href=${BEFORE.href} aria-current=${this.current(BEFORE)}
              >${icon(BEFORE.icon, 20)} ${BEFORE.label}</a
            >`
          : nothing
      }
    </nav>`
  }

  private current(item: NavigationItem) {
    return isCurrent(item, this.path) ? 'page' : nothing
  }

  private link(item: NavigationItem, drawing: unknown = nothing) {
    return html`<a href=${item.href} aria-current=${this.current(item)}
      >${drawing} <span>${item.label}${item.id === 'inbox' ? this.unreadCount() : nothing}</span></a
    >`
  }

  private unreadCount() {
    if (!this.unread) return nothing
    return html` <b class="unread">${this.unread}<span class="hidden"> not read yet</span></b>`
  }

  private dayRow({ on, today, schoolDays, place }: ShellFrame) {
    return html`<div class="day-row ${on === today ? '' : 'day-row-other'}">
      <div class="day-row-inside">
        ${dayLine(schoolDays, on)}
        <p class="day-place">${place}</p>
        <vs-as-at .on=${on} .today=${today}></vs-as-at>
      </div>
    </div>`
  }

  private bar() {
    const { inBar, others } = barOf(this.pageIds)
    const isMore = others.some((item) => isCurrent(item, this.path))
    return html`<nav class="bar" aria-label="Pages, short">
      <ul>
        ${inBar.map((item) => html`<li>${this.link(item, icon(item.icon, 24))}</li>`)}
        <li>
          <button type="button" popovertarget=${MORE} class=${isMore ? 'is-current' : ''}>
            ${icon('more', 24)} More
          </button>
        </li>
      </ul>
      <ul
        class="popover more"
        id=${MORE}
        popover
        @click=${() => document.getElementById(MORE)?.hidePopover()}
      >
        ${others.map((item) => html`<li>${this.link(item)}</li>`)}
        <li>
          <button class="link" type="button" @click=${() => (this.choosing = true)}>
            Keyboard and display
          </button>
        </li>
      </ul>
    </nav>`
  }

  private skip(event: Event) {
    event.preventDefault()
    this.querySelector<HTMLElement>('#main')?.focus()
  }

  private async openSearch() {
    this.searching = !this.searching
    await this.updateComplete
    if (this.searching) this.querySelector('vs-search-box')?.focusBox()
  }

  private key(event: KeyboardEvent) {
    if (!isLockKey(event) && !isNamesKey(event)) return this.goToSearch(event)
    event.preventDefault()
    this.tell(isLockKey(event) ? 'lock' : 'blank-names', {})
  }

  private goToSearch(event: KeyboardEvent) {
    const isPlain = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey
    if (!isPlain || isTyping(event.target) || document.querySelector('dialog[open]')) return
    if (loadPreferences().keys === 'off' || !this.canSearch) return
    event.preventDefault()
    this.searching = true
    void this.updateComplete.then(() => this.querySelector('vs-search-box')?.focusBox())
  }
}

const lockStrip = html`<p class="lock-strip">
  <b>This screen locks in one minute</b>, because nobody has used it. Press any key to stay.
</p>`

declare global {
  interface HTMLElementTagNameMap {
    'vs-shell': VsShell
  }
}
