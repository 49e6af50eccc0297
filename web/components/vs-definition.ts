import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { LightElement, freshId } from './element.ts'
import { placePopover } from './place-popover.ts'

/** What a number is, how it was added up, what is not in it, and where that is written. */
export interface Definition {
  what: string
  sum: unknown
  notCounted?: unknown
  source?: { title: string; url: string }
}

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
        @toggle=${(event: ToggleEvent) => placePopover(event, this.querySelector('.defined'))}
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
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-definition': VsDefinition
  }
}
