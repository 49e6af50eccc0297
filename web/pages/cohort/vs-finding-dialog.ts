import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, sentenceOf, type ChildPage } from '../../api.ts'
import type { AlertAnswer } from '../../components/alert-answer.ts'
import { childName } from '../../components/child-name.ts'
import '../../components/vs-alert-card.ts'
import { LightElement } from '../../components/element.ts'
import '../../components/vs-dialog.ts'
import { answerCard, openFormOf, undoAnswer } from '../child/act-on-card.ts'
import { cardOf, evidenceList, findingView, type Finding } from '../child/finding-view.ts'
import { ownCardView } from '../child/own-card.ts'
import type { Card } from '../today/card-view.ts'

/** Which findings of which child are asked for. */
export interface FindingsAsked {
  childId: string
  /** `Chidi Taylor: spring PEP`. */
  heading: unknown
  on: string | null
  pick: (page: ChildPage) => readonly Finding[]
}

/**
 * What the rules say behind one cell of the matrix, each with its evidence and the ways on. Set `asked`;
 * tells `close`, and `changed` after something was recorded or answered.
 */
@customElement('vs-finding-dialog')
export class VsFindingDialog extends LightElement {
  @property({ attribute: false }) asked: FindingsAsked | undefined
  @state() private page: ChildPage | undefined
  @state() private said = ''

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('asked')) return
    this.page = undefined
    this.said = ''
    if (this.asked) void this.load(this.asked)
  }

  private async load(asked: FindingsAsked) {
    try {
      const page = await api.child(asked.childId, asked.on)
      if (asked === this.asked) this.page = page
    } catch (error) {
      this.said = sentenceOf(error, 'This could not be shown. Try again.')
    }
  }

  protected override render() {
    return html`<vs-dialog
      ?open=${this.asked !== undefined}
      .heading=${this.asked?.heading ?? ''}
      .content=${this.content()}
      @close=${() => (this.asked = undefined)}
    ></vs-dialog>`
  }

  private content() {
    const { asked, page, said } = this
    if (!asked || !page) return html`<p role="status">${said || 'One moment…'}</p>`
    const findings = asked.pick(page)
    return html`<div class="findings">
        ${said ? html`<p class="error-text" role="alert">${said}</p>` : nothing}
        ${findings.map((finding) => this.finding(page, finding))}
        ${findings.length === 0 ? html`<p>No rule has anything to say here.</p>` : nothing}
      </div>
      <p>
        <a href="/child/${encodeURIComponent(asked.childId)}"
          >Everything about ${childName(page.child.forename)}</a
        >
      </p>`
  }

  private finding(page: ChildPage, finding: Finding) {
    const card = cardOf(finding, page.cards)
    if (!card) return findingView(finding)
    return html`<div class="finding">
      <vs-alert-card
        compact
        .alert=${ownCardView(card, { solid: false, isToday: page.isToday })}
        .on=${page.on}
        @act=${() => this.act(card)}
        @answer=${(event: CustomEvent<AlertAnswer>) => answerCard(card, event.detail, this.told())}
        @undo=${() => undoAnswer(card, this.told())}
      ></vs-alert-card>
      ${evidenceList(finding.evidence)}
    </div>`
  }

  private act(card: Card) {
    this.asked = undefined
    openFormOf(card, () => this.tell('changed', {}))
  }

  private told() {
    const { asked } = this
    return {
      onDone: () => {
        this.tell('changed', {})
        if (asked && asked === this.asked) void this.load(asked)
      },
      onRefused: (sentence: string) => (this.said = sentence),
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-finding-dialog': VsFindingDialog
  }
}
