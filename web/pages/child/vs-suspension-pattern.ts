import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, sentenceOf, type SuspensionPattern } from '../../api.ts'
import { LightElement } from '../../components/element.ts'
import { patternView } from './suspension-pattern.ts'

/** What a child's suspensions have in common: asked of the server, and drawn, when somebody wants to see it. */
@customElement('vs-suspension-pattern')
export class VsSuspensionPattern extends LightElement {
  @property({ attribute: 'child-id' }) childId = ''
  @state() private pattern: SuspensionPattern | undefined
  @state() private asTable = false
  @state() private busy = false
  @state() private said = ''

  protected override firstUpdated() {
    void this.load()
  }

  protected override render() {
    const { pattern } = this
    if (this.said)
      return html`<p class="error-text" role="alert">${this.said}</p>
        <button class="link" type="button" @click=${() => void this.load()}>Try again</button>`
    if (!pattern) return this.busy ? html`<p class="small quiet" role="status">One moment…</p>` : nothing
    return html`${patternView(pattern, this.asTable)}
      <button
        class="link small"
        type="button"
        aria-describedby="suspension-pattern"
        @click=${() => (this.asTable = !this.asTable)}
      >
        ${this.asTable ? 'Drawing' : 'Table'}
      </button>`
  }

  private async load() {
    this.busy = true
    this.said = ''
    try {
      this.pattern = await api.suspensionPattern(this.childId)
    } catch (error) {
      this.said = sentenceOf(error, 'This could not be worked out. Try again.')
    } finally {
      this.busy = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-suspension-pattern': VsSuspensionPattern
  }
}
