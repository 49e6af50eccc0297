import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Day } from '../days.ts'
import { fullDay } from '../format.ts'
import { LightElement, freshId } from './element.ts'
import { icon } from './icon.ts'
import { placePopover } from './place-popover.ts'

/** The day every page is seen at, and the way to another. Tells `as-at` {on}; null = back to today. */
@customElement('vs-as-at')
export class VsAsAt extends LightElement {
  @property() on: Day = ''
  @property() today: Day = ''
  private readonly popoverId = freshId('as-at')

  protected override render() {
    if (!this.on) return nothing
    const isOther = this.on !== this.today
    return html`<p class="as-at" role="status">
        ${icon('calendar', 18)}
        <span>${isOther ? 'Not today: as at' : 'As at'} <b>${fullDay(this.on)}</b></span>
      </p>
      ${
        isOther
          ? html`<button class="link" type="button" @click=${() => this.tell('as-at', { on: null })}>
              Back to today
            </button>`
          : nothing
      }
      <button class="link" type="button" popovertarget=${this.popoverId}>
        Change<span class="hidden"> the day</span>
      </button>
      <div
        class="popover"
        id=${this.popoverId}
        popover
        @toggle=${(event: ToggleEvent) => placePopover(event, this.querySelector('[popovertarget]'))}
      >
        <form class="form" @submit=${(event: SubmitEvent) => this.send(event)}>
          <div class="field">
            <label for="${this.popoverId}-day">See every page as at</label>
            <input
              class="box box-s"
              id="${this.popoverId}-day"
              name="on"
              type="date"
              required
              .value=${this.on}
            />
          </div>
          <button class="button button-solid" type="submit">Show this day</button>
        </form>
      </div>`
  }

  private send(event: SubmitEvent) {
    event.preventDefault()
    const on = new FormData(event.currentTarget as HTMLFormElement).get('on')
    document.getElementById(this.popoverId)?.hidePopover()
    if (typeof on === 'string' && on) this.tell('as-at', { on: on === this.today ? null : on })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-as-at': VsAsAt
  }
}
