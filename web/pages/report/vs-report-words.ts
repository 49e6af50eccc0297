import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ReportSection } from '../../api.ts'
import { sentenceOf } from '../../api.ts'
import { freeText } from '../../components/child-name.ts'
import { LightElement } from '../../components/element.ts'
import { statusMark } from '../../components/status-mark.ts'
import { savedLine } from '../before/saved-line.ts'
import { warned } from './warned.ts'
import type { WordsKeeper } from './words-keeper.ts'

/** The designated teacher's own words in a section, saved while they are written, with what they give away. */
@customElement('vs-report-words')
export class VsReportWords extends LightElement {
  @property({ attribute: false }) section?: ReportSection
  @property({ attribute: false }) keeper?: WordsKeeper
  /** Changes with the keeper, so that what it holds is drawn anew. */
  @property({ attribute: false }) turn = 0
  @state() private isOpen = false

  protected override render() {
    const { section, keeper } = this
    if (!section || !keeper) return nothing
    const { number, asks } = section
    if (asks === null && keeper.text === '' && !this.isOpen && !keeper.clash)
      return html`<p class="no-print">
        <button class="link small" type="button" @click=${() => void this.openBox()}>
          Add your own words<span class="hidden"> to section ${number}</span>
        </button>
      </p>`
    const id = `words-${number}`
    const isWanted = asks !== null && keeper.text.trim() === ''
    return html`<div class="field report-words">
      <label for=${id}>
        ${isWanted ? statusMark('due', 16, 'Wanted:') : nothing}
        ${asks === null ? 'Your own words' : 'Your words are wanted here'}
      </label>
      ${asks ? html`<span class="hint" id="${id}-asks">${asks}</span>` : nothing}
      <textarea
        class="box"
        id=${id}
        rows="3"
        maxlength="8000"
        aria-describedby=${`${asks ? `${id}-asks ` : ''}${id}-warnings`}
        .value=${keeper.text}
        @input=${(event: Event) => keeper.change((event.target as HTMLTextAreaElement).value)}
        @blur=${() => void keeper.flush()}
      ></textarea>
      <div role="status">
        ${savedLine({
          saving: keeper.saving,
          savedAt: keeper.savedAt,
          refusal: keeper.error === null ? null : sentenceOf(keeper.error),
        })}
      </div>
      <div role="status" id="${id}-warnings">${warned(keeper.warnings)}</div>
      ${keeper.clash ? this.clash(keeper) : nothing}
    </div>`
  }

  private clash(keeper: WordsKeeper) {
    const by = keeper.clash?.changedBy
    return html`<section class="both-texts card" role="alert">
      <h3>${by ? by : 'Somebody else'} changed these words while you were writing</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">What you wrote</th>
            <th scope="col">What is saved now</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>${freeText(keeper.text || 'nothing')}</td>
            <td>${freeText(keeper.clash?.words || 'nothing')}</td>
          </tr>
        </tbody>
      </table>
      <div class="form-actions">
        <button class="button" type="button" @click=${() => keeper.choose('theirs')}>
          Take what is saved
        </button>
        <button class="button" type="button" @click=${() => keeper.choose('mine')}>Keep what I wrote</button>
      </div>
    </section>`
  }

  private async openBox() {
    this.isOpen = true
    await this.updateComplete
    this.querySelector('textarea')?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-report-words': VsReportWords
  }
}
