import type { Chart, ChartConfiguration } from 'chart.js'
import { html, type PropertyValues } from 'lit'
import { property } from 'lit/decorators.js'
import { LightElement } from '../components/element.ts'
import { onThemeChange, tokensOf, type Tokens } from './chart-colours.ts'

/** The part of Chart.js that we use, fetched when the first chart of a page is drawn. */
async function loadChart() {
  const { Chart, BarController, BarElement, CategoryScale, LinearScale } = await import('chart.js')
  Chart.register(BarController, BarElement, CategoryScale, LinearScale)
  return Chart
}

/**
 * Owns one Chart.js chart: draws it when it has data, again when data or theme change, and destroys it when
 * the element leaves the page. Nothing is animated. The canvas is an image; its table is the twin to read.
 */
export abstract class ChartElement extends LightElement {
  /** What the drawing shows, in words, for screen readers. */
  @property() label = ''
  private chart: Chart | undefined
  private stopWatching: (() => void) | undefined

  /** What Chart.js draws, from the element's data and the page's colours. */
  protected abstract configuration(tokens: Tokens): ChartConfiguration

  protected override render() {
    return html`<div class="canvas"><canvas role="img" aria-label=${this.label}></canvas></div>`
  }

  override connectedCallback() {
    super.connectedCallback()
    this.stopWatching = onThemeChange(() => void this.draw())
    if (this.hasUpdated) void this.draw()
  }

  override disconnectedCallback() {
    this.stopWatching?.()
    this.destroy()
    super.disconnectedCallback()
  }

  protected override updated(_changed: PropertyValues<this>) {
    void this.draw()
  }

  private async draw() {
    const [ChartClass] = await Promise.all([loadChart(), document.fonts.ready])
    const canvas = this.querySelector('canvas')
    if (!this.isConnected || !canvas) return
    const configuration = this.configuration(tokensOf(this))
    this.destroy()
    this.chart = new ChartClass(canvas, {
      ...configuration,
      options: { responsive: true, maintainAspectRatio: false, animation: false, ...configuration.options },
    })
  }

  private destroy() {
    this.chart?.destroy()
    this.chart = undefined
  }
}
