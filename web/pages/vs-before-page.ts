import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import {
  api,
  serverDay,
  serverInstant,
  type BeforePage,
  type ConsiderationView,
  type ContactStep,
} from '../api.ts'
import { pageHead } from '../components/page-head.ts'
import { showToast } from '../components/vs-toast.ts'
import { timeOf } from '../format.ts'
import { watchNews } from '../news.ts'
import { calls, draftCalls, whyNot } from './before/calls.ts'
import { openColumns, overColumns } from './before/columns.ts'
import { changeBetween, totalsSaid, type Change } from './before/consequences.ts'
import type { ContactsShown } from './before/contacts.ts'
import type { Deciding } from './before/decision.ts'
import type { DraftDesk } from './before/draft-desk.ts'
import { DraftKeeper } from './before/draft-keeper.ts'
import { paper } from './before/paper.ts'
import './before/vs-deciding.ts'
import type { Ringing } from './before/vs-rung.ts'
import { minuteInEngland } from '../instants.ts'
import { lengthWords, withName } from './before/words.ts'
import { DataPage } from './data-page.ts'
import { mayKeep } from './child/records.ts'
import { chosenDay } from '../router.ts'
import { openRecordForm } from './record-form.ts'

/** What could not be sent yet, by child: whoever opens the page again in this tab finds it, and it is tried again. */
const unsent = new Map<string, DraftKeeper>()

/** The button says what time it is; that is looked at so often, in milliseconds. */
const LOOK_AT_CLOCK = 10_000

const now = (): string | null => {
  const instant = serverInstant()
  return instant === null ? null : timeOf(minuteInEngland(instant))
}

/** One child, before a decision: whom to ring, what happened, what a length would set off, and the decision. */
@customElement('vs-before-page')
export class VsBeforePage extends DataPage<BeforePage> {
  @property({ attribute: 'child-id' }) childId = ''
  @state() private deciding: Deciding | null = null
  @state() private said = ''
  @state() private allReasons = false
  @state() private moreWeeks = 0
  @state() private change: Change | null = null
  @state() private savedAt: string | null = null
  @state() private mayRecord = false
  private keeper: DraftKeeper | undefined
  private compared: Parameters<typeof changeBetween>[0] = null
  private endNews: (() => void) | undefined
  private clock: ReturnType<typeof setInterval> | undefined
  private readonly onLeaving = (event: BeforeUnloadEvent) => {
    if (this.keeper?.isUnsaved) event.preventDefault()
  }

  override connectedCallback() {
    super.connectedCallback()
    this.endNews = watchNews(() => void this.lookAgain())
    this.clock = setInterval(() => this.requestUpdate(), LOOK_AT_CLOCK)
    addEventListener('beforeunload', this.onLeaving)
  }

  override disconnectedCallback() {
    this.endNews?.()
    clearInterval(this.clock)
    removeEventListener('beforeunload', this.onLeaving)
    const { keeper } = this
    if (keeper?.isUnsaved) {
      unsent.set(this.childId, keeper)
      void keeper.flush().then((isSent) => isSent && unsent.delete(this.childId))
    }
    super.disconnectedCallback()
  }

  protected async load(): Promise<BeforePage> {
    const page = await calls.page(this.childId)
    if (!this.keeper) {
      const changed = () => this.changed()
      this.keeper = unsent.get(this.childId)
      this.keeper?.tell(changed)
      this.keeper ??= new DraftKeeper(draftCalls(this.childId), changed, page.considering, page.consequences)
      void api.kinds().then(({ kinds }) => (this.mayRecord = mayKeep(kinds, 'intervention')))
    }
    this.keeper.take(page.considering, page.consequences)
    this.compare()
    return page
  }

  /** Asks again without taking anything away; what stands is kept when the answer does not come. */
  private async lookAgain() {
    const page = await calls.page(this.childId).catch(() => undefined)
    if (!page) return
    this.keeper?.take(page.considering, page.consequences)
    this.data = page
    this.compare()
    this.requestUpdate()
  }

  private changed() {
    const { keeper } = this
    if (keeper?.saving === 'saved') {
      this.savedAt = now()
      if (!keeper.isUnsaved) unsent.delete(this.childId)
    }
    this.compare()
    this.requestUpdate()
  }

  /** Marks what the newest answer brought that the one before had not. */
  private compare() {
    const { keeper } = this
    if (!keeper || this.compared?.consequences === keeper.consequences) return
    const next = { words: lengthWords(keeper.stored), consequences: keeper.consequences }
    if (this.compared?.words !== next.words) this.change = changeBetween(this.compared, next)
    this.compared = next
  }

  protected draw(given: BeforePage): TemplateResult {
    const { keeper } = this
    const answered = this.data ?? given
    if (!keeper) return html`${nothing}`
    const { schoolDays } = answered
    // A day that has passed cannot be the first: nothing begins before it is decided.
    const today = (serverDay() as BeforePage['today'] | null) ?? answered.today
    const page: BeforePage = {
      ...answered,
      today,
      considering: keeper.view,
      schoolDays: schoolDays.filter((day) => day >= today),
    }
    const { child } = page
    const isOver = keeper.view !== null && keeper.view.state !== 'open'
    return html`${pageHead({
        sentence: withName(page.title, child.name),
        lead: html`${withName(page.lead, child.name)}
        ${chosenDay() === null ? nothing : 'This page is as of today, whatever day is looked at elsewhere.'}`,
        actions: html`${
            keeper.view
              ? html`<button class="button" type="button" @click=${() => window.print()}>
                  Print the record
                </button>`
              : nothing
          } <a class="button" href="/before-suspending">Another child</a>`,
      })}
      <p class="hidden" role="status">${totalsSaid(keeper.stored, keeper.consequences, this.change)}</p>
      <p class="hidden" role="status">${keeper.saving === 'not-saved' ? 'Not saved, trying again.' : ''}</p>
      ${this.said && this.deciding === null ? html`<p class="error-text no-print" role="alert">${this.said}</p>` : nothing}
      ${isOver ? this.over(page, keeper) : this.undecided(page, keeper)}
      ${paper(page, keeper.fields, keeper.consequences)}
      <vs-deciding
        .page=${page}
        .keeper=${keeper}
        .deciding=${this.deciding}
        .acts=${{
          decided: (considering: ConsiderationView) => this.decided(considering, keeper),
          lookAgain: () => this.lookAgain(),
          back: (why: string) => this.endDeciding(why),
        }}
      ></vs-deciding>`
  }

  private desk(page: BeforePage, keeper: DraftKeeper, mayWrite: boolean): DraftDesk {
    return {
      page,
      fields: keeper.fields,
      mayWrite,
      change: (part) => keeper.change(part),
      saving: keeper.saving,
      savedAt: this.savedAt,
      refusal: keeper.error === null ? null : whyNot(keeper.error),
    }
  }

  private undecided(page: BeforePage, keeper: DraftKeeper) {
    return openColumns({
      page,
      keeper,
      desk: this.desk(page, keeper, page.may.write),
      record: this.recordForm(page),
      contacts: this.contacts(page, keeper),
      change: this.change,
      allReasons: this.allReasons,
      showAllReasons: () => (this.allReasons = true),
      moreWeeks: this.moreWeeks,
      showMoreWeeks: () => (this.moreWeeks += 2),
      open: (deciding) => {
        this.said = ''
        this.deciding = deciding
      },
    })
  }

  private over(page: BeforePage, keeper: DraftKeeper) {
    const desk = this.desk(page, keeper, false)
    return overColumns({ page, keeper, desk, record: this.recordForm(page) })
  }

  private contacts(page: BeforePage, keeper: DraftKeeper): ContactsShown {
    return {
      page,
      now: now(),
      ringing: (step) => this.ringing(step, keeper),
      copy: () => void this.copy(page.message),
      add: ({ role, personId }) =>
        openRecordForm({
          kind: 'person',
          childId: page.child.id,
          childName: page.child.name,
          ...(personId === null
            ? { prefill: { role: role === 'virtual-school' ? 'virtual-school-adviser' : role } }
            : { recordId: personId }),
          onSaved: () => void this.lookAgain(),
        }),
    }
  }

  private ringing({ role, title }: ContactStep, keeper: DraftKeeper): Ringing {
    return {
      record: async (ended, key) => {
        const { id } = await keeper.opened()
        const known = new Set(
          this.data?.contacts.flatMap((step) => step.attempts.map((one) => one.contactId)),
        )
        const { contacts, considering } = await calls.contact(id, { withRole: role, key, ...ended })
        if (this.data) this.data = { ...this.data, contacts }
        keeper.renew(considering)
        // Of two calls in one minute the order is not known: the new one is the one that was not there before.
        const made = contacts.find((step) => step.role === role && step.title === title)?.attempts ?? []
        return made.find(({ contactId }) => !known.has(contactId))?.contactId
      },
      advised: async (contactId, words) => {
        await calls.advised(contactId, words)
        await this.lookAgain()
      },
    }
  }

  private async copy(message: string) {
    try {
      await navigator.clipboard.writeText(message)
      showToast({ text: 'The message is copied: initials only, no name.' })
    } catch {
      this.said = `It could not be copied. The message is: ${message}`
    }
  }

  private recordForm({ child, today }: BeforePage): ((what: string) => void) | null {
    if (!this.mayRecord) return null
    return (what) =>
      openRecordForm({
        kind: 'intervention',
        childId: child.id,
        childName: child.name,
        prefill: what ? { what, startedOn: today } : { startedOn: today },
        onSaved: () => void this.lookAgain(),
      })
  }

  /** The heading that takes the focus says what is so now. */
  private async decided(considering: ConsiderationView, keeper: DraftKeeper) {
    const page = await calls.page(this.childId).catch(() => undefined)
    keeper.renew(considering)
    if (page) this.data = page
    this.deciding = null
    await this.updateComplete
    scrollTo(0, 0)
    this.querySelector('h1')?.focus({ preventScroll: true })
  }

  private endDeciding(why: string) {
    this.deciding = null
    if (why) this.said = why
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-before-page': VsBeforePage
  }
}
