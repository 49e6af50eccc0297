import { html, nothing, type TemplateResult } from 'lit'
import type { ChildPage } from '../../api.ts'
import { dutyLine } from '../../components/alert.ts'
import { statusMark } from '../../components/status-mark.ts'
import { dutyLineOf, type Card } from '../today/card-view.ts'

export type Finding = ChildPage['findings'][number]['findings'][number]
type Evidence = Finding['evidence'][number]
type RecordOf = NonNullable<Evidence['record']>

/** An id for a finding, from what it is about, so that other parts of the page can point at it. */
export const findingId = ({ ruleId, about }: Pick<Finding, 'ruleId' | 'about'>): string =>
  `finding-${ruleId}-${about}`.replaceAll(/\W+/g, '-').replace(/-$/, '')

/** Two things said by one rule about the same. */
export const isSame = (one: Pick<Finding, 'ruleId' | 'about'>, other: Pick<Finding, 'ruleId' | 'about'>) =>
  one.ruleId === other.ruleId && one.about === other.about

/** The rows and sums that a person can check; `open` opens the record that a row rests on. */
export function evidenceList(
  evidence: readonly Evidence[],
  open?: (record: RecordOf) => void,
): TemplateResult | typeof nothing {
  if (evidence.length === 0) return nothing
  return html`<dl class="evidence small">
    ${evidence.map(({ label, value, record }) => {
      const said =
        record && open
          ? html`<button class="link" type="button" @click=${() => open(record)}>${value}</button>`
          : value
      return html`<div>
        <dt>${label}</dt>
        <dd>${said}</dd>
      </div>`
    })}
  </dl>`
}

/** What one rule says about one child: the shape, the words, why, and whose duty it is. */
export function findingView(finding: Finding, open?: (record: RecordOf) => void): TemplateResult {
  const { status, title, message, evidence } = finding
  return html`<article class="finding">
    <h3 class="alert-title">${statusMark(status)} <span>${title}</span></h3>
    <div class="finding-why">
      <p>${message}</p>
      ${evidenceList(evidence, open)}
    </div>
    ${dutyLine(dutyLineOf(finding))}
  </article>`
}

/** The card of a finding, where it asks for somebody. */
export const cardOf = (finding: Finding, cards: readonly Card[]): Card | undefined =>
  cards.find((card) => isSame(card, finding))
