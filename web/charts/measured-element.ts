import { state } from 'lit/decorators.js'
import { LightElement } from '../components/element.ts'

/** A drawing that knows its real width, so that its text is never scaled down. Draws nothing until measured. */
export class MeasuredElement extends LightElement {
  /** Width of the element in pixels; 0 until it is known. */
  @state() protected width = 0
  private readonly observer = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0)
    if (width > 0) this.width = width
  })

  override connectedCallback() {
    super.connectedCallback()
    this.observer.observe(this)
  }

  override disconnectedCallback() {
    this.observer.disconnect()
    super.disconnectedCallback()
  }
}
