import { LitElement } from 'lit'

/** An element without a shadow root: one plain stylesheet serves all, and labels, ids and error links work. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): this {
    return this
  }

  /** Tells the page what the person did; bubbles, so that a page listens once for many. */
  protected tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true }))
  }
}

let made = 0

/** An id that no other part of the page has. */
export const freshId = (stem: string): string => `${stem}-${++made}`
