import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ReportSection } from '../../api.ts'
import { LightElement } from '../../components/element.ts'
import { statusMark } from '../../components/status-mark.ts'
import { sectionId } from './report-section.ts'

/** Under the head of the window by so much, in pixels, a section counts as the one that is read. */
const READ_FROM = 160

/** The sections: a rail beside the report, or a list to open above it. The one that is read is marked. */
@customElement('vs-report-rail')
export class VsReportRail extends LightElement {
  @property({ attribute: false }) sections: readonly Pick<ReportSection, 'number' | 'name'>[] = []
  /** Numbers of those that ask for words and have none. */
  @property({ attribute: false }) open: readonly number[] = []
  @state() private current: number | null = null
  private isPlanned = false
  private readonly onScroll = () => {
    if (this.isPlanned) return
    this.isPlanned = true
    requestAnimationFrame(() => {
      this.isPlanned = false
      this.look()
    })
  }

  override connectedCallback() {
    super.connectedCallback()
    addEventListener('scroll', this.onScroll, { passive: true })
    addEventListener('resize', this.onScroll)
  }

  override disconnectedCallback() {
    removeEventListener('scroll', this.onScroll)
    removeEventListener('resize', this.onScroll)
    super.disconnectedCallback()
  }

  protected override updated() {
    this.onScroll()
  }

  /** The last section whose head has come up that far; the last of all at the end of the page. */
  private look() {
    const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 4
    const passed = this.sections.filter(
      ({ number }) =>
        (document.getElementById(sectionId(number))?.getBoundingClientRect().top ?? Infinity) < READ_FROM,
    )
    const last = isAtEnd && scrollY > 0 ? this.sections.at(-1) : passed.at(-1)
    this.current = (last ?? this.sections[0])?.number ?? null
  }

  protected override render() {
    const { length } = this.sections
    return html`<nav class="report-rail no-print" aria-labelledby="rail-head">
        <p class="strong small" id="rail-head">${length} sections</p>
        ${this.list()} ${this.key()}
      </nav>
      <details class="report-jump no-print" @click=${(event: Event) => this.close(event)}>
        <summary>Go to a section</summary>
        <nav aria-label="Sections">${this.list()} ${this.key()}</nav>
      </details>`
  }

  private list() {
    return html`<ol>
      ${this.sections.map(
        ({ number, name }) =>
          html`<li>
            <a href="#${sectionId(number)}" aria-current=${number === this.current ? 'location' : nothing}
              ><span class="report-rail-number">${number}</span> <span>${name}</span>${
                this.open.includes(number) ? statusMark('due', 16, 'words wanted') : nothing
              }</a
            >
          </li>`,
      )}
    </ol>`
  }

  private key() {
    if (this.open.length === 0) return nothing
    return html`<p class="caption word-due report-rail-key">
      ${statusMark('due', 16, '')} <span>words of the designated teacher are wanted</span>
    </p>`
  }

  private close(event: Event) {
    const isLink = (event.target as Element).closest('a') !== null
    if (isLink) (event.currentTarget as HTMLDetailsElement).open = false
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-report-rail': VsReportRail
  }
}
