import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { RefusedError, type BeforePage, type ConsiderationView } from '../../api.ts'
import { LightElement } from '../../components/element.ts'
import '../../components/vs-dialog.ts'
import { calls, storedElsewhere, whyNot } from './calls.ts'
import { ask, askHeading, type Deciding } from './decision.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import { notAsked } from './words.ts'

/** What the page does about a decision. */
export interface DecidingActs {
  /** It is decided or closed: the page shows what is so now. */
  decided: (considering: ConsiderationView) => Promise<void>
  /** It was refused: what is stored may be another than what is shown. */
  lookAgain: () => Promise<void>
  /** Nothing more is asked; `why` is what stood in the way, empty where nothing did. */
  back: (why: string) => void
}

/** The draft has not reached the server, so that nothing may be decided on it. */
class NotSent extends Error {
  override name = 'NotSent'
}

/** Asks once more, decides or closes once, however often it is clicked, and says what stands in the way. */
@customElement('vs-deciding')
export class VsDeciding extends LightElement {
  @property({ attribute: false }) page?: BeforePage
  @property({ attribute: false }) keeper?: DraftKeeper
  @property({ attribute: false }) acts?: DecidingActs
  /** What is asked; null while nothing is. */
  @property({ attribute: false }) deciding: Deciding | null = null
  @state() private busy = false
  @state() private said = ''
  @state() private boxError = ''

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('deciding') || this.deciding === null) return
    this.said = ''
    this.boxError = ''
  }

  protected override render() {
    const { page, keeper, acts } = this
    if (!page || !keeper || !acts) return nothing
    // Decided elsewhere meanwhile: there is nothing left to ask.
    const isOver = keeper.view !== null && keeper.view.state !== 'open'
    const deciding = isOver ? null : this.deciding
    const shown = { page, fields: keeper.fields, consequences: keeper.consequences }
    const back = () => acts.back(this.said)
    return html`<vs-dialog
      .open=${deciding !== null}
      .heading=${deciding === null ? '' : askHeading({ ...shown, deciding })}
      .content=${
        deciding === null
          ? nothing
          : ask({
              ...shown,
              deciding,
              busy: this.busy,
              said: this.said,
              error: this.boxError,
              back,
              send: (words) => void this.send(deciding, words),
            })
      }
      @close=${back}
    ></vs-dialog>`
  }

  /** The draft is sent before it is decided on. */
  private async send(deciding: Deciding, words: string) {
    const { page, keeper, acts } = this
    if (this.busy || !page || !keeper || !acts) return
    const isMissing = words === '' && (deciding !== 'suspend' || notAsked(page.contacts).length > 0)
    this.said = ''
    this.boxError = isMissing ? 'Say it in a few words.' : ''
    if (isMissing) {
      await this.updateComplete
      this.querySelector<HTMLElement>('#ask-words')?.focus()
      return
    }
    this.busy = true
    try {
      await keeper.opened()
      if (!(await keeper.flush())) throw new NotSent()
      const { view } = keeper
      if (!view) throw new NotSent()
      const { considering } =
        deciding === 'withdraw'
          ? await calls.withdraw(view, words)
          : await calls.decide(view, {
              decision: deciding === 'stays' ? 'not-suspended' : 'suspended',
              instead: deciding === 'stays' ? words : null,
              withoutContact: deciding === 'suspend' && words !== '' ? words : null,
            })
      await acts.decided(considering)
    } catch (error) {
      await this.notDone(error, keeper, acts)
    } finally {
      this.busy = false
    }
  }

  private async notDone(error: unknown, keeper: DraftKeeper, acts: DecidingActs) {
    const stored = storedElsewhere(error)
    if (stored) keeper.renew(stored)
    this.said =
      error instanceof NotSent
        ? 'Not sent: what you filled in is not saved yet. It is tried again; then decide.'
        : whyNot(error)
    if (stored && stored.state !== 'open') acts.back(this.said)
    if (error instanceof RefusedError && error.status !== 0) await acts.lookAgain()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-deciding': VsDeciding
  }
}
