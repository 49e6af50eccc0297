import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { api, type Rules } from '../api.ts'
import { emptyState } from '../components/empty-state.ts'
import { picker, segments } from '../components/filters.ts'
import { pageHead } from '../components/page-head.ts'
import { longDay } from '../format.ts'
import { DataPage } from './data-page.ts'
import { benchmarkList } from './rules/benchmarks.ts'
import {
  areasOf,
  chosenRules,
  inWordsAlone,
  OWNERS_ANY,
  rulesSentence,
  type RuleFilter,
} from './rules/choose-rules.ts'
import { ruleCard } from './rules/rule-card.ts'
import { sourceList } from './rules/sources.ts'
import '../styles/rules.css'

const SAYS = [
  { value: 'all', label: 'All' },
  { value: 'breach', label: 'Broken' },
  { value: 'due', label: 'Due' },
  { value: 'watch', label: 'Watch' },
  { value: 'no-data', label: 'Not known' },
] as const

/** Every rule in plain words with its source, and what it says today: nobody has to trust us. */
@customElement('vs-rules-page')
export class VsRulesPage extends DataPage<Rules> {
  @state() private filter: RuleFilter = { text: '', says: 'all', owner: OWNERS_ANY }

  protected load(on: string | null) {
    return api.rules(on)
  }

  protected draw(data: Rules): TemplateResult {
    const chosen = chosenRules(data.rules, this.filter)
    const { sentence, lead } = rulesSentence(data.rules)
    return html`${pageHead({
      sentence,
      lead: html`${lead}
      ${data.on === data.evaluatesOn || inWordsAlone(data.rules) ? nothing : `What they say is as at ${longDay(data.evaluatesOn)}.`}`,
    })}
    ${this.tools(data, chosen.length)}
    ${
      chosen.length === 0
        ? emptyState({
            title: 'No rule fits',
            text: 'No rule has these words and this choice together.',
            actions: html`<button class="button" type="button" @click=${() => this.clear()}>
              Show all rules
            </button>`,
          })
        : nothing
    }
    ${areasOf(chosen).map(
      ({ id, title, rules }) =>
        html`<section class="rules-area" aria-labelledby="area-${id}">
          <h2 id="area-${id}">${title}</h2>
          <div class="stack">${rules.map((rule) => ruleCard(rule, data.evaluatesOn))}</div>
        </section>`,
    )}
    ${benchmarkList(data.benchmarks)} ${sourceList(data.sources)}`
  }

  private tools({ rules }: Rules, shown: number) {
    const owners = [...new Set(rules.map(({ owner }) => owner))]
    return html`<search class="rules-tools row">
      <label class="rules-search"
        ><span>With the words</span
        ><input
          class="box"
          type="search"
          .value=${this.filter.text}
          @input=${(event: Event) => this.set({ text: (event.target as HTMLInputElement).value })}
      /></label>
      ${
        inWordsAlone(rules)
          ? nothing
          : segments({
              name: 'says',
              label: 'What the rule says today',
              choices: SAYS,
              value: this.filter.says,
              onChoose: (says) => this.set({ says: says as RuleFilter['says'] }),
            })
      }
      ${picker({
        name: 'owner',
        label: 'Duty of',
        choices: [
          { value: OWNERS_ANY, label: 'anyone' },
          ...owners.map((owner) => ({ value: owner, label: owner.replaceAll('-', ' ') })),
        ],
        value: this.filter.owner,
        onChoose: (owner) => this.set({ owner }),
      })}
      <p class="caption" role="status">${shown} of ${rules.length} rules</p>
    </search>`
  }

  private set(part: Partial<RuleFilter>) {
    this.filter = { ...this.filter, ...part }
  }

  private clear() {
    this.filter = { text: '', says: 'all', owner: OWNERS_ANY }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-rules-page': VsRulesPage
  }
}
