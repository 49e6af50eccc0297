import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { LightElement, freshId } from './element.ts'

/** What a number is, how it was added up, what is not in it, and where that is written. */
export interface Definition {
  what: string
  sum: unknown
  notCounted?: unknown
  source?: { title: string; url: string }
}

const MARGIN = 8

/** A number, dotted underline, that opens its definition beside it: by click, touch or Enter; Escape closes it. */
@customElement('vs-definition')
export class VsDefinition extends LightElement {
  /** The number as it stands in the sentence, with its unit. */
  @property({ attribute: false }) text: unknown = ''
  @property({ attribute: false }) definition?: Definition
  private readonly popoverId = freshId('definition')

  protected override render() {
    const { definition } = this
    if (!definition) return this.text
    const { what, sum, notCounted, source } = definition
    return html`<button class="defined" type="button" popovertarget=${this.popoverId}>${this.text}</button
      ><span
        class="popover definition"
        id=${this.popoverId}
        popover
        @toggle=${(event: ToggleEvent) => this.place(event)}
        ><span class="definition-rows">
          <span class="quiet">What</span><span>${what}</span> <span class="quiet">Sum</span
          ><span>${sum}</span>
          ${notCounted ? html`<span class="quiet">Not counted</span><span>${notCounted}</span>` : nothing}
          ${
            source
              ? html`<span class="quiet">Source</span
                  ><span
                    >${source.url ? html`<a href=${source.url} rel="noreferrer">${source.title}</a>` : source.title}</span
                  >`
              : nothing
          }</span
        ></span
      >`
  }

  private place(event: ToggleEvent) {
    const box = event.currentTarget as HTMLElement
    const button = this.querySelector('.defined')
    if (event.newState !== 'open' || !button) return
    const at = button.getBoundingClientRect()
    const { width, height } = box.getBoundingClientRect()
    const left = Math.max(MARGIN, Math.min(at.left, document.documentElement.clientWidth - width - MARGIN))
    const below = at.bottom + MARGIN
    const fits = below + height <= document.documentElement.clientHeight - MARGIN
    const top = fits ? below : Math.max(MARGIN, at.top - MARGIN - height)
    box.style.setProperty('left', `${left + scrollX}px`)
    box.style.setProperty('top', `${top + scrollY}px`)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-definition': VsDefinition
  }
}
