import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { LightElement, freshId } from '../../components/element.ts'
import type { HowItEnded } from './calls.ts'
import { whyNot } from './calls.ts'

/** What a person does about somebody to be asked. */
export interface Ringing {
  /** Records it, and answers under which id; the key makes a second click no second contact. */
  record(ended: HowItEnded, key: string): Promise<string | undefined>
  /** Adds what they advised to it. */
  advised(contactId: string, words: string): Promise<void>
}

type Ending = HowItEnded & { readonly words: string }

const SPOKE: Ending = { outcome: 'reached', words: 'We spoke' }
const NOT_SPOKE: readonly Ending[] = [
  { outcome: 'message-left', words: 'Left a message' },
  { outcome: 'no-answer', words: 'No answer' },
]

/** Where a talk is also about asking the Virtual School, its outcome says whether they agree to that. */
const spoke = (agrees: string): readonly Ending[] =>
  agrees === ''
    ? [SPOKE]
    : [
        { ...SPOKE, agreedBy: agrees, words: 'We spoke: agrees to ask the Virtual School' },
        { ...SPOKE, refusedBy: agrees, words: 'We spoke: not the Virtual School' },
      ]

/** What they agreed to, withdrawn in a talk. */
const withdrawn = (by: string): readonly Ending[] => [
  { ...SPOKE, refusedBy: by, words: 'Yes, we spoke, and it is withdrawn' },
]

/** The button that withdrew it goes with what it withdrew: whom it was about takes the focus. */
function focusOn(place: HTMLElement): void {
  place.tabIndex = -1
  place.focus()
}

/** "I have rung", then how it ended in one tap, then what they advised. */
@customElement('vs-rung')
export class VsRung extends LightElement {
  /** `I have rung, 07:52`. */
  @property() label = ''
  /** Read out after the label, where the same button stands for several people. */
  @property() of = ''
  @property({ attribute: false }) ringing?: Ringing
  /** Who would agree here that the Virtual School is asked, or withdraws it; empty where nobody needs to. */
  @property() agrees = ''
  /** It is asked for nothing else than that they withdraw it. */
  @property({ type: Boolean }) withdraws = false
  /** The main act of its place, or one of several. */
  @property({ type: Boolean }) small = false
  @state() private step: 'ask' | 'outcome' | 'advice' = 'ask'
  @state() private said = ''
  @state() private busy = false
  private contactId: string | undefined
  private key = crypto.randomUUID()
  private readonly stem = freshId('rung')

  protected override render() {
    return html`${this.now()}
    ${this.said ? html`<p class="error-text" role="alert">${this.said}</p>` : nothing}`
  }

  private now() {
    if (this.step === 'outcome') return this.outcomes()
    if (this.step === 'advice') return this.advice()
    if (this.withdraws)
      return html`<button class="link small rung-start" type="button" @click=${() => this.go('outcome')}>
        ${this.label}
      </button>`
    const classes = `button ${this.small ? 'button-small' : 'button-wide'} rung-start`
    return html`<button class=${classes} type="button" @click=${() => this.go('outcome')}>
      <span>${this.label}${this.of ? html`<span class="hidden">: ${this.of}</span>` : nothing}</span>
    </button>`
  }

  private outcomes() {
    return html`<div class="rung" role="group" aria-labelledby="${this.stem}-how">
      <p class="strong" id="${this.stem}-how">
        ${this.withdraws ? 'Is the Virtual School not to be asked any more?' : 'How did it end?'}${this.of ? html`<span class="hidden"> ${this.of}</span>` : nothing}
      </p>
      <div class="row">
        ${(this.withdraws ? withdrawn(this.agrees) : [...spoke(this.agrees), ...NOT_SPOKE]).map(
          ({ words, ...ended }) =>
            html`<button
              class="button button-small"
              type="button"
              aria-disabled=${this.busy ? 'true' : nothing}
              @click=${() => this.record(ended)}
            >
              ${words}
            </button>`,
        )}
      </div>
      <button class="link small" type="button" @click=${() => this.go('ask')}>Go back</button>
    </div>`
  }

  private advice() {
    return html`<form class="rung" novalidate @submit=${(event: SubmitEvent) => this.advise(event)}>
      <label class="strong" for="${this.stem}-advice">What did they advise?</label>
      <textarea class="box" id="${this.stem}-advice" name="advice" rows="2" maxlength="2000"></textarea>
      <div class="row">
        <button class="button button-small" type="submit" aria-disabled=${this.busy ? 'true' : nothing}>
          Add it
        </button>
        <button class="link small" type="button" @click=${() => this.go('ask')}>Nothing to add</button>
      </div>
    </form>`
  }

  private go(step: 'ask' | 'outcome' | 'advice') {
    this.step = step
    this.said = ''
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('textarea, button')?.focus())
  }

  private record(ended: HowItEnded) {
    return this.once(async () => {
      const place = this.closest('li')
      this.contactId = await this.ringing?.record(ended, this.key)
      this.key = crypto.randomUUID()
      if (this.withdraws && place) return focusOn(place)
      this.go(
        ended.outcome === 'reached' && ended.refusedBy === undefined && this.contactId !== undefined
          ? 'advice'
          : 'ask',
      )
    })
  }

  private advise(event: SubmitEvent) {
    event.preventDefault()
    const words = `${new FormData(event.target as HTMLFormElement).get('advice') as string}`.trim()
    const { contactId } = this
    return this.once(async () => {
      if (words !== '' && contactId !== undefined) await this.ringing?.advised(contactId, words)
      this.go('ask')
    })
  }

  /** Once, however often it is clicked; what stood in the way is said, and nothing is lost. */
  private async once(work: () => Promise<void>) {
    if (this.busy) return
    this.busy = true
    this.said = ''
    try {
      await work()
    } catch (error) {
      this.said = whyNot(error)
    } finally {
      this.busy = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-rung': VsRung
  }
}
