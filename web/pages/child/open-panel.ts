import { html, nothing, type TemplateResult } from 'lit'
import type { ChildPage } from '../../api.ts'
import type { AlertAnswer } from '../../components/alert-answer.ts'
import { emptyState } from '../../components/empty-state.ts'
import { countInWords, plainDay, sentence } from '../../format.ts'
import type { Card } from '../today/card-view.ts'
import { answerCard, openFormOf, undoAnswer } from './act-on-card.ts'
import { alertLife, type AlertStep } from './alert-life.ts'
import { evidenceList } from './finding-view.ts'
import { nextCard, openNow, openWords } from './open-now.ts'
import { ownCardView } from './own-card.ts'

export interface PanelActs {
  /** After something was recorded or answered. */
  onDone: () => void
  onRefused: (sentence: string) => void
  /** Opens a record. */
  open: (kind: string, recordId: string) => void
  /** Somebody opened a card's evidence. */
  look: (card: Card) => void
  /** What became of the alerts whose evidence was opened, by alert. */
  lives: ReadonlyMap<string, readonly AlertStep[]>
}

function cardWithEvidence(page: ChildPage, card: Card, solid: boolean, acts: PanelActs): TemplateResult {
  const { isToday, on } = page
  const evidence = html`<details
    class="why small"
    @toggle=${(event: ToggleEvent) => event.newState === 'open' && acts.look(card)}
  >
    <summary>Evidence<span class="hidden">: ${card.title}</span></summary>
    ${evidenceList(card.evidence, ({ kind, id }) => acts.open(kind, id))}
    ${alertLife(acts.lives.get(card.alertId ?? ''), on)}
  </details>`
  return html`<div class="own-alert">
    <vs-alert-card
      compact
      .alert=${ownCardView(card, { solid, isToday })}
      .on=${on}
      .more=${card.evidence.length > 0 ? evidence : nothing}
      @act=${() => openFormOf(card, acts.onDone)}
      @answer=${(event: CustomEvent<AlertAnswer>) => answerCard(card, event.detail, acts)}
      @undo=${() => undoAnswer(card, acts)}
    ></vs-alert-card>
  </div>`
}

/** What is open for the child: each duty with the form that mends it and the answers that close it. */
export function openPanel(page: ChildPage, acts: PanelActs): TemplateResult {
  const { open, answered, later } = openNow(page)
  const next = nextCard(open)
  const first = later.toSorted((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1))[0]?.dueOn
  const laterWords =
    later.length > 0 && first
      ? `${sentence(countInWords(later.length, 'duty', 'duties'))} ${later.length === 1 ? 'falls' : 'fall'} due later, the first by ${plainDay(first)}.`
      : ''
  return html`<section class="card panel" aria-labelledby="open-now">
    <div class="panel-head">
      <h2 id="open-now">Open now</h2>
      ${open.length > 0 ? html`<p class="small quiet">${openWords(open)}</p>` : nothing}
    </div>
    ${
      open.length + answered.length === 0
        ? emptyState({
            title: 'Nothing is open',
            text: 'No duty to this child is broken or due within ten school days. What is not known stands under the duties.',
          })
        : html`<div class="own-alerts">
            ${open.map((card) => cardWithEvidence(page, card, card === next, acts))}
            ${answered.map((card) => cardWithEvidence(page, card, false, acts))}
          </div>`
    }
    ${
      page.isToday || open.length === 0
        ? nothing
        : html`<p class="small quiet no-print">Seen as at another day: answers are given on today’s page.</p>`
    }
    ${laterWords ? html`<p class="small quiet open-later">${laterWords}</p>` : nothing}
  </section>`
}
